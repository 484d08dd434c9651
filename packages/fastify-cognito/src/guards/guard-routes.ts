import type { FastifyInstance, RouteOptions } from 'fastify'
import type { Guards } from '../auth/guards.ts'
import type { FastifyCognitoOptions } from '../options.ts'
import { createGuardByDefault } from './default-guard.ts'
import { documentGuard, type Schemes } from './document-guard.ts'
import { reportUnguarded } from './report-unguarded.ts'
import { createRouteGuards, isOwn, putInFront } from './route-guard.ts'
import { isGuardedByScope } from './scope-hooks.ts'

/**
 * Guards the routes of the app that come after this, as their config or the default says, shows that in
 * their schema, and tells which are left without.
 */
export const guardRoutes = (
  fastify: FastifyInstance,
  {
    guards,
    schemes,
    options: { defaultGuard, unguarded },
  }: {
    guards: Guards
    schemes: Schemes
    options: Pick<FastifyCognitoOptions, 'defaultGuard' | 'unguarded'>
  },
): void => {
  const routeGuards = createRouteGuards(guards)
  const byDefault = createGuardByDefault(defaultGuard, guards)
  const left: { scope: FastifyInstance; route: RouteOptions }[] = []

  fastify.addHook('onRoute', function guardRoute(this: FastifyInstance, route) {
    if (isOwn(this)) return
    routeGuards.guard(route)
    const guard = routeGuards.isSaid(route) ? undefined : byDefault(route)
    if (guard) putInFront(route, guard)
    const asked = routeGuards.askedOf(route)
    if (asked) documentGuard(route, { asked, schemes })
    else if (!routeGuards.isSaid(route)) left.push({ scope: this, route })
  })

  if (unguarded === 'ignore') return
  reportUnguarded(fastify, () =>
    left
      .filter(({ scope }) => !isGuardedByScope(scope, guards))
      // A HEAD is as open as its GET, and a preflight always is.
      .map(({ route }) => route)
      .filter(({ method }) => method !== 'HEAD' && method !== 'OPTIONS'),
  )
}
