import swagger from '@fastify/swagger'
import swaggerUi from '@fastify/swagger-ui'
import cognitoPlugin, { type FastifyCognitoOptions } from '@x/fastify-cognito'
import Fastify, { type FastifyInstance } from 'fastify'

/** Orders, for whoever has an access token of the user pool. */
export const buildApp = async (cognito: FastifyCognitoOptions): Promise<FastifyInstance> => {
  const app = Fastify({ logger: { level: 'warn' } })
  const info = { title: 'Orders', version: '1.0.0' }
  await app.register(swagger, { openapi: { openapi: '3.1.0', info } })
  await app.register(cognitoPlugin, {
    ...cognito,
    // Of its own routes the one that says who is calling; tokens come from elsewhere.
    routes: { features: ['profile'] },
    // Who is not known gets no further, but to the pages of the document.
    defaultGuard: { except: ['/docs/*'] },
    rateLimit: false,
  })
  await app.register(swaggerUi, { routePrefix: '/docs' })

  app.get('/orders', (request) => [{ id: 7, for: request.user.username }])
  app.post('/orders', { config: { cognito: { scopes: ['orders/write'] } } }, (_request, reply) =>
    reply.code(201).send({ id: 8 }),
  )
  const packers = { groups: { any: ['warehouse', 'support'], none: ['trainees'] } }
  app.post('/orders/:id/packed', { config: { cognito: packers } }, () => ({ status: 'packed' }))
  return app
}
