import { describe, expect, it } from 'vitest'
import { createTestUserPool, type TestUserOptions, type TestUserPool } from '../src/index.ts'
import {
  confirmSignUp,
  expiredCode,
  forgot,
  limitExceeded,
  newPassword,
  resend,
  reset,
  unknownUser,
  wrongCode,
} from './account-calls.ts'
import { refusalOf } from './sign-in.ts'

const poolWith = (preventUserExistenceErrors: boolean, ...users: TestUserOptions[]) =>
  createTestUserPool({ clients: [{ preventUserExistenceErrors }], users })

const calls: readonly [string, (pool: TestUserPool, name: string) => Promise<unknown>, number][] = [
  ['ForgotPassword', forgot, 20],
  ['ResendConfirmationCode', resend, 5],
  ['ConfirmSignUp', (pool, name) => confirmSignUp(pool, name, '123456'), 15],
  ['ConfirmForgotPassword', (pool, name) => reset(pool, name, '123456', newPassword), 20],
]

describe.each(calls)('%s', (_, call) => {
  it('says who does not exist where the client shows it', async () => {
    const pool = poolWith(false)
    for (let attempt = 1; attempt <= 30; attempt += 1) {
      expect(await refusalOf(call(pool, 'nobody'))).toBe(unknownUser)
    }
  })
})

describe.each([
  ['ForgotPassword', forgot],
  ['ResendConfirmationCode', resend],
])('%s for somebody who does not exist, where that is hidden', (_, call) => {
  const deliveryOf = async (pool: TestUserPool, name: string) =>
    (await call(pool, name)).CodeDeliveryDetails

  it.each([
    [
      'ann@example.com',
      { Destination: 'a***@e***', DeliveryMedium: 'EMAIL', AttributeName: 'email' },
    ],
    [
      '+15550101234',
      { Destination: '+*******1234', DeliveryMedium: 'SMS', AttributeName: 'phone_number' },
    ],
    [
      'nobody',
      {
        Destination: expect.stringMatching(/^\+\*{7}\d{4}$/),
        DeliveryMedium: 'SMS',
        AttributeName: 'phone_number',
      },
    ],
  ])('says where the code for %s went, and sends none', async (name, delivery) => {
    const pool = poolWith(true)
    const first = await deliveryOf(pool, name)
    expect(first).toEqual(delivery)
    expect(await deliveryOf(pool, name)).toEqual(first)
    expect(pool.inbox.messages).toEqual([])
  })

  it('says what the pool would use', async () => {
    const pool = createTestUserPool({
      autoVerifiedAttributes: ['email'],
      accountRecovery: ['verified_email'],
    })
    const names = ['nobody', 'no-one', 'noname']
    const deliveries = await Promise.all(names.map((name) => deliveryOf(pool, name)))
    expect(new Set(deliveries.map((delivery) => delivery?.Destination)).size).toBeGreaterThan(1)
    for (const delivery of deliveries) {
      expect(delivery).toEqual({
        Destination: expect.stringMatching(/^[a-z]\*{3}@[a-z]\*{3}$/),
        DeliveryMedium: 'EMAIL',
        AttributeName: 'email',
      })
    }
  })
})

describe.each([
  [
    'a new account',
    resend,
    (pool: TestUserPool, code: string) => confirmSignUp(pool, 'nobody', code),
    24,
  ],
  [
    'a forgotten password',
    forgot,
    (pool: TestUserPool, code: string) => reset(pool, 'nobody', code),
    1,
  ],
])('no code for %s', (_, ask, answer, hours) => {
  it('is right for nobody: none was sent, then all are wrong, then it has expired', async () => {
    const pool = poolWith(true)
    expect(await refusalOf(answer(pool, '123456'))).toBe(expiredCode)
    await ask(pool, 'nobody')
    expect(await refusalOf(answer(pool, '123456'))).toBe(wrongCode)
    pool.clock.advance(hours * 3600)
    expect(await refusalOf(answer(pool, '123456'))).toBe(expiredCode)
  })
})

it.each(calls)('%s is as limited for nobody as for others', async (_, call, limit) => {
  const pool = poolWith(true)
  const isLimited = (name = 'nobody') =>
    call(pool, name).then(
      () => false,
      (error: Error) => `${error.name}: ${error.message}` === limitExceeded,
    )
  for (let attempt = 1; attempt <= limit; attempt += 1) expect(await isLimited()).toBe(false)
  expect(await isLimited()).toBe(true)
  expect(await isLimited('no-one')).toBe(false)
  pool.clock.advance(3600)
  expect(await isLimited()).toBe(false)
})

describe('somebody who cannot be sent a code', () => {
  const attributes = { email: 'ann@example.com', email_verified: 'true' }
  const disabled = { username: 'ann', enabled: false, attributes }
  const unreachable = { username: 'ann', attributes: { email: 'ann@example.com' } }

  it.each([
    ['disabled', disabled],
    ['unreachable', unreachable],
  ])('is treated as nobody at ForgotPassword where that is hidden: %s', async (_, user) => {
    const pool = poolWith(true, user)
    expect((await forgot(pool, 'ann')).CodeDeliveryDetails).toMatchObject({ DeliveryMedium: 'SMS' })
    expect(pool.inbox.messages).toEqual([])
    expect(await refusalOf(reset(pool, 'ann', '123456'))).toBe(wrongCode)
  })

  it.each([
    ['disabled', disabled, 'NotAuthorizedException: User is disabled.'],
    [
      'unreachable',
      unreachable,
      'InvalidParameterException: Cannot reset password for the user as there is no ' +
        'registered/verified email or phone_number',
    ],
  ])('is told so at ForgotPassword where it is not: %s', async (_, user, refusal) => {
    expect(await refusalOf(forgot(poolWith(false, user), 'ann'))).toBe(refusal)
  })

  it('is told so at ResendConfirmationCode, or nothing where that is hidden', async () => {
    const user = { ...disabled, status: 'UNCONFIRMED' as const }
    expect(await refusalOf(resend(poolWith(false, user), 'ann'))).toBe(
      'NotAuthorizedException: User is disabled.',
    )
    const pool = poolWith(true, user)
    expect((await resend(pool, 'ann')).CodeDeliveryDetails).toBeDefined()
    expect(pool.inbox.messages).toEqual([])
  })
})
