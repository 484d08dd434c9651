import type { IncomingHttpHeaders, OutgoingHttpHeaders } from 'node:http'
import type { FastifyReply, FastifyRequest } from 'fastify'
import { type Problem, sendProblem } from '../problem.ts'
import { isFields } from './fields.ts'
import type { OldRoute } from './old-routes.ts'

/** A handler: asks the plugin's route what the older one was asked, and says it as the older one did. */
export const translate =
  ({ to, ask, answer, names = {} }: OldRoute) =>
  async (request: FastifyRequest, reply: FastifyReply): Promise<unknown> => {
    const body = isFields(request.body) ? request.body : {}
    const asked = { body, authorization: request.headers.authorization }
    const payload = ask(asked)
    const { remoteAddress } = request.socket
    const said = await request.server.inject({
      method: 'POST',
      url: `/auth${to}`,
      headers: passedOn(request.headers),
      ...(remoteAddress !== undefined && { remoteAddress }),
      ...(payload && { payload }),
    })
    reply.headers(passedBack(said.headers))
    const told: unknown = said.body === '' ? {} : said.json()
    if (said.statusCode >= 400) return sendProblem(renamed(told as Problem, names), reply)
    return answer(told, { ...asked, headers: said.headers })
  }

/** Of the body that came, of the connection, or read already. */
const ofRequest = /^(content-.*|connection|transfer-encoding|expect|http_.*)$/

const passedOn = (headers: IncomingHttpHeaders): IncomingHttpHeaders => without(headers, ofRequest)

const ofAnswer = /^(content-.*|connection|transfer-encoding|date)$/

const passedBack = (headers: OutgoingHttpHeaders): OutgoingHttpHeaders => without(headers, ofAnswer)

const without = <Headers extends object>(headers: Headers, names: RegExp): Headers =>
  Object.fromEntries(Object.entries(headers).filter(([name]) => !names.test(name))) as Headers

/** With the fields as they are called here. */
const renamed = (problem: Problem, names: Readonly<Record<string, string>>): Problem => {
  const { errors } = problem
  if (!errors) return problem
  const own = errors.map(({ path, message }) => {
    const [, first = '', ...rest] = path.split('/')
    return { path: ['', names[first] ?? first, ...rest].join('/'), message }
  })
  const detail = own
    .map(({ path, message }) => `${path.slice(1).replaceAll('/', '.')} ${message}`)
    .join(' ')
  return { ...problem, errors: own, detail }
}
