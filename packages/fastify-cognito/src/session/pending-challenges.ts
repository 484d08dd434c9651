import type { Challenge, ChallengeKind } from '@x/cognito-core'
import type { FastifyReply, FastifyRequest } from 'fastify'
import { now } from '../clock.ts'
import { refuse } from '../problems/refusal.ts'
import type { Seal } from './seal.ts'
import type { SealedCookie } from './sealed-cookie.ts'

/** What is known of a sign-in under way besides Cognito's challenge. Never a password. */
export interface SignInAttempt {
  /** The user's name as it was typed. */
  typed: string
  /** How a fresh attempt begins; absent where that takes a password. */
  method?: 'choice' | 'custom'
  /** Whether the user has proved anything yet, so that what Cognito says is for them. */
  isProved: boolean
  /** Whose session this is to renew: nobody else's tokens are handed over. */
  reauthenticates?: { sub: string; returnTo?: string }
}

/** A challenge under way. It travels sealed, so any instance with the same secrets can answer it. */
export interface PendingChallenge {
  challenge: Challenge
  attempt: SignInAttempt
  /** Unix seconds. */
  expiresAt: number
}

export interface PendingChallenges {
  /** From now on, for as long as an attempt lives. */
  start(challenge: Challenge, attempt: SignInAttempt): PendingChallenge
  /** For clients without cookies: an opaque text. @throws a refusal `CHALLENGE_TOO_LARGE` */
  seal(pending: PendingChallenge): string
  /** In this token, else in the cookie; `undefined` where none is under way. */
  find(input: {
    untrustedToken?: string | undefined
    request: FastifyRequest
  }): PendingChallenge | undefined
  /** Whether a cookie carries one. */
  isSent(request: FastifyRequest): boolean
  /** @throws a refusal `CHALLENGE_TOO_LARGE` */
  save(input: { pending: PendingChallenge; request: FastifyRequest; reply: FastifyReply }): void
  clear(request: FastifyRequest, reply: FastifyReply): void
}

const context = 'challengeToken'

/** In letters: what `POST /challenge` takes back. */
export const longestChallengeToken = 16_384

/** What a challenge shows and its answer does not need: it is told once, and not sealed. */
const shownOnly: Readonly<Partial<Record<ChallengeKind, object>>> = {
  'totp-setup': { secret: '' },
  passkey: { requestOptions: {} },
  custom: { parameters: {} },
  unsupported: { parameters: {} },
}

/**
 * In bytes. Where nothing is proved, what is sealed tells by its length neither whether there is such
 * a user nor what they are called. Sealed, one of these fits into one cookie.
 */
const step = 2688

const textOf = (pending: PendingChallenge): string => {
  const { challenge, attempt } = pending
  const slim = { ...pending, challenge: { ...challenge, ...shownOnly[challenge.kind] } }
  const text = JSON.stringify(slim)
  if (attempt.isProved) return text
  const length = Buffer.byteLength(text)
  // Spaces around a JSON text are no part of it.
  return text + ' '.repeat(Math.ceil(length / step) * step - length)
}

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
}): PendingChallenges => {
  const opened = (untrustedToken: string): unknown => {
    const text = seal.open({ untrustedSealed: untrustedToken, context })
    return text && JSON.parse(text)
  }

  return {
    start: (challenge, attempt) => ({ challenge, attempt, expiresAt: now() + maxAge }),
    seal: (pending) => {
      const token = seal.seal({ text: textOf(pending), context })
      if (token.length <= longestChallengeToken) return token
      throw refuse('CHALLENGE_TOO_LARGE', 'What is asked of this user does not fit into a token.')
    },
    find: ({ untrustedToken, request }) =>
      alive(untrustedToken === undefined ? cookie?.read(request) : opened(untrustedToken)),
    isSent: (request) => alive(cookie?.read(request)) !== undefined,
    save: ({ pending, request, reply }) => {
      const maxAgeNow = pending.expiresAt - now()
      cookie?.write({ text: textOf(pending), maxAge: maxAgeNow, request, reply })
    },
    clear: (request, reply) => {
      if (cookie?.isSent(request)) cookie.clear(request, reply)
    },
  }
}

/** What opened was sealed by us for this purpose and version, so its shape is known. */
const alive = (opened: unknown): PendingChallenge | undefined => {
  const pending = opened as PendingChallenge | undefined
  return pending && pending.expiresAt > now() ? pending : undefined
}
