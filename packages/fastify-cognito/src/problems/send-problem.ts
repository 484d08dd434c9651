import type { FastifyReply, FastifyRequest } from 'fastify'
import { publishRefusal } from '../events/publish.ts'
import { type Problem, problemOf } from './problem.ts'
import { reasonOf } from './reason-of.ts'
import type { Refusal } from './refusal.ts'

/** Logs the code, never the request, and answers `application/problem+json`. */
export const sendProblem = (
  refusal: Refusal,
  request: FastifyRequest,
  reply: FastifyReply,
  /** What only the route knows. */
  more: Partial<Problem> = {},
): FastifyReply => {
  log(refusal, request)
  publishRefusal(refusal, request)
  return (
    reply
      .code(refusal.statusCode)
      .headers(refusal.headers)
      .type('application/problem+json')
      // As text, so that a response schema of the route has no say in it.
      .send(JSON.stringify({ ...problemOf(refusal), ...more }))
  )
}

const log = (refusal: Refusal, request: FastifyRequest): void => {
  const { code, statusCode, cause } = refusal
  if (statusCode < 500) {
    request.log.info({ code, statusCode }, 'request refused')
    return
  }
  const err = code === 'INTERNAL' ? { err: cause } : {}
  const reason = reasonOf(refusal)
  request.log.error({ code, statusCode, reason, ...err }, 'request failed')
}
