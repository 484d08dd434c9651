import type { FastifyInstance, FastifyReply, FastifyRequest, RouteOptions } from 'fastify'
import { publishRefusal } from '../events/publish.ts'
import { isOurs } from './refusal.ts'
import { refusalIn } from './refusal-in.ts'
import { sendProblem } from './send-problem.ts'

/**
 * Answers our refusals, and what hooks have thrown in guards, as problems in the routes of the app too, as long as the app has no error
 * handler of its own; one that it has gets them with `statusCode` and `headers`. Every other error
 * goes its way untouched.
 */
export const renderInUserRoutes = (fastify: FastifyInstance): void => {
  fastify.addHook('onRoute', (route) => {
    route.errorHandler = route.errorHandler ? telling(route.errorHandler) : renderOurs
  })
}

/** Whether a refusal is answered as a problem there, and not as the app likes. */
export const answersProblems = ({ errorHandler }: RouteOptions, server: FastifyInstance): boolean =>
  errorHandler === renderOurs && hasDefaultErrorHandler(server)

type ErrorHandler = NonNullable<RouteOptions['errorHandler']>

/** One of the app's own answers as it likes; those who count refusals are told all the same. */
const telling = (handle: ErrorHandler): ErrorHandler =>
  function (error, request, reply) {
    const refusal = refusalIn(error)
    if (refusal) publishRefusal(refusal, request)
    return handle.call(this, error, request, reply)
  }

const renderOurs: ErrorHandler = (error, request, reply) => {
  const refusal = refusalIn(error)
  if (!refusal) return passOn(error, request, reply)
  if (hasDefaultErrorHandler(request.server)) return sendProblem(refusal, request, reply)
  publishRefusal(refusal, request)
  return passOn(isOurs(error) ? refusal : error, request, reply)
}

const passOn = (error: unknown, request: FastifyRequest, reply: FastifyReply): unknown => {
  if (error instanceof Error) throw error
  // Thrown once more, a value that is no Error would be taken for an answer.
  return request.server.errorHandler(error, request, reply)
}

/** Fastify does not export its handler; functions given to `setErrorHandler` are bound, so none has this name. */
const hasDefaultErrorHandler = (server: FastifyInstance): boolean =>
  server.errorHandler.name === 'defaultErrorHandler'
