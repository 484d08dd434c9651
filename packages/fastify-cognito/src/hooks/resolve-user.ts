import type { AccessTokenClaims, IdTokenClaims } from '@x/cognito-core'
import type { FastifyRequest } from 'fastify'
import { type CognitoUser, type TokenUser, userOf } from '../auth/cognito-user.ts'
import { oncePerRequest } from '../once-per-request.ts'
import { HookError } from './hook-error.ts'

/**
 * Makes the user that your routes see, such as a row of your own with `userOf(claims)` in it. The claims
 * are those of an ID token where a guard asks for one.
 */
export type ResolveUser = (
  claims: AccessTokenClaims | IdTokenClaims,
  request: FastifyRequest,
) => CognitoUser | Promise<CognitoUser>

export type UserFor = (input: {
  claims: AccessTokenClaims | IdTokenClaims
  request: FastifyRequest
}) => CognitoUser | Promise<CognitoUser>

const isText = (value: unknown): boolean => typeof value === 'string' && value !== ''

const shapes: Readonly<Record<keyof TokenUser, (value: unknown) => boolean>> = {
  sub: isText,
  username: isText,
  groups: Array.isArray,
  scopes: Array.isArray,
}

const isUser = (resolved: unknown): boolean =>
  typeof resolved === 'object' &&
  resolved !== null &&
  Object.entries(shapes).every(([name, holds]) => holds(Reflect.get(resolved, name)))

/** The options ask for `resolveUser` where an app has added to `CognitoUser`, so this is one elsewhere. */
const asTokenSays: UserFor = ({ claims }) => userOf(claims) as CognitoUser

/** Once for each request, however many guards it passes. @throws HookError */
export const createUserFor = (resolveUser: ResolveUser | undefined): UserFor =>
  resolveUser
    ? oncePerRequest(async ({ claims, request }) => {
        try {
          const user = await resolveUser(claims, request)
          if (isUser(user)) return user
          throw new TypeError(
            'resolveUser should give { sub, username, groups, scopes } and what you add: begin with userOf(claims).',
          )
        } catch (error) {
          throw new HookError('resolveUser', error)
        }
      })
    : asTokenSays
