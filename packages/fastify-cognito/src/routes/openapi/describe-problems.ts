import { STATUS_CODES } from 'node:http'
import type { ProblemCode } from '../../http-status.ts'

const retryAfter = { type: 'integer', description: 'In seconds.' }
const retryLater = { 'retry-after': retryAfter }

const headersOf: Readonly<Record<number, object>> = {
  401: { 'www-authenticate': { type: 'string' } },
  429: retryLater,
  503: retryLater,
}

/** What the app itself refuses, be it by a hook, may have any status. */
const ofTheApp = (status: number): ProblemCode => (status < 500 ? 'REQUEST_REFUSED' : 'INTERNAL')

/** A response for each status, with the codes that it may carry, and one for every other status. */
export const describeProblems = (
  byStatus: ReadonlyMap<number, readonly ProblemCode[]>,
  problem: { $ref: string },
): Record<string, object> => {
  const described = [...byStatus].map(([status, codes]) => {
    const code = { type: 'string', enum: [...new Set([...codes, ofTheApp(status)])] }
    const only = { type: 'object', properties: { status: { const: status }, code } }
    return [status, describeProblem(status, { allOf: [problem, only] })] as const
  })
  return { ...Object.fromEntries(described), default: otherProblem(problem) }
}

export const describeProblem = (status: number, schema: object): object => ({
  description: STATUS_CODES[status] ?? 'Error',
  ...(headersOf[status] && { headers: headersOf[status] }),
  content: { 'application/problem+json': { schema } },
})

const otherProblem = (schema: object): object => ({
  description: 'Refused by this service, for reasons of its own.',
  content: { 'application/problem+json': { schema } },
})
