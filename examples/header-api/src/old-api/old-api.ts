import { randomBytes } from 'node:crypto'
import type { FastifyInstance, HTTPMethods } from 'fastify'
import { sendProblem } from '../problem.ts'
import { oldRoutes } from './old-routes.ts'
import { readJson } from './read-json.ts'
import { translate } from './translate.ts'

/** The plugin's own routes ask for a token where one is needed. */
const open = { config: { cognito: false } } as const

const methods: readonly HTTPMethods[] = ['GET', 'POST', 'PUT', 'PATCH', 'DELETE']

/** The paths and answers of the older service. */
export const oldApi = async (
  scope: FastifyInstance,
  { method }: { method: 'srp' | 'password' },
): Promise<void> => {
  readJson(scope)
  const define = (allowed: 'GET' | 'POST', url: string, handler: ReturnType<typeof translate>) => {
    scope.route({ method: allowed, url, handler, ...open })
    scope.route({
      method: methods.filter((each) => each !== allowed),
      url,
      handler: (_request, reply) =>
        sendProblem(
          { status: 405, code: 'METHOD_NOT_ALLOWED', detail: `This path takes ${allowed}.` },
          reply.header('allow', allowed),
        ),
      ...open,
    })
  }

  for (const [url, row] of Object.entries(oldRoutes(method))) define('POST', url, translate(row))

  scope.addHook('onSend', async ({ routeOptions }, reply) => {
    if (!routeOptions.url?.endsWith('/logout') || reply.statusCode !== 200) return
    // The older service set them, and left them where they were.
    for (const name of ['AccessToken', 'RefreshToken']) {
      reply.header('set-cookie', `${name}=; Path=/; Max-Age=0; Secure; HttpOnly`)
    }
  })

  // Nothing checks it: no page of another site can send tokens in headers.
  define('GET', '/generate_csrf', async (_request, reply) => {
    const csrftoken = randomBytes(64).toString('base64')
    const cookie = `csrftoken=${encodeURIComponent(csrftoken)}; Path=/app; Max-Age=2592000`
    reply.header('set-cookie', `${cookie}; Secure; HttpOnly; SameSite=Strict`)
    reply.header('cache-control', 'no-store')
    return { csrftoken }
  })
}
