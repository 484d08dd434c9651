import { createTestUserPool } from '@x/cognito-testing'
import { expect, test } from 'vitest'
import { createBrowser } from './browser.ts'
import { createLog } from './create-log.ts'
import { startApp, withCookies } from './start-app.ts'

const password = 'Correct-horse-1'
const newPassword = 'Battery-staple-2'
const username = 'ada'
const user = {
  username,
  password,
  attributes: { email: 'ada@example.com', email_verified: 'true' },
}

const createPool = (more: object = {}) => createTestUserPool({ users: [user], ...more })
const from = { remoteAddress: '192.0.2.7' }

test('Cognito is told the address of whoever calls, by every route that can', async () => {
  const pool = createPool({ users: [{ ...user, mfa: 'totp' }] })
  const browser = createBrowser(await startApp({ pool }))
  await browser.post('/auth/sign-in', { username, password }, from)
  await browser.post('/auth/challenge', { answer: { code: pool.totpCodeFor(username) } }, from)
  await browser.post('/auth/sign-up', { username: 'bob', password, email: 'b@example.com' }, from)
  await browser.post('/auth/sign-up/resend', { username: 'bob' }, from)
  await browser.post('/auth/sign-up/confirm', { username: 'bob', code: '000000' }, from)
  await browser.post('/auth/password/forgot', { username }, from)
  await browser.post('/auth/password/reset', { username, code: '000000', newPassword }, from)
  const told = [
    'InitiateAuth',
    'RespondToAuthChallenge',
    'SignUp',
    'ResendConfirmationCode',
    'ConfirmSignUp',
    'ForgotPassword',
    'ConfirmForgotPassword',
  ].map((operation) => [operation, pool.lastContextData(operation)])
  expect(told).toEqual(told.map(([operation]) => [operation, { IpAddress: '192.0.2.7' }]))
})

test.each([
  [{}, '192.0.2.7'],
  [{ trustProxy: '192.0.2.7' }, '203.0.113.9'],
])('a header of the caller counts where Fastify trusts the proxy only: %j', async (server, ip) => {
  const pool = createPool()
  const browser = createBrowser(await startApp({ pool, server }))
  const headers = { 'x-forwarded-for': '203.0.113.9' }
  await browser.post('/auth/sign-in', { username, password }, { ...from, headers })
  expect(pool.lastContextData('InitiateAuth')).toEqual({ IpAddress: ip })
})

test('Cognito is told what the app knows besides, and so are triggers', async () => {
  const seen: unknown[] = []
  const pool = createPool({
    triggers: {
      preSignUp: (event: { request: { clientMetadata?: unknown } }) => {
        seen.push(event.request.clientMetadata)
        return event
      },
    },
  })
  const log = createLog()
  const app = await startApp({
    pool,
    server: { logger: log.options },
    options: {
      ...withCookies,
      requestContext: ({ headers }) => ({
        clientMetadata: { tenant: String(headers['x-tenant']) },
        encodedData: 'encoded-device-data',
      }),
    },
  })
  const browser = createBrowser(app)
  const headers = { 'x-tenant': 'blue' }
  const body = { username: 'bob', password, email: 'b@example.com' }
  await browser.post('/auth/sign-up', body, { ...from, headers })
  expect(pool.lastContextData('SignUp')).toEqual({
    IpAddress: '192.0.2.7',
    EncodedData: 'encoded-device-data',
  })
  expect(seen).toEqual([{ tenant: 'blue' }])
  expect(log.text()).not.toContain('encoded-device-data')
})

test('what requestContext throws is the answer, and Cognito is not asked', async () => {
  const pool = createPool()
  const requestContext = () => {
    throw Object.assign(new Error('No tenant.'), { statusCode: 400 })
  }
  const browser = createBrowser(
    await startApp({ pool, options: { ...withCookies, requestContext } }),
  )
  const answer = await browser.post('/auth/sign-in', { username, password })
  expect(answer.json()).toMatchObject({
    status: 400,
    code: 'REQUEST_REFUSED',
    detail: 'No tenant.',
  })
  expect(pool.calls['InitiateAuth'] ?? 0).toBe(0)
})

test('one that gives something else is a mistake of the service', async () => {
  const requestContext = (() => 'text') as never
  const app = await startApp({ pool: createPool(), options: { ...withCookies, requestContext } })
  const answer = await createBrowser(app).post('/auth/sign-in', { username, password })
  expect([answer.statusCode, answer.json().code]).toEqual([500, 'INTERNAL'])
})
