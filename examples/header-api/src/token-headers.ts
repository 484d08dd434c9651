import type { HeadersOptions } from '@x/fastify-cognito'
import type { FastifyInstance } from 'fastify'
import { sendProblem } from './problem.ts'

/** By the names that the older service read, and by those that its README told clients to send. */
const names = [
  { asRead: 'AccessToken', asInReadme: 'HTTP_ACCESSTOKEN' },
  { asRead: 'RefreshToken', asInReadme: 'HTTP_REFRESHTOKEN' },
] as const

export const headers: HeadersOptions = {
  accessToken: names[0].asRead,
  refreshToken: names[1].asRead,
  answerNames: { accessToken: names[0].asInReadme, refreshToken: names[1].asInReadme },
}

/** Both names go both ways. To be called before the plugin is registered: its guards come first else. */
export const takeReadmeNames = (app: FastifyInstance): void => {
  app.addHook('onRequest', async (request, reply) => {
    for (const { asRead, asInReadme } of names) {
      const value = request.headers[asInReadme.toLowerCase()]
      if (value === undefined) continue
      if (request.headers[asRead.toLowerCase()] !== undefined) {
        const detail = `The headers ${asRead} and ${asInReadme} are one. Send one of them.`
        return sendProblem({ status: 400, code: 'INVALID_INPUT', detail }, reply)
      }
      request.headers = { ...request.headers, [asRead.toLowerCase()]: value }
    }
    return undefined
  })
}

/** To be called once the plugin is registered: what it takes back is not repeated. */
export const answerByBothNames = (app: FastifyInstance): void => {
  app.addHook('onSend', async (_request, reply) => {
    for (const { asRead, asInReadme } of names) {
      const value = reply.getHeader(asInReadme)
      if (value !== undefined) reply.header(asRead, value)
    }
  })
}
