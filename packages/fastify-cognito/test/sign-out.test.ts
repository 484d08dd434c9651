import { createTestUserPool } from '@x/cognito-testing'
import { afterEach, expect, test, vi } from 'vitest'
import { createBrowser } from './browser.ts'
import { createLog } from './create-log.ts'
import { startApp, withBearer } from './start-app.ts'

const password = 'Correct-horse-1'
const hour = 3600
const poolWithAda = (rotation?: { graceSeconds: number }) =>
  createTestUserPool({
    clients: [rotation ? { rotation } : {}],
    users: [{ username: 'ada', password }],
  })

afterEach(() => {
  vi.useRealTimers()
})

const signedIn = async (rotation?: { graceSeconds: number }) => {
  const pool = poolWithAda(rotation)
  const log = createLog()
  const app = await startApp({
    pool,
    server: { logger: log.options },
    routes: (server) => {
      server.get('/who', { onRequest: server.requireAuth() }, ({ user }) => user.username)
    },
  })
  const browser = createBrowser(app)
  await browser.post('/auth/sign-in', { username: 'ada', password })
  return { pool, app, browser, log }
}

test('clears the cookie and revokes the refresh token', async () => {
  vi.useFakeTimers({ toFake: ['Date'] })
  const { browser } = await signedIn()
  const stolen = browser.copy()
  const answer = await browser.post('/auth/sign-out')
  expect(answer.statusCode).toBe(204)
  expect(answer.body).toBe('')
  expect(browser.cookies.size).toBe(0)
  expect((await browser.get('/auth/me')).statusCode).toBe(401)

  vi.advanceTimersByTime((hour + 1) * 1000)
  expect((await stolen.get('/auth/me')).json().code).toBe('COGNITO_TOKEN_REJECTED')
})

test('may be said twice, and by nobody', async () => {
  const { app, browser, pool } = await signedIn()
  const again = browser.copy()
  await browser.post('/auth/sign-out')
  const second = await again.post('/auth/sign-out')
  const stranger = await createBrowser(app).post('/auth/sign-out')
  expect([second.statusCode, stranger.statusCode]).toEqual([204, 204])
  expect(String(stranger.headers['set-cookie'])).toContain('cognito=; Max-Age=0; Path=/')
  expect(pool.calls['RevokeToken']).toBe(2)
})

test.each(['GET /auth/me', 'POST /auth/sign-out/everywhere'])(
  'everywhere is noticed by other browsers where Cognito is asked, and their cookies go: %s',
  async (route) => {
    const { browser } = await signedIn()
    const other = browser.copy()
    await browser.post('/auth/sign-out/everywhere')
    const [method = '', path = ''] = route.split(' ')
    const answer = method === 'GET' ? await other.get(path) : await other.post(path)
    expect(answer.statusCode).toBe(401)
    expect(answer.json().code).toBe('COGNITO_TOKEN_REJECTED')
    expect(other.cookies.size).toBe(0)
  },
)

test('takes an empty body that is announced as JSON', async () => {
  const { browser } = await signedIn()
  const headers = { 'content-type': 'application/json' }
  expect((await browser.post('/auth/sign-out', undefined, { headers })).statusCode).toBe(204)
})

test('drops a challenge under way', async () => {
  const pool = createTestUserPool({ users: [{ username: 'ada', password, mfa: 'totp' }] })
  const browser = createBrowser(await startApp({ pool }))
  await browser.post('/auth/sign-in', { username: 'ada', password })
  expect(browser.cookies.size).toBeGreaterThan(0)
  await browser.post('/auth/sign-out')
  expect(browser.cookies.size).toBe(0)
})

test('clears the cookie where Cognito cannot be reached, and the log says so', async () => {
  const { browser, pool, log } = await signedIn()
  pool.failNext('RevokeToken', 'timeout')
  expect((await browser.post('/auth/sign-out')).statusCode).toBe(204)
  expect(browser.cookies.size).toBe(0)
  expect(log.text()).toContain('Cognito did not revoke the refresh token')
  expect(log.text()).toContain('COGNITO_UNAVAILABLE')
})

test('ends what a rotation made of the session, also for requests under way', async () => {
  vi.useFakeTimers({ toFake: ['Date'] })
  const { browser, pool } = await signedIn({ graceSeconds: 60 })
  const late = browser.copy()
  vi.advanceTimersByTime((hour + 1) * 1000)
  expect((await browser.get('/who')).body).toBe('ada')
  const renewed = browser.copy()
  await late.copy().post('/auth/sign-out')
  expect((await late.get('/who')).json().code).toBe('COGNITO_TOKEN_REJECTED')

  vi.advanceTimersByTime((hour + 1) * 1000)
  expect((await renewed.get('/who')).json().code).toBe('COGNITO_TOKEN_REJECTED')
  expect(pool.calls['RevokeToken']).toBe(1)
})

test('revokes the refresh token of a client without cookies', async () => {
  const pool = poolWithAda()
  const phone = createBrowser(await startApp({ pool, options: withBearer }))
  const { tokens } = (await phone.post('/auth/sign-in', { username: 'ada', password })).json()
  const { refreshToken } = tokens
  expect((await phone.post('/auth/sign-out', { refreshToken })).statusCode).toBe(204)
  expect((await phone.post('/auth/refresh', { refreshToken })).statusCode).toBe(401)
  expect((await phone.post('/auth/sign-out', { refreshToken })).statusCode).toBe(204)

  pool.failNext('RevokeToken', 'timeout')
  const failed = await phone.post('/auth/sign-out', { refreshToken })
  expect(failed.statusCode).toBe(503)
})

test('everywhere ends the other sessions too', async () => {
  vi.useFakeTimers({ toFake: ['Date'] })
  const { app, browser } = await signedIn()
  const other = createBrowser(app)
  await other.post('/auth/sign-in', { username: 'ada', password })
  const answer = await browser.post('/auth/sign-out/everywhere')
  expect(answer.statusCode).toBe(204)
  expect(browser.cookies.size).toBe(0)
  expect((await other.get('/auth/me')).json().code).toBe('COGNITO_TOKEN_REJECTED')

  vi.advanceTimersByTime((hour + 1) * 1000)
  await other.get('/auth/me')
  expect(other.cookies.size).toBe(0)
})

test('everywhere wants somebody', async () => {
  const { app } = await signedIn()
  const answer = await createBrowser(app).post('/auth/sign-out/everywhere')
  expect(answer.statusCode).toBe(401)
  expect(answer.json().code).toBe('TOKEN_MISSING')
})

test('everywhere keeps the session where Cognito cannot be reached', async () => {
  const { browser, pool } = await signedIn()
  pool.failNext('GlobalSignOut', 'reset')
  const answer = await browser.post('/auth/sign-out/everywhere')
  expect(answer.statusCode).toBe(503)
  expect((await browser.get('/auth/me')).statusCode).toBe(200)
})
