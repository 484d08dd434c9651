import { createTestUserPool, type TestUserPoolOptions } from '@x/cognito-testing'
import { describe, expect, test } from 'vitest'
import type { FastifyCognitoOptions } from '../src/index.ts'
import { createBrowser } from './browser.ts'
import { createLog } from './create-log.ts'
import { startApp, withCookies } from './start-app.ts'

const password = 'Correct-horse-1'
const secretName = 'quite-secret-name'

const started = async (
  poolOptions: TestUserPoolOptions = {},
  options: Partial<FastifyCognitoOptions> = {},
) => {
  const pool = createTestUserPool({
    users: [{ username: secretName, password, status: 'UNCONFIRMED' }],
    ...poolOptions,
  })
  const log = createLog()
  const app = await startApp({
    pool,
    options: { ...withCookies, ...options },
    server: { logger: log.options },
  })
  const entries = () => log.lines.map((line) => JSON.parse(line))
  const levels = { 30: 'info', 40: 'warn', 50: 'error' } as Record<number, string>
  return {
    pool,
    log,
    browser: createBrowser(app),
    hidden: () =>
      entries().flatMap(({ level, hidden }) => (hidden ? [`${levels[level]} ${hidden}`] : [])),
    warnings: () => entries().filter(({ level }) => level === 40),
  }
}

describe('what is hidden is logged', () => {
  test('by its code, and never with a name', async () => {
    const { browser, hidden, log } = await started()
    const username = secretName
    await browser.post('/auth/sign-in', { username: 'nobody', password, method: 'password' })
    await browser.post('/auth/sign-up', { username, password })
    await browser.post('/auth/sign-up/confirm', { username, code: '123456' })
    await browser.post('/auth/password/forgot', { username })
    await browser.post('/auth/password/reset', { username, code: '123456', newPassword: password })
    expect(hidden()).toEqual([
      'info COGNITO_USERNAME_TAKEN',
      'info COGNITO_CODE_EXPIRED',
      'info COGNITO_PASSWORD_RESET_NOT_POSSIBLE',
      'info COGNITO_CODE_EXPIRED',
    ])
    expect(log.text()).not.toContain(secretName)
    expect(log.text()).not.toContain('123456')
    expect(log.text()).not.toContain(password)
  })

  test.each([
    'UserNotFoundException',
    'LimitExceededException',
    'CodeDeliveryFailureException',
    'UserLambdaValidationException',
  ])('without what Cognito said, which may hold a name: %s', async (name) => {
    const { browser, hidden, log, pool } = await started()
    pool.failNext('ForgotPassword', { name, message: `${secretName} said hush.` })
    await browser.post('/auth/password/forgot', { username: secretName })
    expect(hidden()).toHaveLength(1)
    const line = log.lines.find((each) => each.includes('"hidden"')) ?? ''
    const { hidden: _key, reason: _sentence, ...rest } = JSON.parse(line)
    expect(Object.keys(rest).sort()).toEqual(['hostname', 'level', 'msg', 'pid', 'reqId', 'time'])
    for (const secret of [secretName, 'hush', name, '$metadata', 'stack']) {
      expect(log.text()).not.toContain(secret)
    }
  })

  test.each([
    ['CodeDeliveryFailureException', 'warn COGNITO_CODE_NOT_DELIVERED'],
    ['UnexpectedLambdaException', 'warn COGNITO_TRIGGER_FAILED'],
    ['InvalidEmailRoleAccessPolicyException', 'error COGNITO_MISCONFIGURED.sending'],
    ['LimitExceededException', 'info COGNITO_LIMIT_EXCEEDED'],
  ])('louder where somebody has to mend it: %s', async (name, told) => {
    const { browser, hidden, pool } = await started()
    pool.failNext('ForgotPassword', { name, message: 'No.' })
    await browser.post('/auth/password/forgot', { username: secretName })
    expect(hidden()).toEqual([told])
  })
})

describe('an app client that tells who exists is warned of', () => {
  const legacy = { clients: [{ preventUserExistenceErrors: false }] }

  test('once, with what to do', async () => {
    const { browser, warnings, hidden } = await started(legacy)
    for (const _attempt of [1, 2, 3]) {
      await browser.post('/auth/sign-in', { username: secretName, password })
    }
    expect(warnings()).toHaveLength(1)
    expect(warnings()[0].msg).toContain('PreventUserExistenceErrors to ENABLED')
    expect(hidden()).toEqual(Array(3).fill('info COGNITO_USER_NOT_CONFIRMED'))
  })

  test('and is found out with one sign-in, for many that ask at once', async () => {
    const { browser, pool, warnings } = await started(legacy)
    const body = { username: secretName, password }
    await Promise.all([1, 2, 3, 4].map(() => browser.post('/auth/sign-in', body)))
    expect(pool.calls['InitiateAuth']).toBe(5)
    expect(warnings()).toHaveLength(1)
  })

  test('and not where nobody had to know', async () => {
    const { browser, pool, warnings } = await started(legacy)
    await browser.post('/auth/sign-in', { username: 'nobody', password, method: 'password' })
    expect(pool.calls['InitiateAuth']).toBe(1)
    expect(warnings()).toEqual([])
  })
})

describe('a delivery other than strangers are told of is warned of', () => {
  const signUp = (browser: ReturnType<typeof createBrowser>, index: number) =>
    browser.post('/auth/sign-up', {
      username: `new${index}`,
      email: 'ada@example.com',
      phoneNumber: '+15551234567',
      password,
    })

  test('once, with the option that puts it right', async () => {
    const { browser, warnings } = await started()
    expect((await signUp(browser, 1)).json().delivery.medium).toBe('email')
    await signUp(browser, 2)
    expect(warnings()).toHaveLength(1)
    expect(warnings()[0]).toMatchObject({
      option: 'codeDelivery.signUp',
      told: 'a code by email',
      done: 'a code by sms',
      msg: expect.stringContaining("set codeDelivery.signUp to 'sms'"),
    })
  })

  test('and not any more once it is set', async () => {
    const { browser, warnings } = await started({}, { codeDelivery: { signUp: 'sms' } })
    const { delivery } = (await signUp(browser, 1)).json()
    expect(delivery).toEqual({ medium: 'sms', destination: '+*******4567' })
    await browser.post('/auth/sign-up/resend', { username: 'new1' })
    expect(warnings()).toEqual([])
  })

  test('also where the pool verifies nothing that was given', async () => {
    const { browser, warnings } = await started({ autoVerifiedAttributes: [] })
    await signUp(browser, 1)
    expect(warnings()).toMatchObject([
      { done: 'no code was sent', msg: expect.stringContaining('Have the user pool verify') },
    ])
  })

  test('and for forgotten passwords apart', async () => {
    const attributes = { phone_number: '+15551234567', phone_number_verified: 'true' }
    const { browser, warnings } = await started({
      users: [{ username: 'ada', password, attributes }],
    })
    await signUp(browser, 1)
    const told = await browser.post('/auth/password/forgot', { username: 'ada' })
    expect(told.json()).toEqual({ medium: 'email', destination: '***' })
    expect(warnings().map(({ option }) => option)).toEqual([
      'codeDelivery.signUp',
      'codeDelivery.password',
    ])
  })
})

test.each<[string, NonNullable<FastifyCognitoOptions['codeDelivery']>, object]>([
  ['ada', {}, { medium: 'email', destination: '***' }],
  ['ada', { password: 'sms' }, { medium: 'sms', destination: '***' }],
  ['ada@example.com', { password: 'sms' }, { medium: 'sms', destination: '***' }],
  ['ada@example.com', {}, { medium: 'email', destination: 'a***@e***' }],
  ['+15551234567', {}, { medium: 'sms', destination: '+*******4567' }],
])('%s with %j is told %j', async (username, codeDelivery, told) => {
  const { browser } = await started({}, { codeDelivery })
  expect((await browser.post('/auth/password/forgot', { username })).json()).toEqual(told)
})

test('in verbose mode what Cognito did is told', async () => {
  const attributes = { phone_number: '+15551234567', phone_number_verified: 'true' }
  const users: TestUserPoolOptions['users'] = [{ username: 'ada', password, attributes }]
  const { browser, warnings } = await started({ users }, { enumeration: 'verbose' })
  expect((await browser.post('/auth/password/forgot', { username: 'ada' })).json()).toEqual({
    medium: 'sms',
    destination: '+*******4567',
    attribute: 'phone_number',
  })
  expect(warnings()).toEqual([])
})
