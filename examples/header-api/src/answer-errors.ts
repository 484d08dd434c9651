import type { FastifyError, FastifyReply, FastifyRequest } from 'fastify'
import { sendProblem } from './problem.ts'

/** An error handler: what is meant for clients is told, whatever else went wrong is in the log. */
export const answerErrors = (
  error: FastifyError & { headers?: Record<string, string> },
  request: FastifyRequest,
  reply: FastifyReply,
): FastifyReply => {
  const { statusCode: status = 500, code = 'INTERNAL', message, headers = {}, cause } = error
  reply.headers(headers)
  if (status < 500) return sendProblem({ status, code, detail: message }, reply)
  request.log.error({ err: status === 500 ? error : cause, code }, 'request failed')
  // 503 is what this service and the plugin say of others, in words for clients.
  if (status === 503) return sendProblem({ status, code, detail: message }, reply)
  return sendProblem({ status, code: 'INTERNAL', detail: 'Something went wrong here.' }, reply)
}
