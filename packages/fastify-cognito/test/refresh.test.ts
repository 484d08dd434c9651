import { createTestUserPool, type TestUserPoolOptions } from '@x/cognito-testing'
import { afterEach, beforeEach, describe, expect, test, vi } from 'vitest'
import { createBrowser } from './browser.ts'
import { secret, startApp, withBearer } from './start-app.ts'

const password = 'Correct-horse-1'
const hour = 3600

beforeEach(() => {
  vi.useFakeTimers({ toFake: ['Date'] })
})
afterEach(() => {
  vi.useRealTimers()
})
const pass = (seconds: number) => vi.advanceTimersByTime(seconds * 1000)

const signedIn = async (client: NonNullable<TestUserPoolOptions['clients']>[number] = {}) => {
  const pool = createTestUserPool({
    clients: [client],
    users: [{ username: 'ada', password, attributes: { email: 'ada@example.com' } }],
  })
  const app = await startApp({
    pool,
    routes: (server) => {
      server.get('/who', { onRequest: server.requireAuth() }, ({ user }) => user.username)
      server.get(
        '/twice',
        { onRequest: [server.requireAuth(), server.requireAuth()] },
        ({ user }) => user.username,
      )
      server.get('/maybe', { onRequest: server.optionalAuth() }, ({ auth }) => ({
        name: auth?.user.username ?? 'stranger',
      }))
    },
  })
  const browser = createBrowser(app)
  await browser.post('/auth/sign-in', { username: 'ada', password })
  const refreshes = () => pool.calls['GetTokensFromRefreshToken'] ?? 0
  return { pool, app, browser, refreshes }
}

describe.each([
  { rotation: undefined },
  { rotation: { graceSeconds: 0 } },
  { rotation: { graceSeconds: 60 } },
])('where the app client has the rotation $rotation', ({ rotation }) => {
  const client = rotation ? { rotation } : {}

  test('an expired access token refreshes by itself', async () => {
    const { browser, refreshes } = await signedIn(client)
    const before = browser.cookies.get('cognito')
    expect((await browser.get('/who')).headers['set-cookie']).toBeUndefined()
    pass(hour + 1)
    const answer = await browser.get('/who')
    expect(answer.body).toBe('ada')
    expect(answer.headers['set-cookie']).toBeDefined()
    expect(browser.cookies.get('cognito')).not.toBe(before)
    expect((await browser.get('/who')).headers['set-cookie']).toBeUndefined()
    expect(refreshes()).toBe(1)
  })

  test('a hundred requests at once refresh once', async () => {
    const { browser, refreshes } = await signedIn(client)
    pass(hour + 1)
    const answers = await Promise.all(Array.from({ length: 100 }, () => browser.copy().get('/who')))
    expect(new Set(answers.map(({ statusCode }) => statusCode))).toEqual(new Set([200]))
    expect(refreshes()).toBe(1)
  })

  test('a request that comes late with the old cookie is served all the same', async () => {
    const { browser, refreshes } = await signedIn(client)
    const late = browser.copy()
    pass(hour + 1)
    await browser.get('/who')
    pass(50)
    expect((await late.get('/who')).body).toBe('ada')
    expect(refreshes()).toBe(1)
    pass(hour + 1)
    expect((await late.get('/who')).body).toBe('ada')
  })

  test('the refresh route gives new tokens each time', async () => {
    const { browser, refreshes } = await signedIn(client)
    const answer = await browser.post('/auth/refresh')
    expect(answer.statusCode).toBe(200)
    expect(answer.json()).toMatchObject({ status: 'signed-in', user: { username: 'ada' } })
    expect(answer.json().tokens).toBeUndefined()
    await browser.post('/auth/refresh')
    expect(refreshes()).toBe(2)
    expect((await browser.get('/who')).body).toBe('ada')
  })

  test('the refresh route serves clients without cookies', async () => {
    const { pool } = await signedIn(client)
    const phone = createBrowser(await startApp({ pool, options: withBearer }))
    const { tokens } = (await phone.post('/auth/sign-in', { username: 'ada', password })).json()
    pass(hour + 1)
    const { refreshToken } = tokens
    const answer = await phone.post('/auth/refresh', { refreshToken })
    expect(answer.json().tokens.refreshToken === refreshToken).toBe(rotation === undefined)
    expect(answer.json().expiresAt).toBe(answer.json().tokens.expiresAt)
    const { accessToken } = answer.json().tokens
    const me = await phone.get('/auth/me', undefined, {
      headers: { authorization: `Bearer ${accessToken}` },
    })
    expect(me.statusCode).toBe(200)
  })
})

test('a token with less than thirty seconds to live refreshes ahead of time', async () => {
  const { browser, refreshes } = await signedIn()
  pass(hour - 40)
  await browser.get('/who')
  expect(refreshes()).toBe(0)
  pass(15)
  await browser.get('/who')
  expect(refreshes()).toBe(1)
})

describe.each([
  'timeout',
  'reset',
  'malformed',
  'TooManyRequestsException',
  'InternalErrorException',
  { status: 503, name: 'ServiceUnavailable' },
  'ResourceNotFoundException',
  'NotAuthorizedException',
  { name: 'NotAuthorizedException', message: 'Something that nobody has seen before' },
])('where Cognito answers a refresh with %j', (fault) => {
  test('nobody is signed out', async () => {
    const { browser, pool } = await signedIn()
    pass(hour + 1)
    pool.failNext('GetTokensFromRefreshToken', fault)
    const answer = await browser.get('/who')
    expect(answer.statusCode).toBe(503)
    expect(answer.json()).toMatchObject({ code: 'COGNITO_UNAVAILABLE', retriable: true })
    expect(answer.headers['retry-after']).toBe('5')
    expect(answer.headers['set-cookie']).toBeUndefined()
    expect((await browser.get('/who')).body).toBe('ada')
  })

  test('a token that still works is used on', async () => {
    const { browser, pool } = await signedIn()
    pass(hour - 20)
    pool.failNext('GetTokensFromRefreshToken', fault)
    const answer = await browser.get('/who')
    expect(answer.body).toBe('ada')
    expect(answer.headers['set-cookie']).toBeUndefined()
  })
})

describe.each([
  ['Refresh Token has been revoked', 'NotAuthorizedException'],
  ['User is disabled.', 'NotAuthorizedException'],
  ['User does not exist.', 'UserNotFoundException'],
  ['User is not confirmed.', 'UserNotConfirmedException'],
  ['Password reset required for the user', 'PasswordResetRequiredException'],
  ['Refresh token has been invalidated by rotation', 'RefreshTokenReuseException'],
])('where Cognito answers a refresh with %s', (message, name) => {
  test('the session is over', async () => {
    const { browser, pool } = await signedIn()
    pass(hour + 1)
    pool.failNext('GetTokensFromRefreshToken', { name, message })
    const answer = await browser.get('/who')
    expect(answer.statusCode).toBe(401)
    expect(answer.json().code).toBe('COGNITO_TOKEN_REJECTED')
    expect(answer.headers['www-authenticate']).toContain('error="invalid_token"')
    expect(browser.cookies.size).toBe(0)
    expect((await browser.get('/who')).json().code).toBe('TOKEN_MISSING')
  })
})

test('where signing in is optional, a session that is over is no mistake', async () => {
  const { browser, pool } = await signedIn()
  pass(hour + 1)
  pool.failNext('GetTokensFromRefreshToken', 'RefreshTokenReuseException')
  const answer = await browser.get('/maybe')
  expect(answer.json()).toEqual({ name: 'stranger' })
  expect(browser.cookies.size).toBe(0)
})

test('where signing in is optional too, a Cognito that is down makes nobody a stranger', async () => {
  const { browser, pool } = await signedIn()
  pass(hour + 1)
  pool.failNext('GetTokensFromRefreshToken', 'timeout')
  const answer = await browser.get('/maybe')
  expect([answer.statusCode, answer.json().code]).toEqual([503, 'COGNITO_UNAVAILABLE'])
  expect((await browser.get('/maybe')).json()).toEqual({ name: 'ada' })
})

test('a second guard takes what the first has proved, and asks nobody again', async () => {
  const { browser, pool, refreshes } = await signedIn()
  pass(hour - 20)
  pool.failNext('GetTokensFromRefreshToken', 'timeout')
  expect((await browser.get('/twice')).body).toBe('ada')
  expect(refreshes()).toBe(1)
})

test('a session ends when its time is over, even if a browser keeps the cookie', async () => {
  const pool = createTestUserPool({ users: [{ username: 'ada', password }] })
  const app = await startApp({
    pool,
    options: { session: { secrets: [secret], maxAge: 2 * hour } },
  })
  const browser = createBrowser(app)
  await browser.post('/auth/sign-in', { username: 'ada', password })
  pass(hour + 1)
  const refreshed = await browser.get('/auth/me')
  expect([refreshed.headers['set-cookie']].flat()[0]).toContain(`Max-Age=${hour - 1};`)
  pass(hour)
  expect((await browser.get('/auth/me')).json().code).toBe('TOKEN_MISSING')
})

test('the refresh route wants a session, or a refresh token', async () => {
  const { pool, app } = await signedIn()
  const nobody = createBrowser(app)
  expect((await nobody.post('/auth/refresh')).json().code).toBe('COGNITO_TOKEN_REJECTED')
  const twice = await nobody.post('/auth/refresh', { refreshToken: 'x' })
  expect(twice.json().errors[0].path).toBe('/refreshToken')

  const phone = createBrowser(await startApp({ pool, options: withBearer }))
  const missing = await phone.post('/auth/refresh')
  expect(missing.statusCode).toBe(400)
  expect(missing.json().errors).toEqual([{ path: '/refreshToken', message: 'is missing.' }])
  const refused = await phone.post('/auth/refresh', { refreshToken: 'not-one' })
  expect(refused.statusCode).toBe(401)
  expect(refused.json().code).toBe('COGNITO_TOKEN_REJECTED')
})

test('a refresh that Cognito cannot answer is 503 on the refresh route', async () => {
  const { browser, pool } = await signedIn()
  pool.failNext('GetTokensFromRefreshToken', 'timeout')
  const answer = await browser.post('/auth/refresh')
  expect(answer.statusCode).toBe(503)
  expect(answer.headers['retry-after']).toBe('5')
  expect(answer.headers['set-cookie']).toBeUndefined()
})
