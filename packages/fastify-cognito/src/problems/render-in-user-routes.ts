import type { FastifyInstance, RouteOptions } from 'fastify'
import { hookErrorOf } from '../hooks/hook-error.ts'
import { isOurs, toRefusal } from './refusal.ts'
import { refusalOfHook } from './refusal-of-hook.ts'
import { sendProblem } from './send-problem.ts'

/**
 * Answers our refusals, and what hooks have thrown in guards, as problems in the routes of the app too, as long as the app has no error
 * handler of its own; one that it has gets them with `statusCode` and `headers`. Every other error
 * goes its way untouched.
 */
export const renderInUserRoutes = (fastify: FastifyInstance): void => {
  fastify.addHook('onRoute', (route) => {
    route.errorHandler ??= renderOurs
  })
}

const renderOurs: NonNullable<RouteOptions['errorHandler']> = (error, request, reply) => {
  const failed = hookErrorOf(error)
  if (failed && hasDefaultErrorHandler(request.server)) {
    return sendProblem(refusalOfHook(failed), request, reply)
  }
  if (!isOurs(error)) {
    if (error instanceof Error) throw error
    // Thrown once more, a value that is no Error would be taken for an answer.
    return request.server.errorHandler(error, request, reply)
  }
  const refusal = toRefusal(error)
  if (!hasDefaultErrorHandler(request.server)) throw refusal
  return sendProblem(refusal, request, reply)
}

/** Fastify does not export its handler; functions given to `setErrorHandler` are bound, so none has this name. */
const hasDefaultErrorHandler = (server: FastifyInstance): boolean =>
  server.errorHandler.name === 'defaultErrorHandler'
