import type { FastifyReply } from 'fastify'

/** Of the plugin's routes and of this service's own. */
export interface Problem {
  status: number
  code: string
  detail: string
  errors?: readonly { path: string; message: string }[]
}

/** As problem details, and with the member `error` that the older service had. */
export const sendProblem = (problem: Problem, reply: FastifyReply): FastifyReply =>
  reply
    .code(problem.status)
    .type('application/problem+json')
    .send({ ...problem, detail: tell(problem), error: tell(problem) })

const tell = ({ code, detail }: Problem): string =>
  code === 'TOKEN_MISSING' ? 'The header AccessToken is missing.' : detail
