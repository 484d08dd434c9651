import type { Cognito } from '@x/cognito-core'
import type { CognitoUser } from './auth/cognito-user.ts'
import type { Guard } from './auth/guards.ts'
import type { RequestAuth } from './auth/request-auth.ts'
import type { AuthRequirements } from './guards/auth-requirements.ts'
import type { RouteGuard } from './guards/route-guard.ts'
import type { RegisteredOptions } from './registered-options.ts'

/** What a request gains. */
export interface CognitoRequest {
  /** Who is calling, as far as the request proved it. */
  readonly auth: RequestAuth | null
  /**
   * `auth.user`; reading it where no guard proved anybody answers 401, never `undefined`. An error
   * handler or a log serializer reads `auth` instead, or that 401 hides what it is about.
   * With `decorateUser: false` it is not ours, and has the type that the other plugin declares.
   */
  readonly user: CognitoUser
}

declare module 'fastify' {
  interface FastifyInstance {
    cognito: Cognito<RegisteredOptions>
    /** An `onRequest` hook: 401 without a valid token, 403 without what is asked. */
    requireAuth(requirements?: AuthRequirements): Guard
    /** An `onRequest` hook: lets anonymous requests in, and still turns away a bad token. */
    optionalAuth(): Guard
  }
  interface FastifyContextConfig {
    /** Who may use the route: what `requireAuth` takes, or `true` for whoever is signed in. */
    cognito?: RouteGuard
  }
  // Inherited, so that a plugin which declares a `user` of its own keeps it, instead of a type error.
  interface FastifyRequest extends CognitoRequest {}
}
