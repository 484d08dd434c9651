import type { Challenge } from '@x/cognito-core'
import type { FastifyReply, FastifyRequest } from 'fastify'
import { now } from '../clock.ts'
import type { Seal } from './seal.ts'
import type { SealedCookie } from './sealed-cookie.ts'

/** A challenge under way. It travels sealed, so any instance with the same secrets can answer it. */
export interface PendingChallenge {
  challenge: Challenge
  /** Unix seconds. */
  expiresAt: number
}

export interface PendingChallenges {
  /** From now on, for as long as an attempt lives. */
  start(challenge: Challenge): PendingChallenge
  /** For clients without cookies: an opaque text. */
  seal(pending: PendingChallenge): string
  open(untrustedToken: string): PendingChallenge | undefined
  load(request: FastifyRequest): PendingChallenge | undefined
  save(input: { pending: PendingChallenge; request: FastifyRequest; reply: FastifyReply }): void
  clear(request: FastifyRequest, reply: FastifyReply): void
}

const context = 'challengeToken'

export const createPendingChallenges = ({
  seal,
  cookie,
  maxAge,
}: {
  seal: Seal
  /** None where no cookies are used. */
  cookie?: SealedCookie | undefined
  /** In seconds. */
  maxAge: number
}): PendingChallenges => ({
  start: (challenge) => ({ challenge, expiresAt: now() + maxAge }),
  seal: (pending) => seal.seal({ text: JSON.stringify(pending), context }),
  open: (untrustedToken) => {
    const text = seal.open({ untrustedSealed: untrustedToken, context })
    return alive(text && JSON.parse(text))
  },
  load: (request) => alive(cookie?.read(request)),
  save: ({ pending, request, reply }) => {
    cookie?.write({ value: pending, maxAge: pending.expiresAt - now(), request, reply })
  },
  clear: (request, reply) => {
    if (cookie?.isSent(request)) cookie.clear(request, reply)
  },
})

/** What opened was sealed by us for this purpose and version, so its shape is known. */
const alive = (opened: unknown): PendingChallenge | undefined => {
  const pending = opened as PendingChallenge | undefined
  return pending && pending.expiresAt > now() ? pending : undefined
}
