import { createTestUserPool, type TestUserPoolOptions } from '@x/cognito-testing'
import { onTestFinished } from 'vitest'
import { buildApp } from '../src/build-app.ts'
import { createLocalUsers } from '../src/database/local-users.ts'
import { openEmbedded } from '../src/database/open-embedded.ts'

export const password = 'Analytical-Engine-1'
export const ada = 'ada@example.com'

export const basic = (username: string, word = password) => ({
  authorization: `Basic ${Buffer.from(`${username}:${word}`).toString('base64')}`,
})

interface Answer {
  status: number
  headers: Headers
  body: Said
}

/** What the older service says, by the names it has for it. */
interface Said {
  error?: string
  code?: string
  msg?: string
  challenge_name?: string
  session?: string
  csrftoken?: string
  [name: string]: unknown
}

/** One for all tests of a file: users of different pools share no row. */
const embedded = openEmbedded()

/** The service on loopback, on a pool with an app client that has a secret. */
export const startService = async (
  settings: Partial<Parameters<typeof buildApp>[0]> = {},
  options: TestUserPoolOptions = {},
) => {
  const pool = createTestUserPool({
    clients: [{ secret: true }, { secret: true }],
    users: [
      {
        username: ada,
        password,
        attributes: { email: ada, email_verified: 'true', given_name: 'Ada' },
      },
    ],
    ...options,
  })
  const app = await buildApp({
    cognito: pool.options,
    users: createLocalUsers(await embedded),
    challengeSecret: 'x'.repeat(32),
    method: 'srp',
    logger: false,
    ...settings,
  })
  onTestFinished(() => app.close())
  const url = await app.listen({ host: '127.0.0.1', port: 0 })

  const ask = async (
    method: string,
    path: string,
    { headers = {}, body }: { headers?: Record<string, string>; body?: unknown } = {},
  ): Promise<Answer> => {
    const sent = typeof body === 'string' ? body : body && JSON.stringify(body)
    const answer = await fetch(`${url}${path}`, {
      method,
      headers,
      ...(typeof sent === 'string' && { body: sent }),
    })
    const text = await answer.text()
    return {
      status: answer.status,
      headers: answer.headers,
      body: text === '' ? undefined : JSON.parse(text),
    }
  }
  const post = (path: string, sent: Parameters<typeof ask>[2] = {}) =>
    ask('POST', `/app/auth/${path}`, sent)
  const login = (username = ada, word = password) =>
    post('login', { headers: basic(username, word) })
  const me = (headers: Record<string, string>) => ask('GET', '/app/me', { headers })
  return { app, url, pool, ask, post, login, me }
}

/** As a client sends them back. */
export const tokensOf = ({ headers }: Answer) => ({
  AccessToken: headers.get('accesstoken') ?? '',
  RefreshToken: headers.get('refreshtoken') ?? '',
})
