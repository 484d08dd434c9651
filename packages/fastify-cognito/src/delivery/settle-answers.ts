import type { FastifyInstance, FastifyReply, onSendHookHandler } from 'fastify'
import type { Kit } from '../kit.ts'

/**
 * Whatever a route says: no cache hands out a cookie or a token, and none is given for a session that has
 * ended.
 */
export const settleAnswers = (
  fastify: FastifyInstance,
  { sessions, deliveries, settle }: Kit,
): void => {
  if (!sessions && !deliveries.includes('headers')) return
  const settleLast: onSendHookHandler = (request, reply, payload, done) => {
    const rest = payload instanceof Response ? unpacked(payload, reply) : payload
    settle(request, reply)
    done(null, rest)
  }
  // For what is no route, and where a hook of the app fails.
  fastify.addHook('onSend', (request, reply, _payload, done) => {
    settle(request, reply)
    done()
  })
  fastify.addHook('onRoute', (route) => {
    const hooks = [route.onSend ?? []].flat().filter((hook) => hook !== settleLast)
    route.onSend = [...hooks, settleLast]
  })
}

/** Fastify would put its headers over those of the answer, after all hooks. */
const unpacked = (response: Response, reply: FastifyReply): unknown => {
  if (response.bodyUsed) return response
  reply.code(response.status)
  for (const [name, value] of response.headers) reply.header(name, value)
  return response.body
}
