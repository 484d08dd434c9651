import rateLimit, { type RateLimitPluginOptions } from '@fastify/rate-limit'
import { createTestUserPool } from '@x/cognito-testing'
import type { FastifyInstance, LightMyRequestResponse } from 'fastify'
import { afterEach, beforeEach, describe, expect, test, vi } from 'vitest'
import { cognitoRoutes, type FastifyCognitoOptions } from '../src/index.ts'
import { startApp, withBearer, withCookies } from './start-app.ts'

const password = 'Correct-horse-1'
const code = '000000'
const newPassword = 'Correct-horse-2'

beforeEach(() => {
  vi.useFakeTimers({ toFake: ['Date'] })
})
afterEach(() => {
  vi.useRealTimers()
})

type Send = (
  url: string,
  payload: object,
  more?: { from?: string; headers?: Record<string, string> },
) => Promise<LightMyRequestResponse>

const start = async ({
  options = withCookies,
  limiter = { global: false },
  routes,
}: {
  options?: Partial<FastifyCognitoOptions>
  limiter?: RateLimitPluginOptions
  routes?: (app: FastifyInstance) => unknown
} = {}) => {
  const pool = createTestUserPool({
    users: ['ada', 'bob'].map((username) => ({ username, password })),
  })
  const app = await startApp({
    pool,
    options: { rateLimit: {}, ...options },
    before: (early) => early.register(rateLimit, limiter),
    ...(routes && { routes }),
  })
  const post: Send = async (url, payload, { from = '192.0.2.1', headers = {} } = {}) =>
    app.inject({ method: 'POST', url, payload, headers, remoteAddress: from })
  return { app, pool, post }
}

const isRefused = ({ body }: LightMyRequestResponse) => body.includes('"RATE_LIMITED"')

/** How many requests pass before the first that does not. */
const passes = async (
  most: number,
  send: (time: number) => Promise<LightMyRequestResponse>,
): Promise<number> => {
  for (let time = 0; time < most; time += 1) if (isRefused(await send(time))) return time
  return most
}

describe.each([
  ['/auth/sign-in', { password }, 10],
  ['/auth/sign-up', { password, email: 'ada@example.com' }, 10],
  ['/auth/sign-up/confirm', { code }, 5],
  ['/auth/sign-up/resend', {}, 10],
  ['/auth/password/forgot', {}, 10],
  ['/auth/password/reset', { code, newPassword }, 5],
])('%s', (url, body, max) => {
  const ask = (post: Send, username: string, from?: string) =>
    post(url, { ...body, username }, { ...(from && { from }) })

  test.each(['ada', 'nobody'])('is limited for one name from one address: %s', async (name) => {
    const { post } = await start()
    expect(await passes(max + 1, () => ask(post, name))).toBe(max)
    const refused = await ask(post, name.toUpperCase())
    expect(refused.json()).toMatchObject({
      status: 429,
      code: 'RATE_LIMITED',
      retryAfter: 300,
      retriable: true,
    })
    expect(refused.headers['retry-after']).toBe('300')
    expect(isRefused(await ask(post, name, '192.0.2.2'))).toBe(false)
    vi.advanceTimersByTime(300_001)
    expect(isRefused(await ask(post, name))).toBe(false)
  })
})

test('a code is no easier to guess by going to another route', async () => {
  const { post } = await start()
  const urls = ['/auth/password/reset', '/auth/sign-up/confirm']
  const guess = (time: number) =>
    post(urls[time % 2] ?? '', { username: 'ada', code, ...(time % 2 === 0 && { newPassword }) })
  expect(await passes(10, guess)).toBe(5)
})

test('one address that tries many names is limited', async () => {
  const signIn = { max: 2, timeWindow: 60 }
  const { post, pool } = await start({ options: { ...withCookies, rateLimit: { signIn } } })
  const guess = (time: number) => post('/auth/sign-in', { username: `user-${time}`, password })
  expect(await passes(30, guess)).toBe(20)
  const asked = pool.calls['InitiateAuth']
  expect((await post('/auth/sign-in', { username: 'ada', password })).statusCode).toBe(429)
  expect(pool.calls['InitiateAuth']).toBe(asked)
  const elsewhere = await post('/auth/sign-in', { username: 'ada', password }, { from: '::1' })
  expect(elsewhere.statusCode).toBe(200)
})

test('one name that is tried from many addresses is limited', async () => {
  const { post } = await start({
    options: { ...withCookies, rateLimit: { code: { max: 2, timeWindow: 60 } } },
  })
  const guess = (time: number) =>
    post(
      '/auth/password/reset',
      { username: 'ada', code, newPassword },
      { from: `198.51.100.${time}` },
    )
  expect(await passes(30, guess)).toBe(20)
  const other = { username: 'bob', code, newPassword }
  expect((await post('/auth/password/reset', other)).statusCode).toBe(400)
})

test('whoever has had enough at one address uses up nothing of what others have', async () => {
  const { post } = await start({
    options: { ...withCookies, rateLimit: { signIn: { max: 1, timeWindow: 60 } } },
  })
  const credentials = { username: 'ada', password }
  for (let time = 0; time < 50; time += 1) {
    await post('/auth/sign-in', credentials, { from: '198.51.100.1' })
  }
  expect((await post('/auth/sign-in', credentials)).statusCode).toBe(200)
})

test('a network that a customer gets counts as one address', async () => {
  const { post } = await start()
  const guess = (time: number) =>
    post('/auth/sign-in', { username: 'ada', password }, { from: `2001:db8:1:2::${time}` })
  expect(await passes(20, guess)).toBe(10)
  const next = { from: '2001:db8:1:3::1' }
  expect((await post('/auth/sign-in', { username: 'ada', password }, next)).statusCode).toBe(200)
})

test.each([
  { phoneNumber: '+15550001111' },
  { attributes: { phone_number: '+15550001111' } },
  { attributes: { email: 'ada@example.com' } },
])('a sign-up counts for each name in it: %j', async (body) => {
  const limit = { max: 2, timeWindow: 60 }
  const { post } = await start({ options: { ...withCookies, rateLimit: { signUp: limit } } })
  const signUp = (time: number) =>
    post(
      '/auth/sign-up',
      { username: `user-${time}`, password, ...body },
      { from: `198.51.100.${time}` },
    )
  expect(await passes(30, signUp)).toBe(20)
})

test('a name that is spelt in several ways counts as one, and once in each request', async () => {
  const { post } = await start()
  const email = 'zoé@example.com'
  const spellings = [email.normalize('NFD'), 'ｚｏé@example.com', email.toUpperCase(), email]
  const signUp = (time: number) =>
    post('/auth/sign-up', {
      username: spellings[time % 4],
      password,
      attributes: { email: spellings[(time + 1) % 4] },
    })
  expect(await passes(30, signUp)).toBe(10)
})

test('answers to a challenge are limited by whom it asks', async () => {
  const pool = createTestUserPool({ users: [{ username: 'ada', password, mfa: 'totp' }] })
  const app = await startApp({
    pool,
    options: { ...withBearer, rateLimit: {} },
    before: (early) => early.register(rateLimit, { global: false }),
  })
  const post = async (url: string, payload: object) => app.inject({ method: 'POST', url, payload })
  const guess = async () => {
    const asked = await post('/auth/sign-in', { username: 'ada', password })
    const { challengeToken } = asked.json()
    return post('/auth/challenge', { answer: { code }, challengeToken })
  }
  expect(await passes(6, guess)).toBe(5)
})

test('a refresh is limited by its address, where nothing says of whom it is', async () => {
  const session = { max: 2, timeWindow: 60 }
  const { post } = await start({ options: { ...withBearer, rateLimit: { session } } })
  const ask = () => post('/auth/refresh', { refreshToken: 'none' })
  expect(await passes(30, ask)).toBe(20)
})

test('a session is limited by its user', async () => {
  const session = { max: 2, timeWindow: 60 }
  const { post } = await start({ options: { ...withCookies, rateLimit: { session } } })
  const answer = await post('/auth/sign-in', { username: 'ada', password })
  const cookie = answer.cookies.map(({ name, value }) => `${name}=${value}`).join('; ')
  expect(await passes(5, () => post('/auth/refresh', {}, { headers: { cookie } }))).toBe(2)
})

describe.each([
  ['/auth/me/verify', { attribute: 'email' }, 10],
  ['/auth/me/verify/confirm', { attribute: 'email', code }, 5],
  ['/auth/password/change', { currentPassword: 'Wrong-horse-1', newPassword }, 10],
])('%s', (url, body, max) => {
  test('is limited for who is signed in', async () => {
    const { post } = await start({ options: withBearer })
    const tokenOf = async (username: string) =>
      (await post('/auth/sign-in', { username, password })).json().tokens.accessToken
    const headers = { authorization: `Bearer ${await tokenOf('ada')}` }
    expect(await passes(max + 1, () => post(url, body, { headers }))).toBe(max)
    const others = { authorization: `Bearer ${await tokenOf('bob')}` }
    expect(isRefused(await post(url, body, { headers: others }))).toBe(false)
  })
})

describe('a changed profile', () => {
  const signedIn = async () => {
    const { app, post } = await start({ options: withBearer })
    return async (username: string, from: string) => {
      const answer = await post('/auth/sign-in', { username, password }, { from })
      const headers = { authorization: `Bearer ${answer.json().tokens.accessToken}` }
      return async (attributes: object) =>
        app.inject({
          method: 'PATCH',
          url: '/auth/me',
          payload: { attributes },
          headers,
          remoteAddress: from,
        })
    }
  }

  test('is limited where codes go to new addresses, for who changes it', async () => {
    const patchAs = await signedIn()
    const patch = await patchAs('ada', '192.0.2.1')
    const move = (time: number) => patch({ email: `ada-${time}@example.com` })
    expect(await passes(20, move)).toBe(10)
    expect(isRefused(await patch({ phone_number: '+15550001111' }))).toBe(true)
    expect((await patch({ nickname: 'Countess' })).statusCode).toBe(200)
    expect((await patch({ email: null })).statusCode).toBe(200)
  })

  test('and for each address, whoever it is sent to by', async () => {
    const patchAs = await signedIn()
    const both = [await patchAs('ada', '192.0.2.1'), await patchAs('bob', '192.0.2.1')]
    const victim = (time: number) => both[time % 2]?.({ email: 'eve@example.com' })
    expect(await passes(20, async (time) => (await victim(time)) ?? expect.fail())).toBe(10)
  })

  test('counts for nothing where no code goes out', async () => {
    const patchAs = await signedIn()
    const patch = await patchAs('ada', '192.0.2.1')
    expect(await passes(120, (time) => patch({ nickname: `Countess ${time}` }))).toBe(120)
    expect((await patch({ email: 'ada@example.com' })).statusCode).toBe(200)
  })
})

test('a request from another site uses up nothing', async () => {
  const { post } = await start()
  const headers = { 'sec-fetch-site': 'cross-site' }
  const forged = () => post('/auth/sign-in', { username: 'ada', password }, { headers })
  expect(await passes(120, forged)).toBe(120)
  expect((await post('/auth/sign-in', { username: 'ada', password })).statusCode).toBe(200)
})

test('routes that are mounted twice count together', async () => {
  const { post } = await start({
    routes: (app) => app.register(cognitoRoutes, { prefix: '/v2/auth' }),
  })
  const urls = ['/auth/sign-in', '/v2/auth/sign-in']
  const guess = (time: number) => post(urls[time % 2] ?? '', { username: 'ada', password })
  expect(await passes(20, guess)).toBe(10)
})
