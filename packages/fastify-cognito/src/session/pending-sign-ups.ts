import type { FastifyReply, FastifyRequest } from 'fastify'
import { now } from '../clock.ts'
import type { Seal } from './seal.ts'
import type { SealedCookie } from './sealed-cookie.ts'

/** A sign-up that waits for its code. It travels sealed, so any instance with the same secrets can go on. */
export interface PendingSignUp {
  /** As it was sent to Cognito. */
  username: string
  /** Cognito's handle on it, for signing in once it is confirmed. Secret. */
  session?: string | undefined
}

/** What is sealed has one length, whoever signs up and whatever Cognito gave: it tells nothing. */
export interface PendingSignUps {
  /** For clients without cookies: an opaque text. */
  seal(pending: PendingSignUp): string
  save(input: { pending: PendingSignUp; request: FastifyRequest; reply: FastifyReply }): void
  /** Cognito's session: from the token, else from the cookie, and only for the name it was made for. */
  sessionOf(input: {
    username: string
    untrustedToken?: string | undefined
    request: FastifyRequest
  }): string | undefined
  /** Whether a cookie carries one. */
  isSent(request: FastifyRequest): boolean
  clear(request: FastifyRequest, reply: FastifyReply): void
}

interface Sealed extends PendingSignUp {
  /** Unix seconds. */
  expiresAt: number
  padding: string
}

const context = 'signUpToken'

/**
 * In bytes: a user name of 128 characters of four bytes, a session of 2048 of one, and what is around
 * them. Sealed, it fits into one cookie.
 */
const size = 2688

export const createPendingSignUps = ({
  seal,
  cookie,
  maxAge,
}: {
  seal: Seal
  /** None where no cookies are used. */
  cookie?: SealedCookie | undefined
  /** In seconds. */
  maxAge: number
}): PendingSignUps => {
  const padded = (pending: PendingSignUp): Sealed => {
    const bare = { ...pending, expiresAt: now() + maxAge, padding: '' }
    const room = size - Buffer.byteLength(JSON.stringify(bare))
    // A session of a length that AWS does not have today is done without: signing in then takes a password.
    return room < 0 && pending.session !== undefined
      ? padded({ username: pending.username })
      : { ...bare, padding: 'x'.repeat(Math.max(room, 0)) }
  }

  const opened = (untrustedToken: string): unknown => {
    const text = seal.open({ untrustedSealed: untrustedToken, context })
    return text && JSON.parse(text)
  }

  return {
    seal: (pending) => seal.seal({ text: JSON.stringify(padded(pending)), context }),
    save: ({ pending, request, reply }) => {
      cookie?.write({ text: JSON.stringify(padded(pending)), maxAge, request, reply })
    },
    sessionOf: ({ username, untrustedToken, request }) => {
      // What opens was sealed by us for this purpose and version, so its shape is known.
      const found = untrustedToken === undefined ? cookie?.read(request) : opened(untrustedToken)
      const { username: owner, session, expiresAt } = (found ?? { expiresAt: 0 }) as Sealed
      return owner === username && expiresAt > now() ? session : undefined
    },
    isSent: (request) => cookie?.read(request) !== undefined,
    clear: (request, reply) => {
      if (cookie?.isSent(request)) cookie.clear(request, reply)
    },
  }
}
