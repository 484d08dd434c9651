import type { Tokens } from '@x/cognito-core'
import type { FastifyReply, FastifyRequest } from 'fastify'
import type { RefreshOutcome } from './renewal.ts'
import type { Session } from './session.ts'

export interface Exchange {
  request: FastifyRequest
  reply: FastifyReply
}

export interface RenewedSession {
  session: Session
  outcome: RefreshOutcome
  /** Whether nobody was given these tokens before. */
  isFirstHand: boolean
}

/** Where sessions are kept: in the cookie itself, or in a store by the id in the cookie. */
export interface Keeping {
  /** `undefined` where nobody is signed in. @throws a refusal `STORE_UNAVAILABLE` */
  load(request: FastifyRequest): Promise<Session | undefined>
  /** Whether the request carries a cookie of ours. Asks nobody. */
  isSent(request: FastifyRequest): boolean
  /** @throws a refusal `SESSION_TOO_LARGE` or `STORE_UNAVAILABLE` */
  save(input: Exchange & { tokens: Tokens; signedInAt: number }): Promise<Session>
  /** New tokens, kept before they are given. @throws CognitoError, or a refusal `STORE_UNAVAILABLE` */
  renew(
    input: Exchange & {
      session: Session
      reason: 'expiry' | 'renew'
      /** For tokens that are kept only once the request has been answered. */
      onLate: (renewed: RenewedSession) => Promise<void>
    },
  ): Promise<RenewedSession>
  /** Revokes its refresh token as well as that can be done. @throws a refusal `STORE_UNAVAILABLE` */
  end(input: { session: Session; request: FastifyRequest }): Promise<void>
  clear(exchange: Exchange): void
  /** Clears its cookie, and ends what the store has of it as well as that can be done. Never throws. */
  drop(exchange: Exchange): Promise<void>
  /** As the answer goes: a session that was ended in the meantime is not written. */
  settle(exchange: Exchange): void
}
