import type { CodeDelivery } from '@x/cognito-core'
import type { FastifyReply, FastifyRequest } from 'fastify'
import type { ToldSignUp } from '../enumeration/enumeration.ts'
import type { Kit } from '../kit.ts'
import { isOurs } from '../problems/refusal.ts'
import type { PendingSignUp } from '../session/pending-sign-ups.ts'
import { answerSignIn, type SignInAnswer } from './sign-in-answer.ts'

export type SignUpAnswer =
  | {
      status: 'confirm-sign-up'
      /** Where the code went; absent where nothing was given that one could go to. */
      delivery?: CodeDelivery
      /** Opaque; goes back with the code, to be signed in straight away. Not with cookies. */
      signUpToken?: string
    }
  | { status: 'confirmed' }

export type ConfirmAnswer = SignInAnswer | { status: 'confirmed' }

interface Exchange {
  kit: Kit
  request: FastifyRequest
  reply: FastifyReply
}

/** Hands over the sign-up that waits for its code, in the way this client wants it. */
export const answerSignUp = (
  { status, delivery }: ToldSignUp,
  pending: PendingSignUp,
  { kit, request, reply }: Exchange,
): SignUpAnswer => {
  if (status === 'confirmed') return { status }
  const answer = { status, ...(delivery && { delivery }) }
  if (kit.deliveryFor(request) !== 'cookie') {
    return { ...answer, signUpToken: kit.signUps.seal(pending) }
  }
  kit.signUps.save({ pending, request, reply })
  return answer
}

/** Signs in who has just confirmed a sign-up. Where that fails, confirmed is what it stays. */
export const answerConfirmed = async (
  { username, session }: PendingSignUp,
  exchange: Exchange,
): Promise<ConfirmAnswer> => {
  const { kit, request } = exchange
  if (session === undefined) return confirmed
  try {
    const result = await kit.cognito.signIn(
      { method: 'after-sign-up', username, session },
      kit.callFor(request),
    )
    return 'challenge' in result || 'tokens' in result
      ? await answerSignIn(result, { attempt: { typed: username, isProved: true } }, exchange)
      : confirmed
  } catch (error) {
    if (!isOurs(error)) throw error
    request.log.info({ code: error.code }, 'a sign-up was confirmed, and its user not signed in')
    return confirmed
  }
}

const confirmed = { status: 'confirmed' } as const
