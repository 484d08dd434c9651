import { createCognito, type FirstFactor } from '@x/cognito-core'
import { createTestUserPool, type TestUserPool } from '@x/cognito-testing'
import { beforeEach, describe, expect, it } from 'vitest'
import { challengeIn } from './challenge-in.ts'

const password = 'Correct-horse-1'
const username = 'ann'

let pool: TestUserPool
const cognito = () => createCognito(pool.options)

beforeEach(() => {
  pool = createTestUserPool({
    clients: [{ secret: true }],
    aliases: ['email'],
    firstFactors: ['password', 'email-code', 'sms-code'],
    users: [
      {
        username,
        password,
        attributes: {
          email: 'ann@example.com',
          email_verified: 'true',
          phone_number: '+15555550134',
          phone_number_verified: 'true',
        },
      },
      { username: 'bob', password },
      { username: 'mfa', password, mfa: 'totp' },
      {
        username: 'coded',
        attributes: { email: 'coded@example.com', email_verified: 'true' },
      },
    ],
  })
})

const choose = async (prefer?: FirstFactor, as = username) =>
  cognito().signIn({ method: 'choice', username: as, ...(prefer && { prefer }) })

describe('a sign-in by choice', () => {
  it('offers what the user has, and goes on with what is chosen', async () => {
    const offered = challengeIn(await choose(), 'factor-choice')
    expect(offered).toMatchObject({
      factors: ['password', 'email-code', 'sms-code'],
      passwordMethod: 'srp',
    })
    const sent = await cognito().answerChallenge(offered, { factor: 'email-code' })
    const asked = challengeIn(sent, 'email-code')
    expect(asked.delivery).toEqual({ medium: 'email', destination: 'a***@e***' })
    const code = pool.inbox.lastCodeFor(username)
    expect(await cognito().answerChallenge(asked, { code })).toMatchObject({ status: 'signed-in' })
  })

  it.each([
    ['email-code', 'email'],
    ['sms-code', 'sms'],
  ] as const)('goes straight to what is preferred: %s', async (prefer, medium) => {
    const asked = challengeIn(await choose(prefer), prefer)
    expect(asked).toMatchObject({ delivery: { medium } })
    const wrong = cognito().answerChallenge(asked as never, { code: '00000000' } as never)
    await expect(wrong).rejects.toMatchObject({ code: 'COGNITO_CODE_MISMATCH' })
    const code = pool.inbox.lastCodeFor(username)
    expect(await cognito().answerChallenge(asked as never, { code } as never)).toMatchObject({
      status: 'signed-in',
    })
  })

  it('proves a password that is at hand, by SRP, in two calls', async () => {
    const input = { method: 'choice', username, prefer: 'password', password } as const
    expect(await cognito().signIn(input)).toMatchObject({ status: 'signed-in' })
    expect(pool.calls).toMatchObject({ InitiateAuth: 1, RespondToAuthChallenge: 1 })
    await expect(cognito().signIn({ ...input, password: 'Wrong-horse-1' })).rejects.toMatchObject({
      code: 'COGNITO_INVALID_CREDENTIALS',
    })
  })

  it('asks for a password that is preferred, and proves it by SRP', async () => {
    const asked = challengeIn(await choose('password'), 'password')
    expect(asked.method).toBe('srp')
    expect(await cognito().answerChallenge(asked, { password })).toMatchObject({
      status: 'signed-in',
    })
    expect(pool.calls).toMatchObject({ InitiateAuth: 1, RespondToAuthChallenge: 2 })
  })

  it('asks for a password that is chosen without a call', async () => {
    const offered = challengeIn(await choose(), 'factor-choice')
    const chosen = await cognito().answerChallenge(offered, { factor: 'password' })
    const asked = challengeIn(chosen, 'password')
    expect(asked).toEqual({
      kind: 'password',
      method: 'srp',
      username,
      session: offered.session,
      cognitoName: 'SELECT_CHALLENGE',
    })
    expect(pool.calls['RespondToAuthChallenge']).toBe(0)
    expect(await cognito().answerChallenge(asked, { password })).toMatchObject({
      status: 'signed-in',
    })
  })

  it('refuses a wrong password, and the attempt is over', async () => {
    const asked = challengeIn(await choose('password'), 'password')
    const wrong = cognito().answerChallenge(asked, { password: 'Wrong-horse-1' })
    await expect(wrong).rejects.toMatchObject({ code: 'COGNITO_INVALID_CREDENTIALS' })
    await expect(cognito().answerChallenge(asked, { password })).rejects.toMatchObject({
      code: 'COGNITO_SESSION_EXPIRED',
    })
  })

  it('offers the rest where the user has not what is preferred', async () => {
    expect(challengeIn(await choose('sms-code', 'bob'), 'factor-choice').factors).toEqual([
      'password',
    ])
    expect(challengeIn(await choose('password', 'coded'), 'factor-choice').factors).toEqual([
      'email-code',
    ])
    const input = { method: 'choice', username: 'coded', prefer: 'password', password } as const
    expect(challengeIn(await cognito().signIn(input), 'factor-choice').factors).toEqual([
      'email-code',
    ])
  })

  it('goes on to a second factor after a password', async () => {
    const input = { method: 'choice', username: 'mfa', prefer: 'password', password } as const
    const asked = challengeIn(await cognito().signIn(input), 'totp-code')
    const code = pool.totpCodeFor('mfa')
    expect(await cognito().answerChallenge(asked, { code })).toMatchObject({ status: 'signed-in' })
  })

  it('finds the user by an alias, and answers under what Cognito told last', async () => {
    for (const prefer of ['password', 'email-code'] as const) {
      const result = await choose(prefer, 'ann@example.com')
      const asked = challengeIn(result, prefer)
      const answer =
        prefer === 'password' ? { password } : { code: pool.inbox.lastCodeFor(username) }
      expect(await cognito().answerChallenge(asked as never, answer as never)).toMatchObject({
        status: 'signed-in',
      })
    }
  })

  it.each([
    ['a factor that there is not', { prefer: 'carrier-pigeon' }, 'prefer'],
    ['a password that is none', { prefer: 'password', password: 12 }, 'password'],
    ['an empty password', { prefer: 'password', password: '' }, 'password'],
    ['a device that is none', { device: 'phone' }, 'device'],
    ['a device without its password', { device: { key: 'k', groupKey: 'g' } }, 'device.password'],
  ])('refuses %s, by its name and before any call', async (_what, wrong, field) => {
    const input = { method: 'choice', username, ...wrong }
    await expect(cognito().signIn(input as never)).rejects.toMatchObject({
      code: 'COGNITO_INVALID_INPUT',
      params: { field },
    })
    expect(pool.calls['InitiateAuth']).toBe(0)
  })

  it('says what a choice may be, and keeps the attempt', async () => {
    const offered = challengeIn(await choose(undefined, 'bob'), 'factor-choice')
    for (const factor of ['sms-code', 'passkey', undefined, 7]) {
      await expect(cognito().answerChallenge(offered, { factor } as never)).rejects.toMatchObject({
        key: 'COGNITO_INVALID_INPUT.choice',
        params: { field: 'answer.factor', choices: 'password' },
      })
    }
    const chosen = await cognito().answerChallenge(offered, { factor: 'password' })
    const asked = challengeIn(chosen, 'password')
    await expect(cognito().answerChallenge(asked, {} as never)).rejects.toMatchObject({
      params: { field: 'answer.password' },
    })
    expect(await cognito().answerChallenge(asked, { password })).toMatchObject({
      status: 'signed-in',
    })
  })
})
