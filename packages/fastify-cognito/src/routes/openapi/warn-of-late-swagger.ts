import type { FastifyInstance } from 'fastify'

const warned = new WeakSet<object>()

/** Once for each app: @fastify/swagger documents only the routes that come after it. */
export const warnOfLateSwagger = (fastify: FastifyInstance): void => {
  if (fastify.hasDecorator('swagger')) return
  fastify.addHook('onReady', async () => {
    if (!fastify.hasDecorator('swagger') || warned.has(fastify.server)) return
    warned.add(fastify.server)
    fastify.log.warn(
      '@fastify/swagger came after the auth routes, and a document that it generates lacks them. Register it before them.',
    )
  })
}
