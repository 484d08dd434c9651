import type { FastifyInstance, RouteOptions } from 'fastify'
import type { Asked, Guard, Guards } from '../auth/guards.ts'
import type { FastifyCognitoOptions } from '../options.ts'
import { answersProblems } from '../problems/render-in-user-routes.ts'
import { createGuardByDefault } from './default-guard.ts'
import { guardByScope } from './guard-by-scope.ts'
import { type GuardMark, markRoute } from './guard-mark.ts'
import type { GuardedRoutes } from './guarded-routes.ts'
import { reportUnguarded } from './report-unguarded.ts'
import {
  createRouteGuards,
  type GuardableRoute,
  isAmongHooks,
  isOwn,
  putInFront,
} from './route-guard.ts'
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
  const seen: { scope: FastifyInstance; route: RouteOptions; mark: GuardMark }[] = []

  const isSaid = (route: RouteOptions): boolean =>
    routeGuards.isSaid(route) || guardOf(route) !== undefined

  const guardOf = (route: GuardableRoute): Guard | undefined =>
    routeGuards.isSaid(route) ? routeGuards.guardOf(route) : byDefault(route)

  const askedOf = (route: RouteOptions): Asked | undefined =>
    guards.askedBy(guardOf(route)) ?? routeGuards.askedOf(route)

  let isAfterOurs = false

  fastify.addHook('onRoute', function guardRoute(this: FastifyInstance, route) {
    const mark = markRoute(route)
    if (isOwn(this)) {
      isAfterOurs = true
      return
    }
    const guard = guardOf(route)
    if (guard) putInFront(route, guard)
    seen.push({ scope: this, route, mark })
    if (isAfterOurs) {
      guardedRoutes.add({
        route,
        asked: () => askedOf(route) ?? askedByScope(this, guards),
        isJsonSchema: isForFastify(route) && isForFastify(this),
        answersProblems: () => answersProblems(route, this),
      })
    }
  })

  guardByScope(fastify, guardOf)

  // Later hooks, such as those of a scope inside, may have changed the config or the hooks by now.
  fastify.addHook('onReady', async () => {
    for (const { route, mark } of seen) {
      const guard = guardOf(route)
      if (guard && !isAmongHooks(guard, route)) mark.late = guard
    }
  })

  if (unguarded === 'ignore') return
  reportUnguarded(fastify, () =>
    seen
      .filter(({ scope, route }) => !isSaid(route) && !askedByScope(scope, guards))
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
