import type { FastifyRequest } from 'fastify'
import type { Kit } from '../kit.ts'
import type { PendingChallenge } from '../session/pending-challenges.ts'

/** The challenge that a request is about: by its token, or by its cookie where this client has cookies. */
export const pendingChallengeOf = (
  request: FastifyRequest,
  { pending, deliveryFor }: Pick<Kit, 'pending' | 'deliveryFor'>,
): PendingChallenge | undefined => {
  if (deliveryFor(request) === 'cookie') return pending.find({ request })
  const { challengeToken: untrustedToken } = Object(request.body) as Record<string, unknown>
  return typeof untrustedToken === 'string' ? pending.find({ untrustedToken, request }) : undefined
}
