import { createTestUserPool } from '@x/cognito-testing'
import { expect, onTestFinished, test, vi } from 'vitest'
import { createBrowser } from './browser.ts'
import { createLog } from './create-log.ts'
import { secret, startApp, withBearer } from './start-app.ts'

const password = 'Correct-horse-1'
const credentials = { username: 'ada', password }

/** An app and a pool that talk over real sockets. */
const listening = async () => {
  const pool = createTestUserPool({
    userPoolId: 'eu-west-1_Listening',
    clients: [{ secret: true, rotation: { graceSeconds: 0 }, lifetimes: { access: 300 } }],
    users: [credentials],
  })
  const { url: endpoint, close } = await pool.listen()
  onTestFinished(close)
  const { userPoolId, clientId, clientSecret = '' } = pool.options
  const log = createLog('warn')
  const app = await startApp({
    pool: { ...pool, options: { userPoolId, clientId, clientSecret } as typeof pool.options },
    options: { endpoint, session: { secrets: [secret] } },
    server: { logger: log.options },
  })
  const address = await app.listen({ host: '127.0.0.1', port: 0 })
  return { pool, address, log, endpoint }
}

const cookieOf = (answer: Response) =>
  answer.headers
    .getSetCookie()
    .map((cookie) => cookie.split(';', 1)[0])
    .join('; ')

test('a browser signs in, stays signed in and signs out over real sockets', async () => {
  const { address } = await listening()
  const headers = { 'content-type': 'application/json', origin: address }
  const body = JSON.stringify(credentials)
  const answer = await fetch(`${address}/auth/sign-in`, { method: 'POST', headers, body })
  expect(answer.status).toBe(200)
  const cookie = cookieOf(answer)

  const me = await fetch(`${address}/auth/me`, { headers: { cookie } })
  expect(await me.json()).toMatchObject({ user: { username: 'ada' } })

  const out = await fetch(`${address}/auth/sign-out`, {
    method: 'POST',
    headers: { cookie, ...headers },
  })
  expect(out.status).toBe(204)
  expect(out.headers.getSetCookie()[0]).toBe('cognito=; Max-Age=0; Path=/; HttpOnly; SameSite=Lax')
})

test('a hundred requests over sockets refresh once', async () => {
  const { address, pool } = await listening()
  const headers = { 'content-type': 'application/json' }
  const body = JSON.stringify(credentials)
  const cookie = cookieOf(await fetch(`${address}/auth/sign-in`, { method: 'POST', headers, body }))
  vi.useFakeTimers({ toFake: ['Date'], now: Date.now() + 301_000 })
  onTestFinished(() => {
    vi.useRealTimers()
  })
  const statuses = await Promise.all(
    Array.from({ length: 100 }, async () => {
      const answer = await fetch(`${address}/auth/me`, { headers: { cookie } })
      await answer.arrayBuffer()
      return answer.status
    }),
  )
  expect(new Set(statuses)).toEqual(new Set([200]))
  expect(pool.calls['GetTokensFromRefreshToken']).toBe(1)
})

test('a server listens although the keys of the pool cannot be had, and answers 503', async () => {
  const pool = createTestUserPool({ users: [credentials] })
  const { url: endpoint, close } = await pool.listen()
  const elsewhere = createBrowser(await startApp({ pool, options: withBearer }))
  const { tokens } = (await elsewhere.post('/auth/sign-in', credentials)).json()
  await close()

  const log = createLog('warn')
  const { userPoolId, clientId } = pool.options
  const app = await startApp({
    pool: { ...pool, options: { userPoolId, clientId } as typeof pool.options },
    options: { endpoint, ...withBearer },
    server: { logger: log.options },
  })
  const address = await app.listen({ host: '127.0.0.1', port: 0 })
  const answer = await fetch(`${address}/auth/me`, {
    headers: { authorization: `Bearer ${tokens.accessToken}` },
  })
  expect(answer.status).toBe(503)
  expect(answer.headers.get('retry-after')).toBe('5')
  expect(await answer.json()).toMatchObject({ code: 'KEYS_UNAVAILABLE', retriable: true })
  await vi.waitFor(() => expect(log.text()).toContain('could not be fetched yet'))
})
