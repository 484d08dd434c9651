import { createTestUserPool, type TestUserPool } from '@x/cognito-testing'
import { expect, test } from 'vitest'
import { type Browser, createBrowser } from './browser.ts'
import { createLog } from './create-log.ts'
import { startApp } from './start-app.ts'

const password = 'Correct-horse-1'
const newPassword = 'Battery-staple-2'
const username = 'ada'
const email = 'ada@example.com'
const attributes = { email, email_verified: 'true' }

interface Step {
  /** As AWS names it. */
  operation: string
  /** What has gone before. */
  before: (browser: Browser, pool: TestUserPool) => Promise<unknown>
  ask: (browser: Browser, pool: TestUserPool) => ReturnType<Browser['post']>
  /** Of the same once more. */
  mended: number
}

const signUp = (browser: Browser) => browser.post('/auth/sign-up', { username, email, password })
const forget = (browser: Browser) => browser.post('/auth/password/forgot', { username })
const signIn = (browser: Browser) =>
  browser.post('/auth/sign-in', { username, password, method: 'password' })
const askToVerify = async (browser: Browser) => {
  await signIn(browser)
  await browser.post('/auth/me/verify', { attribute: 'email' })
}
const nothing = async () => undefined
const codeFor = (pool: TestUserPool) => pool.inbox.lastCodeFor(username)

/** With `users: []` for the first three. */
const ofNobody: Readonly<Record<string, Step>> = {
  'POST /sign-up': { operation: 'SignUp', before: nothing, ask: signUp, mended: 200 },
  'POST /sign-up/confirm': {
    operation: 'ConfirmSignUp',
    before: signUp,
    ask: (browser, pool) =>
      browser.post('/auth/sign-up/confirm', { username, code: codeFor(pool) }),
    mended: 200,
  },
  'POST /sign-up/resend': {
    operation: 'ResendConfirmationCode',
    before: signUp,
    ask: (browser) => browser.post('/auth/sign-up/resend', { username }),
    mended: 200,
  },
}
const ofAda: Readonly<Record<string, Step>> = {
  'POST /password/forgot': {
    operation: 'ForgotPassword',
    before: nothing,
    ask: forget,
    mended: 200,
  },
  'POST /password/reset': {
    operation: 'ConfirmForgotPassword',
    before: forget,
    ask: (browser, pool) =>
      browser.post('/auth/password/reset', { username, code: codeFor(pool), newPassword }),
    mended: 204,
  },
  'POST /password/change': {
    operation: 'ChangePassword',
    before: signIn,
    ask: (browser) =>
      browser.post('/auth/password/change', { currentPassword: password, newPassword }),
    mended: 204,
  },
  'GET /me': {
    operation: 'GetUser',
    before: signIn,
    ask: (browser) => browser.get('/auth/me'),
    mended: 200,
  },
  'PATCH /me': {
    operation: 'UpdateUserAttributes',
    before: signIn,
    ask: (browser) => browser.patch('/auth/me', { attributes: { name: 'Ada' } }),
    mended: 200,
  },
  'DELETE /me': {
    operation: 'DeleteUser',
    before: signIn,
    ask: (browser) => browser.delete('/auth/me'),
    mended: 204,
  },
  'POST /me/verify': {
    operation: 'GetUserAttributeVerificationCode',
    before: signIn,
    ask: (browser) => browser.post('/auth/me/verify', { attribute: 'email' }),
    mended: 200,
  },
  'POST /me/verify/confirm': {
    operation: 'VerifyUserAttribute',
    before: askToVerify,
    ask: (browser, pool) =>
      browser.post('/auth/me/verify/confirm', { attribute: 'email', code: codeFor(pool) }),
    mended: 204,
  },
}

const faults = [
  ['timeout', 503, 'COGNITO_UNAVAILABLE', '5'],
  ['reset', 503, 'COGNITO_UNAVAILABLE', '5'],
  ['malformed', 503, 'COGNITO_UNAVAILABLE', '5'],
  ['InternalErrorException', 503, 'COGNITO_UNAVAILABLE', '5'],
  ['TooManyRequestsException', 429, 'COGNITO_RATE_LIMITED', '2'],
] as const

const cases = [
  ...Object.entries(ofNobody).map(([name, step]) => [name, step, []] as const),
  ...Object.entries(ofAda).map(
    ([name, step]) => [name, step, [{ username, password, attributes }]] as const,
  ),
]

test.each(cases)(
  '%s says when Cognito cannot be had, and a second try mends it',
  async (_, step, users) => {
    const pool = createTestUserPool({ users })
    const log = createLog()
    const app = await startApp({ pool, server: { logger: log.options } })
    const browser = createBrowser(app)
    await step.before(browser, pool)
    const cookies = new Map(browser.cookies)
    for (const [fault, status, code, seconds] of faults) {
      pool.failNext(step.operation, fault)
      const answer = await step.ask(browser, pool)
      expect([fault, answer.statusCode, answer.json().code]).toEqual([fault, status, code])
      expect(answer.headers['retry-after']).toBe(seconds)
      expect(answer.json()).toMatchObject({ retryAfter: Number(seconds), retriable: true })
      expect(browser.cookies).toEqual(cookies)
    }
    expect((await step.ask(browser, pool)).statusCode).toBe(step.mended)
    expect(log.text()).not.toContain(password)
    expect(log.text()).not.toContain(newPassword)
  },
)

test.each(['timeout', 'malformed', 'TooManyRequestsException', 'NotAuthorizedException'])(
  'what is confirmed stays so, though signing in after it fails by %s',
  async (fault) => {
    const pool = createTestUserPool()
    const browser = createBrowser(await startApp({ pool }))
    await signUp(browser)
    pool.failNext('InitiateAuth', fault)
    const answer = await browser.post('/auth/sign-up/confirm', { username, code: codeFor(pool) })
    expect([answer.statusCode, answer.json()]).toEqual([200, { status: 'confirmed' }])
    expect(browser.cookies.size).toBe(0)
    expect((await signIn(browser)).json().status).toBe('signed-in')
  },
)

test('a confirmation whose answer was lost is not lost: who comes again is told to sign in', async () => {
  const pool = createTestUserPool()
  const browser = createBrowser(await startApp({ pool }))
  await signUp(browser)
  const proof = { username, code: codeFor(pool) }
  const { middlewareStack } = pool.options.client
  let isLost = true
  middlewareStack.add(
    (next, { commandName }) =>
      async (args) => {
        const answer = await next(args)
        if (!isLost || commandName !== 'ConfirmSignUpCommand') return answer
        isLost = false
        throw Object.assign(new Error('socket hang up'), { code: 'ECONNRESET' })
      },
    { step: 'initialize' },
  )
  expect((await browser.post('/auth/sign-up/confirm', proof)).statusCode).toBe(503)
  const again = await browser.post('/auth/sign-up/confirm', proof)
  expect(again.statusCode).toBe(400)
  expect(again.json().detail).toContain('If you have used it already, sign in.')
  expect((await signIn(browser)).json().status).toBe('signed-in')
})

test('a trigger that fails after a right code is told, and trying again is worth it', async () => {
  const pool = createTestUserPool()
  const browser = createBrowser(await startApp({ pool }))
  await signUp(browser)
  pool.failNext('ConfirmSignUp', 'UnexpectedLambdaException')
  const failed = await browser.post('/auth/sign-up/confirm', { username, code: codeFor(pool) })
  expect([failed.statusCode, failed.json().code]).toEqual([503, 'COGNITO_TRIGGER_FAILED'])
  expect(failed.json().retriable).toBe(true)
})
