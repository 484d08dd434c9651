import type { FastifyReply, FastifyRequest } from 'fastify'
import type { Problem } from '../problems/problem.ts'
import type { Refusal } from '../problems/refusal.ts'
import { refusalOf } from '../problems/refusal-of.ts'
import { sendProblem } from '../problems/send-problem.ts'

/** Whatever was thrown in our routes, as a problem. `tell` adds what only the route knows. */
export const answerProblem =
  (tell: (refusal: Refusal, error: unknown, request: FastifyRequest) => Partial<Problem>) =>
  (error: unknown, request: FastifyRequest, reply: FastifyReply): FastifyReply => {
    const retryAfter = reply.getHeader('retry-after')
    const refusal = refusalOf(error, { body: request.body, retryAfter })
    return sendProblem(refusal, request, reply, tell(refusal, error, request))
  }
