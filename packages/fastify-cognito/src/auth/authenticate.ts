import {
  type AccessTokenClaims,
  type Cognito,
  CognitoError,
  TokenError,
  type TokenRequirements,
} from '@x/cognito-core'
import type { FastifyReply, FastifyRequest } from 'fastify'
import type { HeaderTokens } from '../delivery/header-tokens.ts'
import type { UserFor } from '../hooks/resolve-user.ts'
import { oncePerRequest } from '../once-per-request.ts'
import type { Revocation } from '../revocation/create-revocation.ts'
import { isRevoked, revokedSession } from '../revocation/revoked.ts'
import type { Sessions } from '../session/sessions.ts'
import { bearerToken } from './bearer-token.ts'
import type { CognitoUser } from './cognito-user.ts'
import type { CrossSiteCheck } from './cross-site.ts'

/** What a request proved. */
export interface RequestAuth {
  user: CognitoUser
  accessToken: string
  claims: AccessTokenClaims
  from: 'bearer' | 'headers' | 'session'
}

export type Authenticate = (input: {
  request: FastifyRequest
  reply: FastifyReply
  requirements?: TokenRequirements | undefined
}) => Promise<RequestAuth | null>

/**
 * Finds out who is calling: by bearer token, else by one in a header of ours, else by session.
 *
 * @returns `null` where the request carries none.
 * @throws TokenError, CognitoError, HookError, or a refusal `CROSS_SITE`
 */
export const createAuthenticate = ({
  cognito,
  sessions,
  headerTokens,
  refuseCrossSite,
  userFor,
  revocation,
}: {
  cognito: Pick<Cognito, 'verifyAccessToken'>
  sessions?: Sessions | undefined
  /** Only where tokens may travel in headers. */
  headerTokens?: HeaderTokens | undefined
  refuseCrossSite: CrossSiteCheck
  userFor: UserFor
  revocation: Pick<Revocation, 'check'>
}): Authenticate => {
  const keepFresh = sessions && oncePerRequest(sessions.keepFresh)

  return async ({ request, reply, requirements }) => {
    const prove = async (accessToken: string, from: RequestAuth['from']): Promise<RequestAuth> => {
      const claims = await cognito.verifyAccessToken(accessToken, requirements)
      await revocation.check({ claims, accessToken, request })
      return { user: await userFor({ claims, request }), accessToken, claims, from }
    }

    const { auth } = request
    if (auth) return prove(auth.accessToken, auth.from)

    const untrustedToken = bearerToken(request)
    if (untrustedToken !== undefined) return prove(untrustedToken, 'bearer')

    const sent = headerTokens?.untrustedTokensIn({ request, reply })
    if (sent) {
      return prove(sent.accessToken, 'headers').catch(async (error: unknown) =>
        prove(await sent.refresh(error), 'headers'),
      )
    }

    const session = await sessions?.load(request)
    if (!sessions || !keepFresh || !session) return null
    refuseCrossSite(request)
    const { accessToken } = await keepFresh({ session, request, reply })
    return prove(accessToken, 'session').catch(async (error: unknown) => {
      if (!isBroken(error) && !isRevoked(error)) throw error
      await sessions.drop({ request, reply })
      if (isRevoked(error)) throw revokedSession(error)
      throw new CognitoError('COGNITO_TOKEN_REJECTED', { cause: error })
    })
  }
}

/** Sealed by us, yet with keys that are gone or as no JWT: it will never work again. */
const isBroken = (error: unknown): boolean =>
  error instanceof TokenError &&
  (error.code === 'TOKEN_UNTRUSTED' || error.code === 'TOKEN_MALFORMED')
