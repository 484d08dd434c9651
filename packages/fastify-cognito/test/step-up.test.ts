import rateLimit from '@fastify/rate-limit'
import { createTestUserPool } from '@x/cognito-testing'
import type { FastifyInstance } from 'fastify'
import { afterEach, beforeEach, describe, expect, test, vi } from 'vitest'
import { type Browser, createBrowser } from './browser.ts'
import { everyFeature } from './openapi/every-feature.ts'
import { startApp, withBearer, withCookies } from './start-app.ts'

const password = 'Correct-horse-1'
const credentials = { username: 'ada', password, method: 'password' }
const stepUp = { maxAge: 600 }

beforeEach(() => {
  vi.useFakeTimers({ toFake: ['Date'] })
})
afterEach(() => {
  vi.useRealTimers()
})
const pass = (seconds: number) => vi.advanceTimersByTime(seconds * 1000)

const started = async (
  options: object = { ...withCookies, stepUp },
  before: (app: FastifyInstance) => unknown = () => undefined,
) => {
  const pool = createTestUserPool({
    firstFactors: ['password', 'passkey'],
    deviceTracking: 'always',
    sessionTracking: true,
    users: [{ username: 'ada', password }],
  })
  const app: FastifyInstance = await startApp({ pool, options, before })
  const browser = createBrowser(app)
  const { tokens } = (await browser.post('/auth/sign-in', credentials)).json()
  return { pool, browser, app, tokens }
}

interface Ask {
  method: 'get' | 'post' | 'put' | 'patch' | 'delete'
  path: string
  body?: object
}

const key = 'us-east-1_00000000-0000-4000-8000-000000000000'
const credential = {
  id: 'AAAA',
  rawId: 'AAAA',
  type: 'public-key',
  response: { clientDataJSON: 'AAAA', attestationObject: 'AAAA' },
}

/** What changes how somebody signs in, or what their account can be recovered by, or ends it. */
const asking: readonly Ask[] = [
  { method: 'put', path: '/mfa', body: { enabled: [], preferred: 'none' } },
  { method: 'post', path: '/mfa/totp' },
  { method: 'post', path: '/mfa/totp/confirm', body: { code: '123456' } },
  { method: 'post', path: '/passkeys/start' },
  { method: 'post', path: '/passkeys/finish', body: { credential } },
  { method: 'delete', path: '/passkeys/AAAA' },
  {
    method: 'post',
    path: '/password/change',
    body: { currentPassword: password, newPassword: 'Battery-staple-2' },
  },
  { method: 'patch', path: '/me', body: { attributes: { email: 'eve@example.com' } } },
  {
    method: 'patch',
    path: '/me',
    body: { attributes: { name: 'Ada', phone_number: '+15550100' } },
  },
  { method: 'patch', path: '/me', body: { attributes: { email: null } } },
  { method: 'patch', path: '/me', body: { attributes: { phone_number: null } } },
  { method: 'delete', path: '/me' },
]

const notAsking: readonly Ask[] = [
  { method: 'get', path: '/me' },
  { method: 'get', path: '/mfa' },
  { method: 'get', path: '/passkeys' },
  { method: 'get', path: '/devices' },
  { method: 'put', path: `/devices/${key}`, body: { remembered: true } },
  { method: 'delete', path: `/devices/${key}` },
  { method: 'patch', path: '/me', body: { attributes: { name: 'Ada' } } },
  { method: 'post', path: '/me/verify', body: { attribute: 'email' } },
  { method: 'post', path: '/sign-out/everywhere' },
  { method: 'get', path: '/sessions' },
  { method: 'delete', path: '/sessions/tkn0' },
  { method: 'post', path: '/sign-out/elsewhere' },
]

const send = (browser: Browser, { method, path, body }: Ask) =>
  browser[method](`/auth${path}`, body)

describe.each(asking)('$method $path $body', (ask) => {
  test('wants a recent sign-in, where the options say so', async () => {
    const { browser, pool } = await started()
    pass(601)
    const calls = { ...pool.calls }
    const answer = await send(browser, ask)
    expect(answer.json()).toMatchObject({ status: 401, code: 'TOKEN_TOO_OLD', maxAge: 600 })
    expect(answer.headers['www-authenticate']).toContain('max_age="600"')
    expect(pool.calls).toEqual(calls)

    await browser.post('/auth/reauthenticate', { password })
    expect((await send(browser, ask)).body).not.toContain('TOKEN_TOO_OLD')
  })

  test('takes any sign-in, where they do not', async () => {
    const { browser } = await started(withCookies)
    pass(601)
    expect((await send(browser, ask)).body).not.toContain('TOKEN_TOO_OLD')
  })
})

test.each(notAsking)('$method $path $body wants none', async (ask) => {
  const { browser } = await started({ ...withCookies, stepUp, routes: { features: everyFeature } })
  pass(601)
  expect((await send(browser, ask)).body).not.toContain('TOKEN_TOO_OLD')
})

test('a sign-in is recent for as long as the options say', async () => {
  const { browser } = await started()
  pass(590)
  expect((await browser.post('/auth/mfa/totp')).statusCode).toBe(200)
  pass(11)
  expect((await browser.post('/auth/mfa/totp')).statusCode).toBe(401)
})

test('so it is by token', async () => {
  const { browser, tokens } = await started({ ...withBearer, stepUp })
  const more = { headers: { authorization: `Bearer ${tokens.accessToken}` } }
  pass(601)
  const answer = await browser.post('/auth/passkeys/start', undefined, more)
  expect([answer.statusCode, answer.json().code]).toEqual([401, 'TOKEN_TOO_OLD'])
  const renewed = await browser.post('/auth/reauthenticate', { password }, more)
  const { accessToken } = renewed.json().tokens
  const again = { headers: { authorization: `Bearer ${accessToken}` } }
  expect((await browser.post('/auth/passkeys/start', undefined, again)).statusCode).toBe(200)
})

test('an old sign-in uses no attempt up', async () => {
  const options = { ...withCookies, stepUp, rateLimit: { code: { max: 1, timeWindow: 3600 } } }
  const limited = (app: FastifyInstance) => app.register(rateLimit, { global: false })
  const { browser, pool } = await started(options, limited)
  const confirm = async () =>
    (await browser.post('/auth/mfa/totp/confirm', { code: '000000' })).json().code
  await browser.post('/auth/mfa/totp')
  pass(601)
  for (const _ of [1, 2, 3]) expect(await confirm()).toBe('TOKEN_TOO_OLD')
  expect(pool.calls['VerifySoftwareToken'] ?? 0).toBe(0)
  await browser.post('/auth/reauthenticate', { password })
  expect(await confirm()).toBe('COGNITO_CODE_MISMATCH')
  expect(await confirm()).toBe('RATE_LIMITED')
})

test('a stranger is told that they are one, and their body is not read', async () => {
  const { app } = await started()
  const answer = await app.inject({
    method: 'PUT',
    url: '/auth/mfa',
    headers: { 'content-type': 'application/json' },
    payload: '{ this is no JSON',
  })
  expect([answer.statusCode, answer.json().code]).toEqual([401, 'TOKEN_MISSING'])
})

test('another site is refused before anything is said of a sign-in', async () => {
  const { browser } = await started()
  pass(601)
  const headers = { 'sec-fetch-site': 'cross-site' }
  const answer = await browser.post('/auth/mfa/totp', undefined, { headers })
  expect(answer.json().code).toBe('CROSS_SITE')
})
