import { describe, expect, it } from 'vitest'
import { createTestUserPool, type TestUserOptions, type TestUserPoolOptions } from '../src/index.ts'
import {
  expiredCode,
  forgot,
  limitExceeded,
  newPassword,
  otherCode,
  password,
  reset,
  tokenOf,
  wrongCode,
} from './account-calls.ts'
import { refusalOf, signInWithPassword, signInWithSrp } from './sign-in.ts'

const email = 'ann@example.com'
const phone = '+15550101234'
const verified = {
  email,
  email_verified: 'true',
  phone_number: phone,
  phone_number_verified: 'true',
}
const poolWith = (options: TestUserPoolOptions = {}, user: Partial<TestUserOptions> = {}) =>
  createTestUserPool({
    ...options,
    users: [{ username: 'ann', password, attributes: { email, email_verified: 'true' }, ...user }],
  })
const asked = async (...args: Parameters<typeof poolWith>) => {
  const pool = poolWith(...args)
  await forgot(pool, 'ann')
  return { pool, code: pool.inbox.lastCodeFor('ann') }
}

it('ends with a new password and no old one', async () => {
  const pool = poolWith()
  expect(await forgot(pool, 'ann')).toMatchObject({
    CodeDeliveryDetails: {
      Destination: 'a***@e***',
      DeliveryMedium: 'EMAIL',
      AttributeName: 'email',
    },
  })
  expect(pool.inbox.messages).toMatchObject([
    {
      to: email,
      medium: 'email',
      purpose: 'forgot-password',
      code: expect.stringMatching(/^\d{6}$/),
    },
  ])
  await reset(pool, 'ann', pool.inbox.lastCodeFor('ann'))
  expect((await signInWithSrp(pool, 'ann', newPassword)).AuthenticationResult).toBeDefined()
  expect(await refusalOf(signInWithPassword(pool, 'ann', password))).toBe(
    'NotAuthorizedException: Incorrect username or password.',
  )
})

it('lets somebody in who had to reset it, and somebody who was locked out', async () => {
  const { pool, code } = await asked({}, { status: 'RESET_REQUIRED' })
  for (let attempt = 1; attempt <= 7; attempt += 1) {
    await refusalOf(signInWithPassword(pool, 'ann', 'Wrong-Horse1'))
  }
  await reset(pool, 'ann', code)
  expect(pool.users[0]?.status).toBe('CONFIRMED')
  expect(await tokenOf(pool, 'ann', newPassword)).not.toBe('')
})

it('gives a password to a user who had none', async () => {
  const { pool, code } = await asked({}, { password: undefined } as object)
  await reset(pool, 'ann', code)
  expect(await tokenOf(pool, 'ann', newPassword)).not.toBe('')
})

it('works by e-mail address where that is the way in', async () => {
  const pool = createTestUserPool({
    signInWith: ['email'],
    clients: [{ secret: true }],
    users: [{ username: email, password, attributes: { email_verified: 'true' } }],
  })
  await forgot(pool, email)
  await reset(pool, email, pool.inbox.lastCodeFor(email))
  expect(await tokenOf(pool, email, newPassword)).not.toBe('')
})

describe('the code', () => {
  it.each<[string, TestUserPoolOptions, Partial<TestUserOptions>, string]>([
    ['the phone number', {}, { attributes: verified }, phone],
    [
      'the one that is verified',
      {},
      { attributes: { ...verified, phone_number_verified: 'false' } },
      email,
    ],
    [
      'what is set to be first',
      { accountRecovery: ['verified_email', 'verified_phone_number'] },
      { attributes: verified },
      email,
    ],
    [
      'what is set to be the only',
      { accountRecovery: ['verified_email'] },
      { attributes: verified },
      email,
    ],
    ['what is no second factor', {}, { attributes: verified, mfa: 'sms' }, email],
    ['what is no second factor', {}, { attributes: verified, mfa: 'email' }, phone],
    [
      'the first, where a choice of factors has none that is preferred',
      {},
      { attributes: verified, mfa: ['sms', 'email'] },
      phone,
    ],
  ])('goes to %s', async (_, options, user, to) => {
    const { pool } = await asked(options, user)
    expect(pool.inbox.messages.map((message) => message.to)).toEqual([to])
  })

  it('that is wrong is refused, and the right one works once', async () => {
    const { pool, code } = await asked()
    expect(await refusalOf(reset(pool, 'ann', otherCode(code)))).toBe(wrongCode)
    await reset(pool, 'ann', code)
    expect(await refusalOf(reset(pool, 'ann', code, 'Third-Horse3'))).toBe(expiredCode)
  })

  it('works for one of two who use it at once', async () => {
    const { pool, code } = await asked()
    const results = await Promise.allSettled([reset(pool, 'ann', code), reset(pool, 'ann', code)])
    expect(results.map(({ status }) => status)).toEqual(['fulfilled', 'rejected'])
  })

  it('is good for an hour', async () => {
    const { pool, code } = await asked()
    pool.clock.advance(3600 - 60)
    expect(await refusalOf(reset(pool, 'ann', otherCode(code)))).toBe(wrongCode)
    pool.clock.advance(60)
    expect(await refusalOf(reset(pool, 'ann', code))).toBe(expiredCode)
  })

  it('is wrong once a newer one was sent', async () => {
    const { pool, code: older } = await asked()
    do await forgot(pool, 'ann')
    while (pool.inbox.lastCodeFor('ann') === older)
    expect(await refusalOf(reset(pool, 'ann', older))).toBe(wrongCode)
    await reset(pool, 'ann', pool.inbox.lastCodeFor('ann'))
  })

  it('of somebody else is wrong', async () => {
    const { pool, code } = await asked()
    pool.addUser({
      username: 'ben',
      attributes: { email: 'ben@example.com', email_verified: 'true' },
    })
    expect(await refusalOf(reset(pool, 'ben', code))).toBe(expiredCode)
    do await forgot(pool, 'ben')
    while (pool.inbox.lastCodeFor('ben') === code)
    expect(await refusalOf(reset(pool, 'ben', code))).toBe(wrongCode)
    await reset(pool, 'ann', code)
  })

  it('may be asked for and tried twenty times an hour', async () => {
    const { pool, code } = await asked()
    for (let attempt = 1; attempt <= 19; attempt += 1) {
      expect(await refusalOf(reset(pool, 'ann', otherCode(code)))).toBe(wrongCode)
    }
    expect(await refusalOf(forgot(pool, 'ann'))).toBe(limitExceeded)
    expect(await refusalOf(reset(pool, 'ann', code))).toBe(limitExceeded)
    pool.clock.advance(3600)
    await forgot(pool, 'ann')
  })
})

describe('the new password', () => {
  it('must fit the policy, whatever the code and whoever it is for', async () => {
    const { pool, code } = await asked()
    for (const name of ['ann', 'nobody']) {
      expect(await refusalOf(reset(pool, name, code, 'Short-1'))).toBe(
        'InvalidPasswordException: Password did not conform with policy: Password not long enough',
      )
    }
    expect(await refusalOf(reset(pool, 'ann', code, ''))).toBe(
      "InvalidParameterException: 1 validation error detected: Value at 'password' failed to " +
        'satisfy constraint: Member must satisfy regular expression pattern: ^[\\S]+.*[\\S]+$',
    )
    await reset(pool, 'ann', code)
  })

  it('is no password the policy remembers, which only the right code finds out', async () => {
    const { pool, code } = await asked({ passwordPolicy: { historySize: 1 } })
    expect(await refusalOf(reset(pool, 'ann', otherCode(code), password))).toBe(wrongCode)
    expect(await refusalOf(reset(pool, 'ann', code, password))).toBe(
      'PasswordHistoryPolicyViolationException: Password has previously been used.',
    )
    await reset(pool, 'ann', code)
  })
})

describe('nobody gets a code', () => {
  it.each([true, false])('where only operators reset passwords', async (hidden) => {
    const pool = poolWith({
      accountRecovery: ['admin_only'],
      clients: [{ preventUserExistenceErrors: hidden }],
    })
    for (const name of ['ann', 'nobody']) {
      expect(await refusalOf(forgot(pool, name))).toBe(
        'NotAuthorizedException: Contact administrator to reset password.',
      )
    }
  })

  it.each(['UNCONFIRMED', 'FORCE_CHANGE_PASSWORD'] as const)('as %s', async (status) => {
    const pool = poolWith({}, { status })
    expect(await refusalOf(forgot(pool, 'ann'))).toBe(
      'NotAuthorizedException: User password cannot be reset in the current state.',
    )
  })
})
