import type { FastifyPluginAsync } from 'fastify'
import fp from 'fastify-plugin'
import { checkRoutes } from '../check-routes.ts'
import type { CognitoRoutesOptions } from '../options.ts'

/** Whoever wants the guard only starts without the routes, and all that they are made of. */
const routes: FastifyPluginAsync<CognitoRoutesOptions & { prefix?: string }> = async (
  fastify,
  options,
) => {
  checkRoutes(options)
  const { mountRoutes } = await import('./mount-routes.ts')
  await mountRoutes(fastify, options)
}

/**
 * The routes alone, for those who mount them by hand, inside a `cognitoPlugin` with `routes: false`.
 * Encapsulated: `prefix`, hooks and rate limits apply to them alone.
 */
export const cognitoRoutes: FastifyPluginAsync<CognitoRoutesOptions> = fp(routes, {
  name: '@x/fastify-cognito/routes',
  fastify: '5.x',
  dependencies: ['@x/fastify-cognito'],
  encapsulate: true,
})
