import type { AccessTokenClaims, IdTokenClaims } from '@x/cognito-core'

/** The user as the access token tells it; what a trigger adds to the token is in `RequestAuth.claims`. */
export interface TokenUser {
  /** The user's id, which never changes. */
  sub: string
  username: string
  groups: readonly string[]
  scopes: readonly string[]
}

/**
 * The user as your routes see it. What `resolveUser` adds is declared once:
 *
 * ```ts
 * declare module '@x/fastify-cognito' {
 *   interface CognitoUser { id: number }
 * }
 * ```
 */
export interface CognitoUser extends TokenUser {}

/** The user as a token tells it: what `resolveUser` builds on. An ID token tells no scopes. */
export const userOf = (claims: AccessTokenClaims | IdTokenClaims): TokenUser => ({
  sub: claims.sub,
  username: isIdToken(claims) ? claims['cognito:username'] : claims.username,
  groups: claims['cognito:groups'] ?? [],
  scopes: typeof claims['scope'] === 'string' ? claims['scope'].split(' ').filter(Boolean) : [],
})

const isIdToken = (claims: AccessTokenClaims | IdTokenClaims): claims is IdTokenClaims =>
  claims['token_use'] === 'id'
