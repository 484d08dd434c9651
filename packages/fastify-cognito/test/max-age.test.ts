import fastifyAuth from '@fastify/auth'
import { createTestUserPool } from '@x/cognito-testing'
import type { FastifyInstance } from 'fastify'
import { afterEach, beforeEach, expect, test, vi } from 'vitest'
import { ConfigurationError } from '../src/index.ts'
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

interface Refused {
  statusCode: number
  headers: Record<string, string>
  code: string
  maxAge: number
}

const routes = (app: FastifyInstance) => {
  app.get('/orders', { onRequest: app.requireAuth() }, ({ user }) => user.username)
  app.get('/pay', { onRequest: app.requireAuth({ maxAge: 300 }) }, ({ user }) => user.username)
  app.get('/slow', { onRequest: app.requireAuth({ maxAge: 2 * hour }) }, () => 'slow')
  const staff = app.requireAuth({ maxAge: 300, groups: ['staff'], scopes: ['a/b'] })
  app.get('/staff', { onRequest: staff }, () => 'staff')
}

const started = async (options: object = withCookies, more: object = {}) => {
  const pool = createTestUserPool({ users: [{ username: 'ada', password }] })
  const app = await startApp({ pool, options, routes, ...more })
  const browser = createBrowser(app)
  const answer = await browser.post('/auth/sign-in', { username: 'ada', password })
  return { app, pool, browser, tokens: answer.json().tokens }
}

test('a route may ask for a sign-in that is recent', async () => {
  const { browser } = await started()
  expect((await browser.get('/pay')).body).toBe('ada')
  pass(301)
  const answer = await browser.get('/pay')
  expect(answer.statusCode).toBe(401)
  expect(answer.headers['www-authenticate']).toBe(
    'Bearer realm="cognito", error="insufficient_user_authentication", error_description="A more recent sign-in is needed", max_age="300"',
  )
  expect(answer.headers['content-type']).toContain('application/problem+json')
  expect(answer.json()).toEqual({
    type: 'about:blank',
    title: 'Unauthorized',
    status: 401,
    code: 'TOKEN_TOO_OLD',
    detail: 'The user has to sign in once more for this.',
    key: 'TOKEN_TOO_OLD',
    params: {},
    maxAge: 300,
  })
})

test('whoever is told so is still signed in, and goes on after signing in once more', async () => {
  const { browser } = await started()
  pass(301)
  const refused = await browser.get('/pay')
  expect(refused.headers['set-cookie']).toBeUndefined()
  expect((await browser.get('/orders')).body).toBe('ada')
  expect((await browser.post('/auth/reauthenticate', { password })).statusCode).toBe(200)
  expect((await browser.get('/pay')).body).toBe('ada')
})

test('a refresh makes no sign-in recent', async () => {
  const { browser } = await started()
  pass(hour + 1)
  const answer = await browser.get('/pay')
  expect(answer.json()).toMatchObject({ code: 'TOKEN_TOO_OLD', maxAge: 300 })
  // The session that it came with was refreshed, and is kept.
  expect(answer.cookies).toHaveLength(1)
  expect((await browser.get('/slow')).body).toBe('slow')
  pass(hour)
  expect((await browser.get('/slow')).json()).toMatchObject({ maxAge: 7200 })
})

test('so it is with tokens', async () => {
  const { browser, tokens } = await started(withBearer)
  const headers = { authorization: `Bearer ${tokens.accessToken}` }
  expect((await browser.get('/pay', undefined, { headers })).body).toBe('ada')
  pass(301)
  const answer = await browser.get('/pay', undefined, { headers })
  expect([answer.statusCode, answer.json().code]).toEqual([401, 'TOKEN_TOO_OLD'])
  expect((await browser.get('/orders', undefined, { headers })).body).toBe('ada')
})

test('nothing but its age is told of a sign-in that is too old', async () => {
  const { browser } = await started()
  const early = await browser.get('/staff')
  expect(early.json()).toMatchObject({ status: 403, code: 'TOKEN_INSUFFICIENT' })
  expect(early.json()).not.toHaveProperty('maxAge')
  expect(early.headers['www-authenticate']).not.toContain('max_age')
  const stranger = await createBrowser((await started()).app).get('/pay')
  expect(stranger.json().code).toBe('TOKEN_MISSING')
  expect(stranger.json()).not.toHaveProperty('maxAge')
  expect(stranger.headers['www-authenticate']).toBe('Bearer realm="cognito"')
})

test('an error handler of the app gets what it has to say', async () => {
  const { browser } = await started(withCookies, {
    before: (app: FastifyInstance) =>
      app.setErrorHandler((error, _request, reply) => {
        const { statusCode, headers, code, maxAge } = error as Refused
        return reply.code(statusCode).headers(headers).send({ code, maxAge })
      }),
  })
  pass(301)
  const answer = await browser.get('/pay')
  expect(answer.statusCode).toBe(401)
  expect(answer.headers['www-authenticate']).toContain('max_age="300"')
  expect(answer.json()).toEqual({ code: 'TOKEN_TOO_OLD', maxAge: 300 })
})

test('another guard may do instead, in @fastify/auth', async () => {
  const { browser } = await started(withCookies, {
    before: (app: FastifyInstance) => app.register(fastifyAuth),
    routes: (app: FastifyInstance) => {
      const withKey = async ({ headers }: { headers: Record<string, unknown> }) => {
        if (headers['x-api-key'] !== 'k') throw new Error('no key')
      }
      const recent = app.requireAuth({ maxAge: 300 })
      app.get('/either', { onRequest: app.auth([withKey, recent]) }, () => 'in')
    },
  })
  expect((await browser.get('/either')).body).toBe('in')
  pass(301)
  expect((await browser.get('/either')).json().code).toBe('TOKEN_TOO_OLD')
  const key = { headers: { 'x-api-key': 'k' } }
  expect((await browser.get('/either', undefined, key)).body).toBe('in')
})

test.each([0, -1, 1.5, '300', null, Number.NaN, Number.POSITIVE_INFINITY])(
  'an age that can be none is refused at start-up: %s',
  async (maxAge) => {
    const { app } = await started()
    const guard = () => Reflect.apply(app.requireAuth, app, [{ maxAge }])
    expect(guard).toThrow(ConfigurationError)
    expect(guard).toThrow(/maxAge/)
  },
)
