import type { AccessTokenClaims } from '@x/cognito-core'
import type { FastifyRequest } from 'fastify'
import type { CognitoUser, TokenUser } from '../auth/cognito-user.ts'
import { HookError } from './hook-error.ts'

/** What each hook is given. Never a token: what a hook needs of it is in `claims`. */
export interface HookEvents {
  /**
   * Cognito took a sign-up and said so; not for a name that is taken, nor where the code could not be
   * delivered. Where it throws, nothing is handed out.
   */
  onSignUp: {
    sub: string
    /** As it was sent to Cognito. */
    username: string
    status: 'confirm-sign-up' | 'confirmed'
    request: FastifyRequest
  }
  /**
   * Somebody signed in, in whatever way, and nothing is handed out yet. Where it throws, the tokens are
   * revoked and nobody is signed in.
   */
  onSignIn: { user: TokenUser; claims: AccessTokenClaims; request: FastifyRequest }
  /**
   * Cognito gave new tokens for a session: once, however many requests waited for them. Where it
   * throws, the request that asked is refused; the tokens are kept, and the next request gets them.
   * It cannot keep anybody out: `resolveUser` can.
   */
  onRefresh: { user: TokenUser; claims: AccessTokenClaims; request: FastifyRequest }
  /** A session has ended, here and at Cognito. Where it throws, it stays ended. */
  onSignOut: {
    /** `null` where no more was sent than a refresh token: it does not say whose it is, if anybody's. */
    user: TokenUser | null
    /** Whether all sessions of the user have ended. */
    everywhere: boolean
    request: FastifyRequest
  }
  /**
   * Somebody is about to be deleted at Cognito, which has just accepted their token. Where it throws,
   * nothing is deleted. Where Cognito cannot delete after that, it is told again by the next try.
   */
  onDeleteAccount: { user: CognitoUser; claims: AccessTokenClaims; request: FastifyRequest }
}

/** Each is awaited. What one throws is the answer, with its own `statusCode`, else 500. */
export type CognitoHooks = {
  readonly [Name in keyof HookEvents]?: (event: HookEvents[Name]) => unknown
}

/** @throws HookError */
export type RunHook = <Name extends keyof HookEvents>(
  name: Name,
  event: HookEvents[Name],
) => Promise<void>

export const createRunHook =
  (hooks: CognitoHooks): RunHook =>
  async (name, event) => {
    try {
      await hooks[name]?.(event)
    } catch (error) {
      throw new HookError(name, error)
    }
  }
