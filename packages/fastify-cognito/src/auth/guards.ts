import { checkRequirements, TokenError, type TokenRequirements } from '@x/cognito-core'
import type { FastifyReply, FastifyRequest, RawServerBase, RouteGenericInterface } from 'fastify'
import { HookError, uncover } from '../hooks/hook-error.ts'
import { isOurs, toRefusal } from '../problems/refusal.ts'
import { isRevokedSession } from '../revocation/revoked.ts'
import { isOver } from '../session/is-over.ts'
import type { Authenticate, RequestAuth } from './authenticate.ts'

/** An `onRequest` hook for a server of any kind: HTTP/1 or HTTP/2, with TLS or without. */
export type Guard = (
  request: FastifyRequest<RouteGenericInterface, RawServerBase>,
  reply: FastifyReply<RouteGenericInterface, RawServerBase>,
) => Promise<void>

export interface Guards {
  /** @throws ConfigurationError where the requirements are no requirements. */
  requireAuth(requirements?: TokenRequirements): Guard
  optionalAuth(): Guard
}

/**
 * Guards throw and never answer by themselves, so that they compose, as in `fastify.auth([…])`.
 * What they throw carries `statusCode` and `headers`.
 */
export const createGuards = (authenticate: Authenticate, groups?: readonly string[]): Guards => ({
  requireAuth: (requirements) => {
    if (requirements !== undefined) checkRequirements(requirements, { ...(groups && { groups }) })
    return guard(async (request, reply) => {
      const auth = await authenticate({ request, reply, requirements })
      if (!auth) throw new TokenError('TOKEN_MISSING', 'Sign in, or send an access token.')
      return auth
    }, requirements)
  },
  optionalAuth: () =>
    guard((request, reply) =>
      authenticate({ request, reply }).catch((error: unknown) => {
        // A browser cannot help it that its cookie has ended; a bad bearer token is a mistake.
        if (isOver(error) || isRevokedSession(error)) return null
        throw error
      }),
    ),
})

const guard = (
  prove: (request: FastifyRequest, reply: FastifyReply) => Promise<RequestAuth | null>,
  { scopes, maxAge }: TokenRequirements = {},
): Guard => {
  const asked = { ...(scopes && { scopes }), ...(maxAge !== undefined && { maxAge }) }
  const hook = async (request: FastifyRequest, reply: FastifyReply): Promise<void> => {
    try {
      Object.assign(request, { auth: await prove(request, reply) })
    } catch (error) {
      const thrown = error instanceof HookError ? uncover(error) : error
      throw isOurs(thrown) ? toRefusal(thrown, asked) : thrown
    }
  }
  // Nothing in here touches what differs among servers.
  return hook as Guard
}
