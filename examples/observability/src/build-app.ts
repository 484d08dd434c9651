import type { Tracer } from '@opentelemetry/api'
import cognitoPlugin, { type FastifyCognitoOptions } from '@x/fastify-cognito'
import Fastify, { type FastifyInstance } from 'fastify'
import type { Metrics } from './create-metrics.ts'
import { traceRequests } from './trace-requests.ts'

export const buildApp = async ({
  cognito,
  metrics,
  tracer,
}: {
  cognito: FastifyCognitoOptions
  metrics: Metrics
  tracer: Tracer
}): Promise<FastifyInstance> => {
  const app = Fastify({ logger: { level: 'warn' } })
  traceRequests(app, tracer)
  await app.register(cognitoPlugin, {
    ...cognito,
    // Every route is for users, unless it says otherwise.
    defaultGuard: true,
    rateLimit: false,
    hooks: { onSignIn: () => metrics.countSignIn() },
  })

  // Open to all who reach this port, as scrapers carry no token: keep it off the internet.
  app.get('/metrics', { config: { cognito: false } }, async (_request, reply) => {
    reply.type(metrics.registry.contentType)
    return metrics.registry.metrics()
  })
  app.get('/orders/:id', (request) => ({ for: request.user.username }))
  return app
}
