import { ConfigurationError } from '@x/cognito-core'
import type { FastifyInstance, RouteOptions } from 'fastify'
import type { Guard, Guards } from '../auth/guards.ts'
import type { AuthRequirements } from './auth-requirements.ts'

/**
 * Who may use a route, as its `config: { cognito: … }`: `true` is whoever is signed in, `'optional'` also
 * whoever is not, and `false` says that no guard of ours is wanted.
 */
export type RouteGuard = AuthRequirements | boolean | 'optional'

/** Hooks that run before a handler, of which any may be a guard. */
const hooks = ['onRequest', 'preParsing', 'preValidation', 'preHandler'] as const

/** What has to be known of a route to guard it. */
export type GuardableRoute = Pick<RouteOptions, 'config' | 'method' | 'url'> &
  Partial<Pick<RouteOptions, (typeof hooks)[number]>>

const hooksOf = (route: GuardableRoute): readonly unknown[] =>
  hooks.flatMap((name) => [route[name] ?? []].flat())

export interface RouteGuards {
  /** The guard that its config asks for. @throws ConfigurationError that names the route. */
  guardOf(route: GuardableRoute): Guard | undefined
  /** What is asked of whoever calls it; `undefined` where nothing is. */
  askedOf(route: GuardableRoute): ReturnType<Guards['askedBy']>
  /** Whether it says itself who may use it, be it everybody. */
  isSaid(route: GuardableRoute): boolean
}

export const createRouteGuards = (guards: Guards): RouteGuards => {
  /** One for each config: Fastify makes a HEAD of each GET, with the same. */
  const made = new Map<unknown, Guard>()

  const guardFor = (wanted: true | 'optional' | AuthRequirements): Guard => {
    const known = made.get(wanted)
    if (known) return known
    const guard = madeFor(wanted)
    made.set(wanted, guard)
    return guard
  }

  const madeFor = (wanted: true | 'optional' | AuthRequirements): Guard => {
    if (wanted === 'optional') return guards.optionalAuth()
    return wanted === true ? guards.requireAuth() : guards.requireAuth(wanted)
  }

  const askedOf: RouteGuards['askedOf'] = (route) => {
    const asked = hooksOf(route).flatMap((hook) => guards.askedBy(hook) ?? [])
    return asked.find(({ isOptional }) => !isOptional) ?? asked[0]
  }

  return {
    guardOf: (route) => {
      const { config = {} } = route
      if (!('cognito' in config)) return undefined
      const wanted: unknown = config.cognito
      if (wanted === false) return undefined
      checkWanted(wanted, route)
      try {
        return guardFor(wanted)
      } catch (error) {
        if (!(error instanceof ConfigurationError)) throw error
        throw wrong(route, error.message)
      }
    },
    askedOf,
    isSaid: (route) => 'cognito' in (route.config ?? {}) || askedOf(route) !== undefined,
  }
}

/** Twice would do no harm, but cost. */
export const putInFront = (route: RouteOptions, guard: Guard): void => {
  if (isAmongHooks(guard, route)) return
  route.onRequest = [guard, ...[route.onRequest ?? []].flat()]
}

export const isAmongHooks = (guard: Guard, { onRequest = [] }: RouteOptions): boolean =>
  [onRequest].flat().some((hook) => hook === guard)

function checkWanted(
  wanted: unknown,
  route: GuardableRoute,
): asserts wanted is true | 'optional' | AuthRequirements {
  if (wanted === true || wanted === 'optional') return
  if (typeof wanted === 'object' && wanted !== null && !Array.isArray(wanted)) return
  // As where a rule was looked up by a name that is misspelt.
  const found = wanted === undefined ? ' It is there, and undefined.' : ''
  throw wrong(route, `should be requirements, true, 'optional' or false.${found}`)
}

/** As in `GET /orders`. */
export const nameOfRoute = ({ method, url }: Pick<RouteOptions, 'method' | 'url'>): string =>
  `${[method].flat().join(', ')} ${url}`

const wrong = (route: GuardableRoute, problem: string): ConfigurationError =>
  new ConfigurationError(`config.cognito of ${nameOfRoute(route)}`, problem)

const own = Symbol('routes of @x/fastify-cognito')

/** What is registered in this scope guards itself. */
export const markOwn = (fastify: FastifyInstance): void => {
  fastify.decorate(own, true)
}

export const isOwn = (fastify: FastifyInstance): boolean => Reflect.get(fastify, own) === true
