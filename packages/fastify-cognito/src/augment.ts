import type { Cognito, TokenRequirements } from '@x/cognito-core'
import type { onRequestAsyncHookHandler } from 'fastify'
import type { CognitoUser, RequestAuth } from './auth/authenticate.ts'

/** What a request gains. */
export interface CognitoRequest {
  /** Who is calling, as far as the request proved it. */
  readonly auth: RequestAuth | null
  /** `auth.user`; reading it where no guard ran answers 401, never `undefined`. */
  readonly user: CognitoUser
}

declare module 'fastify' {
  interface FastifyInstance {
    cognito: Cognito
    /** An `onRequest` hook: 401 without a valid token, 403 without what is asked. */
    requireAuth(requirements?: TokenRequirements): onRequestAsyncHookHandler
    /** An `onRequest` hook: lets anonymous requests in, and still turns away a bad token. */
    optionalAuth(): onRequestAsyncHookHandler
  }
  // Inherited, so that a plugin which declares a `user` of its own keeps it, instead of a type error.
  interface FastifyRequest extends CognitoRequest {}
}
