import type { FastifyInstance, RouteOptions } from 'fastify'
import type { Guard, Guards } from '../auth/guards.ts'
import type { FastifyCognitoOptions } from '../options.ts'
import { answersProblems } from '../problems/render-in-user-routes.ts'
import { createGuardByDefault } from './default-guard.ts'
import { guardEarlyRoutes, markSeen } from './guard-early-routes.ts'
import type { GuardedRoutes } from './guarded-routes.ts'
import { reportUnguarded } from './report-unguarded.ts'
import { createRouteGuards, type GuardableRoute, isOwn, putInFront } from './route-guard.ts'
import { askedByScope } from './scope-hooks.ts'

/**
 * Guards the routes of the app that come after this, as their config or the default says, has a document
 * show that, and tells which are left without.
 */
export const guardRoutes = (
  fastify: FastifyInstance,
  {
    guards,
    guardedRoutes,
    options: { defaultGuard, unguarded },
  }: {
    guards: Guards
    guardedRoutes: GuardedRoutes
    options: Pick<FastifyCognitoOptions, 'defaultGuard' | 'unguarded'>
  },
): void => {
  const routeGuards = createRouteGuards(guards)
  const byDefault = createGuardByDefault(defaultGuard, guards)
  const left: { scope: FastifyInstance; route: RouteOptions }[] = []

  const guardOf = (route: GuardableRoute): Guard | undefined =>
    routeGuards.isSaid(route) ? routeGuards.guardOf(route) : byDefault(route)

  let isAfterOurs = false

  fastify.addHook('onRoute', function guardRoute(this: FastifyInstance, route) {
    markSeen(route)
    if (isOwn(this)) {
      isAfterOurs = true
      return
    }
    const guard = guardOf(route)
    if (guard) putInFront(route, guard)
    if (!routeGuards.isSaid(route)) left.push({ scope: this, route })
    if (isAfterOurs) {
      guardedRoutes.add({
        route,
        asked: () => routeGuards.askedOf(route) ?? askedByScope(this, guards),
        isJsonSchema: isForFastify(route) && isForFastify(this),
        answersProblems: () => answersProblems(route, this),
      })
    }
  })

  guardEarlyRoutes(fastify, guardOf)

  if (unguarded === 'ignore') return
  reportUnguarded(fastify, () =>
    left
      .filter(({ scope }) => !askedByScope(scope, guards))
      // A HEAD is as open as its GET, and a preflight always is.
      .map(({ route }) => route)
      .filter(({ method }) => method !== 'HEAD' && method !== 'OPTIONS'),
  )
}

/** A compiler of the app's own, such as one for Zod, may want schemas of another kind. */
const isForFastify = ({
  validatorCompiler,
  serializerCompiler,
}: Pick<RouteOptions | FastifyInstance, 'validatorCompiler' | 'serializerCompiler'>): boolean =>
  validatorCompiler === undefined && serializerCompiler === undefined
