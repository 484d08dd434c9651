import {
  type AccessTokenClaims,
  type Cognito,
  CognitoError,
  TokenError,
  type TokenRequirements,
} from '@x/cognito-core'
import type { FastifyReply, FastifyRequest } from 'fastify'
import type { UserFor } from '../hooks/resolve-user.ts'
import { oncePerRequest } from '../once-per-request.ts'
import type { Sessions } from '../session/sessions.ts'
import { bearerToken } from './bearer-token.ts'
import type { CognitoUser } from './cognito-user.ts'
import type { CrossSiteCheck } from './cross-site.ts'

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
 * @throws TokenError, CognitoError, HookError, or a refusal `CROSS_SITE`
 */
export const createAuthenticate = ({
  cognito,
  sessions,
  refuseCrossSite,
  userFor,
}: {
  cognito: Pick<Cognito, 'verifyAccessToken'>
  sessions?: Sessions | undefined
  refuseCrossSite: CrossSiteCheck
  userFor: UserFor
}): Authenticate => {
  const keepFresh = sessions && oncePerRequest(sessions.keepFresh)

  return async ({ request, reply, requirements }) => {
    const prove = async (accessToken: string, from: RequestAuth['from']): Promise<RequestAuth> => {
      const claims = await cognito.verifyAccessToken(accessToken, requirements)
      return { user: await userFor({ claims, request }), accessToken, claims, from }
    }

    const { auth } = request
    if (auth) return prove(auth.accessToken, auth.from)

    const untrustedToken = bearerToken(request)
    if (untrustedToken !== undefined) return prove(untrustedToken, 'bearer')

    const session = sessions?.load(request)
    if (!sessions || !keepFresh || !session) return null
    refuseCrossSite(request)
    const { accessToken } = await keepFresh({ session, request, reply })
    return prove(accessToken, 'session').catch((error: unknown) => {
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
