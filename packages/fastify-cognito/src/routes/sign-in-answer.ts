import type { Challenge, SignInResult, Tokens } from '@x/cognito-core'
import type { FastifyReply, FastifyRequest } from 'fastify'
import { type TokenUser, userOf } from '../auth/cognito-user.ts'
import { issuedClaims } from '../auth/issued-claims.ts'
import { now } from '../clock.ts'
import type { Kit } from '../kit.ts'
import { type PublicChallenge, publicChallenge } from './public-challenge.ts'

export interface SignedIn {
  status: 'signed-in'
  user: TokenUser
  /** When the access token stops working, in Unix seconds. */
  expiresAt: number
  /** Only where they are delivered in the body. */
  tokens?: Tokens
}

export type SignInAnswer =
  | SignedIn
  | {
      status: 'challenge'
      challenge: PublicChallenge
      /** Opaque; goes back with the answer. Not with cookies. */
      challengeToken?: string
    }
  | { status: 'confirm-sign-up' }
  | { status: 'reset-password' }

interface Exchange {
  kit: Kit
  request: FastifyRequest
  reply: FastifyReply
}

/** Hands over tokens or a challenge in the way this client wants them. */
export const answerSignIn = async (
  result: SignInResult,
  exchange: Exchange,
): Promise<SignInAnswer> => {
  if (result.status === 'challenge') return askFor(result.challenge, exchange)
  const { kit, request, reply } = exchange
  if (kit.deliveryFor(request) === 'cookie') kit.pending.clear(request, reply)
  return result.status === 'signed-in'
    ? signedIn(result.tokens, exchange)
    : { status: result.status }
}

const askFor = (challenge: Challenge, { kit, request, reply }: Exchange): SignInAnswer => {
  const pending = kit.pending.start(challenge)
  const answer = { status: 'challenge', challenge: publicChallenge(pending) } as const
  if (kit.deliveryFor(request) === 'body') {
    return { ...answer, challengeToken: kit.pending.seal(pending) }
  }
  kit.pending.save({ pending, request, reply })
  return answer
}

const signedIn = async (tokens: Tokens, exchange: Exchange): Promise<SignedIn> => {
  const { refreshToken } = tokens
  const { kit, request } = exchange
  try {
    return await handOver(tokens, exchange)
  } catch (error) {
    // Nobody holds them, so nobody could sign out.
    await kit.discard({ refreshToken, request })
    throw error
  }
}

/** @throws HookError, or a refusal `SESSION_TOO_LARGE` */
const handOver = async (tokens: Tokens, { kit, request, reply }: Exchange): Promise<SignedIn> => {
  const answer = proof(tokens)
  await kit.runTokenHook('onSignIn', { ...tokens, request })
  if (kit.deliveryFor(request) === 'body') return { ...answer, tokens: shownTokens(tokens) }
  const replaced = kit.sessions?.load(request)
  kit.sessions?.save({ tokens, signedInAt: now(), request, reply })
  if (replaced) await kit.sessions?.end({ session: replaced, request })
  return answer
}

/** Who the tokens speak of, and for how long. Only for tokens that Cognito has just handed over. */
export const proof = ({
  accessToken,
  expiresAt,
}: Pick<Tokens, 'accessToken' | 'expiresAt'>): SignedIn => ({
  status: 'signed-in',
  user: userOf(issuedClaims(accessToken)),
  expiresAt,
})

/** Named one by one: what core adds to tokens is not shown by that alone. */
export const shownTokens = ({ accessToken, idToken, refreshToken, expiresAt }: Tokens): Tokens => ({
  accessToken,
  idToken,
  ...(refreshToken && { refreshToken }),
  expiresAt,
})
