import type { FastifyPluginAsync } from 'fastify'
import fp from 'fastify-plugin'
import type { CognitoAdminRoutesOptions } from './admin-routes-options.ts'
import { checkAdminRoutes } from './check-admin-routes.ts'

/** Whoever has no operators starts without these routes, and all that they are made of. */
const routes: FastifyPluginAsync<CognitoAdminRoutesOptions & { prefix?: string }> = async (
  fastify,
  options,
) => {
  checkAdminRoutes(options)
  const { mountAdminRoutes } = await import('./mount-admin-routes.ts')
  await mountAdminRoutes(fastify, options)
}

/**
 * Users and groups of the pool, for operators whom `guard` lets in, inside a `cognitoPlugin`; with the AWS
 * credentials of the service. Encapsulated: `prefix` and hooks apply to these routes alone.
 */
export const cognitoAdminRoutes: FastifyPluginAsync<CognitoAdminRoutesOptions> = fp(routes, {
  name: '@x/fastify-cognito/admin-routes',
  fastify: '5.x',
  dependencies: ['@x/fastify-cognito'],
  encapsulate: true,
})
