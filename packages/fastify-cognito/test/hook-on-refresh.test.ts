import fastifyAuth from '@fastify/auth'
import { createTestUserPool } from '@x/cognito-testing'
import { afterEach, beforeEach, describe, expect, test, vi } from 'vitest'
import { CognitoError, type CognitoHooks, type HookEvents } from '../src/index.ts'
import { createBrowser } from './browser.ts'
import { startApp, withBearer, withCookies } from './start-app.ts'

const password = 'Correct-horse-1'
const hour = 3600

beforeEach(() => {
  vi.useFakeTimers({ toFake: ['Date'] })
})
afterEach(() => {
  vi.useRealTimers()
})
const pass = (seconds: number) => vi.advanceTimersByTime(seconds * 1000)

const signedIn = async (onRefresh: CognitoHooks['onRefresh'] & object, delivery: object) => {
  const pool = createTestUserPool({
    clients: [{ rotation: { graceSeconds: 0 } }],
    users: [{ username: 'ada', password, groups: ['staff'] }],
  })
  const app = await startApp({
    pool,
    options: { ...delivery, hooks: { onRefresh } },
    before: (server) => server.register(fastifyAuth),
    routes: (server) => {
      server.get('/who', { onRequest: server.requireAuth() }, ({ user }) => user.username)
      server.get('/maybe', { onRequest: server.optionalAuth() }, () => 'in')
      const either = server.auth([server.requireAuth(), server.requireAuth({ groups: ['staff'] })])
      server.get('/either', { onRequest: either }, () => 'in')
    },
  })
  const browser = createBrowser(app)
  const answer = await browser.post('/auth/sign-in', { username: 'ada', password })
  return { pool, browser, signIn: answer.json() }
}

test('is told once, however many requests wait for the new tokens', async () => {
  const told: HookEvents['onRefresh'][] = []
  const { browser, signIn } = await signedIn((event) => told.push(event), withCookies)
  expect(told).toEqual([])
  pass(hour + 1)
  const answers = await Promise.all(Array.from({ length: 100 }, () => browser.copy().get('/who')))
  expect(new Set(answers.map(({ body }) => body))).toEqual(new Set(['ada']))
  expect(told).toHaveLength(1)
  const { request, ...event } = told[0] ?? ({} as HookEvents['onRefresh'])
  expect(Object.keys(event).sort()).toEqual(['claims', 'user'])
  expect(event.user).toEqual(signIn.user)
  expect(event.claims.exp).toBeGreaterThan(signIn.expiresAt)
  expect(JSON.stringify(event)).not.toContain('eyJ')
  expect(request.url).toBe('/who')
})

test('is not told of tokens that are remembered', async () => {
  let told = 0
  const { browser } = await signedIn(() => {
    told += 1
  }, withCookies)
  const late = browser.copy()
  pass(hour + 1)
  await browser.get('/who')
  pass(50)
  expect((await late.get('/who')).body).toBe('ada')
  expect(told).toBe(1)
  await browser.post('/auth/refresh')
  expect(told).toBe(2)
})

describe.each([
  ['an error', new Error('no'), 500],
  ['an error with a status', Object.assign(new Error('Pay first.'), { statusCode: 402 }), 402],
  ['what Cognito says of sessions that are over', new CognitoError('COGNITO_TOKEN_REJECTED'), 401],
])('where it throws %s', (_what, error, status) => {
  test('the request that asked is refused, and its session goes on', async () => {
    let isRefused = true
    const { browser, pool } = await signedIn(async () => {
      if (isRefused) throw error
    }, withCookies)
    pass(hour + 1)
    const refused = await browser.get('/who')
    expect(refused.statusCode).toBe(status)
    expect(refused.headers['set-cookie']).toBeDefined()
    expect((await browser.get('/who')).body).toBe('ada')
    expect(pool.calls['GetTokensFromRefreshToken']).toBe(1)
    expect(pool.calls['RevokeToken']).toBe(0)

    isRefused = false
    pass(hour + 1)
    expect((await browser.get('/who')).body).toBe('ada')
  })

  test('a guard that lets strangers in refuses as well', async () => {
    const { browser } = await signedIn(() => Promise.reject(error), withCookies)
    pass(hour + 1)
    expect((await browser.get('/maybe')).statusCode).toBe(status)
    expect((await browser.get('/maybe')).statusCode).toBe(200)
  })

  test('the refresh route refuses, and keeps the new tokens in the cookie', async () => {
    const { browser } = await signedIn(() => Promise.reject(error), withCookies)
    pass(hour + 1)
    expect((await browser.post('/auth/refresh')).statusCode).toBe(status)
    expect((await browser.get('/who')).body).toBe('ada')
  })
})

test('guards of which one is enough ask once, and none of them lets a refused request in', async () => {
  const { browser, pool } = await signedIn(() => Promise.reject(new Error('no')), withCookies)
  pass(hour + 1)
  expect((await browser.get('/either')).statusCode).toBe(500)
  pass(hour + 1)
  pool.failNext('GetTokensFromRefreshToken', 'timeout')
  expect((await browser.get('/either')).statusCode).toBe(503)
  expect(pool.calls['GetTokensFromRefreshToken']).toBe(2)
})

test('the others who waited are served', async () => {
  const { browser } = await signedIn(() => Promise.reject(new Error('no')), withCookies)
  pass(hour + 1)
  const answers = await Promise.all(Array.from({ length: 10 }, () => browser.copy().get('/who')))
  const statuses = answers.map(({ statusCode }) => statusCode).sort()
  expect(statuses).toEqual([...Array.from({ length: 9 }, () => 200), 500])
})

test('a client without cookies that was refused gets the new tokens when it asks again', async () => {
  let told = 0
  const { browser, signIn } = await signedIn(async () => {
    told += 1
    throw new Error('no')
  }, withBearer)
  const { refreshToken } = signIn.tokens
  const refused = await browser.post('/auth/refresh', { refreshToken })
  expect(refused.statusCode).toBe(500)
  expect(refused.body).not.toContain('eyJ')
  const again = await browser.post('/auth/refresh', { refreshToken })
  expect(again.statusCode).toBe(200)
  expect(again.json().tokens.refreshToken).not.toBe(refreshToken)
  expect(told).toBe(1)
})
