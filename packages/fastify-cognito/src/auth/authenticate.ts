import { CognitoError, requireClaims, TokenError, type TokenRequirements } from '@x/cognito-core'
import type { FastifyReply, FastifyRequest } from 'fastify'
import type { HeaderTokens } from '../delivery/header-tokens.ts'
import type { AskedOfToken } from '../guards/auth-requirements.ts'
import type { UserFor } from '../hooks/resolve-user.ts'
import { oncePerRequest } from '../once-per-request.ts'
import type { Pool, Pools } from '../pools/create-pools.ts'
import type { Revocation } from '../revocation/create-revocation.ts'
import { isRevoked, revokedSession } from '../revocation/revoked.ts'
import type { Sessions } from '../session/sessions.ts'
import { bearerToken } from './bearer-token.ts'
import type { CrossSiteCheck } from './cross-site.ts'
import type { AccessAuth, IdAuth, RequestAuth } from './request-auth.ts'

export type Authenticate = (input: {
  request: FastifyRequest
  reply: FastifyReply
  asked: AskedOfToken
}) => Promise<RequestAuth | null>

/**
 * Finds out who is calling: by bearer token, else by one in a header of ours, else by session.
 *
 * @returns `null` where the request carries none.
 * @throws TokenError, CognitoError, HookError, or a refusal `CROSS_SITE`
 */
export const createAuthenticate = ({
  pools,
  sessions,
  headerTokens,
  refuseCrossSite,
  userFor,
  revocation,
}: {
  pools: Pools
  sessions?: Sessions | undefined
  /** Only where tokens may travel in headers. */
  headerTokens?: HeaderTokens | undefined
  refuseCrossSite: CrossSiteCheck
  userFor: UserFor
  revocation: Pick<Revocation, 'check'>
}): Authenticate => {
  const keepFresh = sessions && oncePerRequest(sessions.keepFresh)

  const proveId = async (
    idToken: string,
    { request, pool, claims: asked }: Ask,
  ): Promise<IdAuth> => {
    const claims = await pool.cognito.verifyIdToken(idToken, asked)
    await revocation.check({ claims, request, cognito: pool.cognito })
    const user = await userFor({ claims, request })
    return { tokenUse: 'id', user, idToken, claims, from: 'bearer', ...markOf(pool) }
  }

  const prove = async (
    accessToken: string,
    from: AccessAuth['from'],
    { request, pool, claims: asked }: Ask,
  ): Promise<AccessAuth> => {
    const claims = await pool.cognito.verifyAccessToken(accessToken, asked)
    // To wait for what is there already costs every request.
    const checking = revocation.check({ claims, accessToken, request, cognito: pool.cognito })
    if (checking) await checking
    const found = userFor({ claims, request })
    const user = found instanceof Promise ? await found : found
    return { tokenUse: 'access', user, accessToken, claims, from, ...markOf(pool) }
  }

  return async ({ request, reply, asked }) => {
    const { tokenUse, claims } = asked
    const found = pools.poolFor(request, asked.pool)
    const pool = found instanceof Promise ? await found : found
    const ask: Ask = { request, pool, claims }

    const before = request.auth
    if (before?.tokenUse === tokenUse && isOf(pool, before)) {
      requireClaims(before.claims, claims)
      return before
    }

    const untrustedToken = bearerToken(request)
    if (tokenUse === 'id') return untrustedToken === undefined ? null : proveId(untrustedToken, ask)
    if (untrustedToken !== undefined) return prove(untrustedToken, 'bearer', ask)

    // What we hand out ourselves is of the plugin's own pool.
    const sent = pool.isOwn ? headerTokens?.untrustedTokensIn({ request, reply }) : undefined
    if (sent) {
      return prove(sent.accessToken, 'headers', ask).catch(async (error: unknown) =>
        prove(await sent.refresh(error), 'headers', ask),
      )
    }

    const session = pool.isOwn ? await sessions?.load(request) : undefined
    if (!sessions || !keepFresh || !session) return null
    refuseCrossSite(request)
    const { accessToken } = await keepFresh({ session, request, reply })
    return prove(accessToken, 'session', ask).catch(async (error: unknown) => {
      if (!isBroken(error) && !isRevoked(error)) throw error
      await sessions.drop({ request, reply })
      if (isRevoked(error)) throw revokedSession(error)
      throw new CognitoError('COGNITO_TOKEN_REJECTED', { cause: error })
    })
  }
}

interface Ask {
  request: FastifyRequest
  pool: Pool
  /** What is asked of them. */
  claims: TokenRequirements
}

/** Which pool it is of, where that is not the plugin's own. Nobody else can say so. */
const ofPool = Symbol('pool')

const markOf = (pool: Pool): { pool?: string; [ofPool]?: Pool } => {
  if (pool.isOwn) return {}
  return { [ofPool]: pool, ...(pool.name !== undefined && { pool: pool.name }) }
}

const isOf = (pool: Pool, auth: RequestAuth & { [ofPool]?: Pool }): boolean =>
  pool.isOwn ? auth[ofPool] === undefined : auth[ofPool] === pool

/** Sealed by us, yet with keys that are gone or as no JWT: it will never work again. */
const isBroken = (error: unknown): boolean =>
  error instanceof TokenError &&
  !error.retryable &&
  (error.code === 'TOKEN_UNTRUSTED' || error.code === 'TOKEN_MALFORMED')
