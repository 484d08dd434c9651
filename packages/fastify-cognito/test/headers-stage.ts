import { createTestUserPool } from '@x/cognito-testing'
import type { FastifyInstance, InjectOptions } from 'fastify'
import type { FastifyCognitoOptions } from '../src/index.ts'
import { secret, startApp } from './start-app.ts'

export const password = 'Correct-horse-1:é'
export const withHeaders = { deliver: 'headers', challenge: { secrets: [secret] } } as const

export const basic = (username: string, secretWord = password) => ({
  authorization: `Basic ${Buffer.from(`${username}:${secretWord}`).toString('base64')}`,
})

export const start = async (
  options: Partial<FastifyCognitoOptions> = withHeaders,
  logged?: object,
  more: (app: FastifyInstance) => unknown = () => undefined,
) => {
  const pool = createTestUserPool({
    // Each refresh token is good for once.
    clients: [{ rotation: { graceSeconds: 0 } }],
    users: [
      { username: 'ada', password },
      { username: 'zoë', password },
      { username: 'mia', password, mfa: 'totp' },
    ],
  })
  const app = await startApp({
    pool,
    options,
    ...(logged && { server: { logger: logged } }),
    routes: (server) => {
      server.get('/who', { onRequest: server.requireAuth() }, ({ user, auth }) => ({
        name: user.username,
        from: auth?.from,
      }))
      server.get('/staff', { onRequest: server.requireAuth({ groups: ['staff'] }) }, () => 'in')
      server.get('/maybe', { onRequest: server.optionalAuth() }, ({ auth }) => ({
        name: auth?.user.username ?? 'stranger',
      }))
      server.get('/cached', { onRequest: server.requireAuth() }, (_request, reply) =>
        reply.header('cache-control', 'max-age=60').send({}),
      )
      more(server)
    },
  })
  return { pool, app }
}

export const signIn = (app: FastifyInstance, more: InjectOptions = {}) =>
  app.inject({ method: 'POST', url: '/auth/sign-in', headers: basic('ada'), ...more })

/** The tokens of an answer, as a client sends them with the next request. */
export const tokensOf = ({ headers }: { headers: Record<string, unknown> }) => ({
  accesstoken: String(headers['accesstoken']),
  refreshtoken: String(headers['refreshtoken']),
})

export const who = (app: FastifyInstance, headers: Record<string, string>) =>
  app.inject({ url: '/who', headers })

export const hour = 3600
