import type { FastifyInstance, RouteOptions } from 'fastify'
import { nameOfRoute } from './route-guard.ts'

const most = 50

/** Once the app is ready, one line with the routes that anybody may use, by a guard of ours at least. */
export const reportUnguarded = (
  fastify: FastifyInstance,
  unguarded: () => readonly RouteOptions[],
): void => {
  fastify.addHook('onReady', async () => {
    const routes = [...new Set(unguarded().map(nameOfRoute))]
    if (routes.length === 0) return
    fastify.log.info(
      { code: 'ROUTES_WITHOUT_GUARD', count: routes.length, routes: routes.slice(0, most) },
      'these routes have no guard; config: { cognito: false } says that one is meant to be public',
    )
  })
}
