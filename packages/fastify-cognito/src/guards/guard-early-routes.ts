import type { FastifyInstance, RouteOptions } from 'fastify'
import type { Guard } from '../auth/guards.ts'
import type { GuardableRoute } from './route-guard.ts'

const seen = Symbol('seen by @x/fastify-cognito')

/** This one has its guards. */
export const markSeen = (route: RouteOptions): void => {
  route.config = { ...route.config, [seen]: true } as NonNullable<RouteOptions['config']>
}

/**
 * Guards routes of this scope that came before the plugin, as where its `register` was not awaited: what
 * their config asks must not go unheard.
 */
export const guardEarlyRoutes = (
  fastify: FastifyInstance,
  guardOf: (route: GuardableRoute) => Guard | undefined,
): void => {
  fastify.addHook('onRequest', (request, reply, done) => {
    const { config, method, url = '' } = request.routeOptions
    const isEarly = !request.is404 && !(seen in config)
    const guard = isEarly ? guardOf({ config, method, url }) : undefined
    if (guard) guard(request, reply).then(() => done(), done)
    else done()
  })
}
