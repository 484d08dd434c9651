import type { FastifyReply, FastifyRequest } from 'fastify'
import { hookErrorOf } from '../hooks/hook-error.ts'
import type { ProblemCode } from '../http-status.ts'
import type { Kit } from '../kit.ts'
import type { Refusal } from '../problems/refusal.ts'
import { answerProblem } from './answer-problem.ts'
import { pendingChallengeOf } from './pending-challenge-of.ts'

/** After these the attempt lives on, and another answer may do. */
const retriable: ReadonlySet<ProblemCode> = new Set<ProblemCode>([
  'INVALID_INPUT',
  'PAYLOAD_TOO_LARGE',
  'UNSUPPORTED_MEDIA_TYPE',
  'COGNITO_CODE_MISMATCH',
  'COGNITO_CODE_EXPIRED',
  'COGNITO_INVALID_PASSWORD',
  'COGNITO_ATTRIBUTE_MISSING',
  'COGNITO_ATTRIBUTE_INVALID',
  'COGNITO_INVALID_INPUT',
])

/** What a hook throws is not about the answer, which was taken: the attempt is over. */
const isRetriable = ({ code, retriable: maybeLater = false }: Refusal, error: unknown): boolean =>
  hookErrorOf(error) === undefined && (maybeLater || retriable.has(code))

/** Always says whether the attempt lives on, and until when. */
export const answerChallengeProblem = (
  kit: Kit,
): ((error: unknown, request: FastifyRequest, reply: FastifyReply) => FastifyReply) =>
  answerProblem((refusal, error, request) => {
    const pending = isRetriable(refusal, error) ? pendingChallengeOf(request, kit) : undefined
    return pending ? { retriable: true, expiresAt: pending.expiresAt } : { retriable: false }
  })
