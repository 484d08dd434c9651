import { type ScopeRequirement, TokenError } from '@x/cognito-core'
import type { FastifyReply, FastifyRequest, RawServerBase, RouteGenericInterface } from 'fastify'
import {
  type AnyRequirements,
  type AskedOfToken,
  type AuthRequirements,
  askedOfToken,
} from '../guards/auth-requirements.ts'
import { HookError, uncover } from '../hooks/hook-error.ts'
import type { ownPool } from '../pools/create-pools.ts'
import { isOurs, toRefusal } from '../problems/refusal.ts'
import { isRevokedSession } from '../revocation/revoked.ts'
import { isOver } from '../session/is-over.ts'
import type { Authenticate } from './authenticate.ts'
import type { RequestAuth } from './request-auth.ts'

/** An `onRequest` hook for a server of any kind: HTTP/1 or HTTP/2, with TLS or without. */
export type Guard = (
  request: FastifyRequest<RouteGenericInterface, RawServerBase>,
  reply: FastifyReply<RouteGenericInterface, RawServerBase>,
) => Promise<void>

/** What a guard asks, for whoever comes upon it among the hooks of a route. */
export interface Asked {
  requirements: AnyRequirements
  isOptional: boolean
}

export interface Guards {
  /** @throws ConfigurationError where the requirements are no requirements. */
  requireAuth(requirements?: AuthRequirements): Guard
  optionalAuth(): Guard
  /** `undefined` for a hook that is no guard of these. */
  askedBy(hook: unknown): Asked | undefined
}

/**
 * Guards throw and never answer by themselves, so that they compose, as in `fastify.auth([…])`.
 * What they throw carries `statusCode` and `headers`.
 */
export const createGuards = ({
  authenticate,
  check = () => undefined,
  untrustedAccessTokenIn = () => undefined,
  pool,
}: {
  authenticate: Authenticate
  /** @throws ConfigurationError */
  check?: (requirements: AnyRequirements) => void
  /** What a request carries beside a session. */
  untrustedAccessTokenIn?: (request: FastifyRequest) => string | undefined
  /** Whose tokens all of them ask for, in place of what requirements say. */
  pool?: typeof ownPool
}): Guards => {
  const guards = new WeakMap<object, Asked>()
  const known = (guard: Guard, what: Asked): Guard => {
    guards.set(guard, what)
    return guard
  }
  const askedOf = (requirements: AnyRequirements): AskedOfToken => ({
    ...askedOfToken(requirements),
    ...(pool && { pool }),
  })
  return {
    requireAuth: (requirements = {}) => {
      check(requirements)
      const asked = askedOf(requirements)
      const prove: Prove = async (request, reply) => {
        const auth = await authenticate({ request, reply, asked })
        if (!auth) throw new TokenError('TOKEN_MISSING', missing[asked.tokenUse])
        return auth
      }
      return known(guard(prove, requirements), { requirements, isOptional: false })
    },
    optionalAuth: () => {
      const asked = askedOf({})
      const prove: Prove = (request, reply) =>
        authenticate({ request, reply, asked }).catch((error: unknown) => {
          // A browser cannot help it that its cookie has ended; a bad token is a mistake.
          const isByToken = untrustedAccessTokenIn(request) !== undefined
          if (!isByToken && (isOver(error) || isRevokedSession(error))) return null
          throw error
        })
      return known(guard(prove), { requirements: {}, isOptional: true })
    },
    askedBy: (hook) => guards.get(Object(hook)),
  }
}

const missing = {
  access: 'Sign in, or send an access token.',
  id: 'Send an ID token.',
} as const

type Prove = (request: FastifyRequest, reply: FastifyReply) => Promise<RequestAuth | null>

const guard = (prove: Prove, { scopes, maxAge }: AnyRequirements = {}): Guard => {
  const asked = {
    ...(scopes && { scopes: scopesIn(scopes) }),
    ...(maxAge !== undefined && { maxAge }),
  }
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

/** All that are named: a client that asks for each of them has enough. */
const scopesIn = (scopes: ScopeRequirement): readonly string[] =>
  'includes' in scopes ? scopes : [...new Set([...(scopes.all ?? []), ...(scopes.any ?? [])])]
