import { STATUS_CODES } from 'node:http'
import { httpStatus, type ProblemCode } from '../../http-status.ts'

const retryAfter = { type: 'integer', description: 'In seconds.' }
const retryLater = { 'retry-after': retryAfter }

const headersOf: Readonly<Record<number, object>> = {
  401: { 'www-authenticate': { type: 'string' } },
  429: retryLater,
  503: retryLater,
}

/** A response for each status, with the codes that it may carry, and one for what the app itself refuses. */
export const describeProblems = (
  codes: readonly ProblemCode[],
  problem: { $ref: string },
): Record<string, object> => {
  const statuses = [...new Set(codes.map((code) => httpStatus[code]))]
  const described = statuses.map((status) => {
    const code = { type: 'string', enum: codes.filter((each) => httpStatus[each] === status) }
    const only = { type: 'object', properties: { status: { const: status }, code } }
    return [status, response(status, { allOf: [problem, only] })] as const
  })
  return { ...Object.fromEntries(described), default: otherProblem(problem) }
}

const response = (status: number, schema: object): object => ({
  description: STATUS_CODES[status] ?? 'Error',
  ...(headersOf[status] && { headers: headersOf[status] }),
  content: { 'application/problem+json': { schema } },
})

const otherProblem = (schema: object): object => ({
  description: 'Refused by this service, for reasons of its own.',
  content: { 'application/problem+json': { schema } },
})
