import {
  type AccessTokenClaims,
  type Cognito,
  CognitoError,
  TokenError,
  type TokenRequirements,
} from '@x/cognito-core'
import type { FastifyReply, FastifyRequest } from 'fastify'
import type { Sessions } from '../session/sessions.ts'
import { bearerToken } from './bearer-token.ts'
import type { CrossSiteCheck } from './cross-site.ts'

/** The user as the access token tells it; what a trigger adds to the token is in `RequestAuth.claims`. */
export interface CognitoUser {
  /** The user's id, which never changes. */
  sub: string
  username: string
  groups: readonly string[]
  scopes: readonly string[]
}

/** What a request proved. */
export interface RequestAuth {
  user: CognitoUser
  accessToken: string
  claims: AccessTokenClaims
  from: 'bearer' | 'session'
}

export type Authenticate = (input: {
  request: FastifyRequest
  reply: FastifyReply
  requirements?: TokenRequirements | undefined
}) => Promise<RequestAuth | null>

/**
 * Finds out who is calling: by bearer token, else by session.
 *
 * @returns `null` where the request carries neither.
 * @throws TokenError, CognitoError, or a refusal `CROSS_SITE`
 */
export const createAuthenticate = ({
  cognito,
  sessions,
  refuseCrossSite,
}: {
  cognito: Pick<Cognito, 'verifyAccessToken'>
  sessions?: Sessions | undefined
  refuseCrossSite: CrossSiteCheck
}): Authenticate => {
  const prove = async (
    accessToken: string,
    from: RequestAuth['from'],
    requirements: TokenRequirements | undefined,
  ): Promise<RequestAuth> => {
    const claims = await cognito.verifyAccessToken(accessToken, requirements)
    return { user: userOf(claims), accessToken, claims, from }
  }

  return async ({ request, reply, requirements }) => {
    const { auth } = request
    if (auth) return prove(auth.accessToken, auth.from, requirements)

    const untrustedToken = bearerToken(request)
    if (untrustedToken !== undefined) return prove(untrustedToken, 'bearer', requirements)

    const session = sessions?.load(request)
    if (!sessions || !session) return null
    refuseCrossSite(request)
    const { accessToken } = await sessions.keepFresh({ session, request, reply })
    return prove(accessToken, 'session', requirements).catch((error: unknown) => {
      if (!isBroken(error)) throw error
      sessions.clear({ request, reply })
      throw new CognitoError('COGNITO_TOKEN_REJECTED', { cause: error })
    })
  }
}

/** Sealed by us, yet with keys that are gone or as no JWT: it will never work again. */
const isBroken = (error: unknown): boolean =>
  error instanceof TokenError &&
  (error.code === 'TOKEN_UNTRUSTED' || error.code === 'TOKEN_MALFORMED')

/** The user as an access token tells it. */
export const userOf = (claims: AccessTokenClaims): CognitoUser => ({
  sub: claims.sub,
  username: claims.username,
  groups: claims['cognito:groups'] ?? [],
  scopes: typeof claims.scope === 'string' ? claims.scope.split(' ').filter(Boolean) : [],
})
