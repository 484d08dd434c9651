import { InitiateAuthCommand } from '@aws-sdk/client-cognito-identity-provider'
import { describe, expect, it } from 'vitest'
import { createTestUserPool, type TestUserPool, type TestUserPoolOptions } from '../src/index.ts'
import {
  associate,
  invalidSession,
  password,
  prefer,
  tokenOf,
  usedSession,
  verify,
} from './mfa-calls.ts'
import { claimsOf, initiate, refusalOf, respond, secretHash, timestamp } from './sign-in.ts'
import { signSrp, startSrp } from './srp-client.ts'

const attributes = { email: 'ann@example.com', phone_number: '+14155550100' }
const allFactors = ['password', 'email-code', 'sms-code'] as const
const wrongPassword = 'NotAuthorizedException: Incorrect username or password.'

const poolWith = (options: TestUserPoolOptions = {}) =>
  createTestUserPool({
    firstFactors: allFactors,
    users: [{ username: 'ann', password, attributes }],
    ...options,
  })

const start = (pool: TestUserPool, parameters: Record<string, string> = {}, name = 'ann') =>
  initiate(pool, 'USER_AUTH', { USERNAME: name, ...secretHash(pool, name), ...parameters })

/** Proves the password by what PASSWORD_VERIFIER was asked with. */
const prove = (
  pool: TestUserPool,
  asked: { Session?: string | undefined; ChallengeParameters?: Record<string, string> | undefined },
  { a, secret = password }: { a: bigint; secret?: string },
) => {
  const challenge = asked.ChallengeParameters ?? {}
  const [, poolName = ''] = pool.userPoolId.split('_')
  return respond(
    pool,
    { ChallengeName: 'PASSWORD_VERIFIER', Session: asked.Session },
    {
      USERNAME: challenge['USER_ID_FOR_SRP'] ?? '',
      PASSWORD_CLAIM_SECRET_BLOCK: challenge['SECRET_BLOCK'] ?? '',
      PASSWORD_CLAIM_SIGNATURE: signSrp({ a, poolName, password: secret, timestamp, challenge }),
      TIMESTAMP: timestamp,
    },
  )
}

describe('without a preference', () => {
  it('offers what the pool allows and the user has', async () => {
    expect(await start(poolWith())).toMatchObject({
      ChallengeName: 'SELECT_CHALLENGE',
      Session: expect.stringMatching(/^AYABe/),
      ChallengeParameters: {},
      AvailableChallenges: ['PASSWORD_SRP', 'PASSWORD', 'EMAIL_OTP', 'SMS_OTP'],
    })
  })

  it.each<[string, TestUserPoolOptions, readonly string[]]>([
    [
      'the pool allows passwords only',
      { firstFactors: ['password'] },
      ['PASSWORD_SRP', 'PASSWORD'],
    ],
    [
      'there is no password',
      { users: [{ username: 'ann', attributes }] },
      ['EMAIL_OTP', 'SMS_OTP'],
    ],
    [
      'there is no phone number',
      { users: [{ username: 'ann', password, attributes: { email: attributes.email } }] },
      ['PASSWORD_SRP', 'PASSWORD', 'EMAIL_OTP'],
    ],
    [
      'the user has a second factor',
      { users: [{ username: 'ann', password, attributes, mfa: 'email' }] },
      ['PASSWORD_SRP', 'PASSWORD'],
    ],
    [
      'the password is a temporary one',
      { users: [{ username: 'ann', password, attributes, status: 'FORCE_CHANGE_PASSWORD' }] },
      ['PASSWORD_SRP', 'PASSWORD'],
    ],
    ['there is nothing', { users: [{ username: 'ann' }] }, ['PASSWORD_SRP', 'PASSWORD']],
    [
      'the pool prefers codes',
      { firstFactors: ['sms-code', 'email-code', 'password'] },
      ['SMS_OTP', 'EMAIL_OTP', 'PASSWORD_SRP', 'PASSWORD'],
    ],
  ])('where %s', async (_case, options, available) => {
    const { ChallengeName, AvailableChallenges } = await start(poolWith(options))
    expect([ChallengeName, AvailableChallenges]).toEqual(['SELECT_CHALLENGE', available])
  })

  it('goes on with the password chosen, in clear', async () => {
    const pool = poolWith()
    const choice = await start(pool)
    const choose = (PASSWORD: string) =>
      respond(pool, choice, { USERNAME: 'ann', ANSWER: 'PASSWORD', PASSWORD })
    expect(await refusalOf(choose('wrong'))).toBe(wrongPassword)
    const { AuthenticationResult } = await choose(password)
    expect(claimsOf(AuthenticationResult?.AccessToken)).toMatchObject({ username: 'ann' })
    expect(await refusalOf(choose(password))).toBe(usedSession)
  })

  it('goes on with the password chosen, over SRP', async () => {
    const pool = poolWith({ clients: [{ secret: true }] })
    const { a, A } = startSrp()
    const choice = await start(pool)
    const asked = await respond(pool, choice, { USERNAME: 'ann', ANSWER: 'PASSWORD_SRP', SRP_A: A })
    expect(asked).toMatchObject({
      ChallengeName: 'PASSWORD_VERIFIER',
      ChallengeParameters: { USERNAME: 'ann', USER_ID_FOR_SRP: 'ann' },
    })
    expect(asked.Session).not.toBe(choice.Session)
    expect((await prove(pool, asked, { a })).AuthenticationResult).toBeDefined()
    const again = { USERNAME: 'ann', ANSWER: 'PASSWORD', PASSWORD: password }
    expect(await refusalOf(respond(pool, choice, again))).toBe(usedSession)
  })

  it.each([
    [{}, 'Missing required parameter ANSWER'],
    [{ ANSWER: 'WEB_AUTHN' }, 'Invalid ANSWER for SELECT_CHALLENGE'],
    [{ ANSWER: 'toString' }, 'Invalid ANSWER for SELECT_CHALLENGE'],
    [{ ANSWER: 'PASSWORD' }, 'Missing required parameter PASSWORD'],
    [{ ANSWER: 'PASSWORD_SRP' }, 'Missing required parameter SRP_A'],
    [{ ANSWER: 'PASSWORD_SRP', SRP_A: '0' }, 'Invalid SRP_A'],
  ])('takes another answer after %j', async (answer, problem) => {
    const pool = poolWith()
    const choice = await start(pool)
    const answered = respond(pool, choice, { USERNAME: 'ann', ...answer })
    expect(await refusalOf(answered)).toBe(`InvalidParameterException: ${problem}`)
    const next = await respond(pool, choice, { USERNAME: 'ann', ANSWER: 'EMAIL_OTP' })
    expect(next.ChallengeName).toBe('EMAIL_OTP')
  })

  it('goes by what the user has when they choose', async () => {
    const pool = poolWith()
    const choice = await start(pool)
    await prefer(pool, await tokenOf(pool), { SMSMfaSettings: { Enabled: true } })
    const answer = { USERNAME: 'ann', ANSWER: 'EMAIL_OTP' }
    expect(await refusalOf(respond(pool, choice, answer))).toBe(
      'InvalidParameterException: Invalid ANSWER for SELECT_CHALLENGE',
    )
  })
})

describe('PREFERRED_CHALLENGE', () => {
  it('signs in at once with a password in clear, before a second factor', async () => {
    const PASSWORD = password
    const pool = poolWith()
    const { AuthenticationResult, ...rest } = await start(pool, {
      PREFERRED_CHALLENGE: 'PASSWORD',
      PASSWORD,
    })
    expect(AuthenticationResult).toBeDefined()
    expect(rest).not.toHaveProperty('AvailableChallenges')
    const users = [{ username: 'ann', password, attributes, mfa: 'email' as const }]
    const asked = await start(poolWith({ users }), { PREFERRED_CHALLENGE: 'PASSWORD', PASSWORD })
    expect(asked).toMatchObject({
      ChallengeName: 'EMAIL_OTP',
      ChallengeParameters: { USER_ID_FOR_SRP: 'ann' },
    })
    expect(asked.AvailableChallenges).toBeUndefined()
  })

  it('asks for the password where it did not come along', async () => {
    const pool = poolWith()
    const asked = await start(pool, { PREFERRED_CHALLENGE: 'PASSWORD' })
    expect(asked).toMatchObject({
      ChallengeName: 'PASSWORD',
      ChallengeParameters: {},
      AvailableChallenges: ['PASSWORD_SRP', 'PASSWORD', 'EMAIL_OTP', 'SMS_OTP'],
    })
    const answer = (PASSWORD: string) => respond(pool, asked, { USERNAME: 'ann', PASSWORD })
    expect(await refusalOf(answer('wrong'))).toBe(wrongPassword)
    expect((await answer(password)).AuthenticationResult).toBeDefined()
    expect(await refusalOf(answer(password))).toBe(usedSession)
  })

  it('asks for SRP_A where it did not come along', async () => {
    const pool = poolWith()
    const asked = await start(pool, { PREFERRED_CHALLENGE: 'PASSWORD_SRP' })
    expect(asked.ChallengeName).toBe('PASSWORD_SRP')
    const { a, A } = startSrp()
    const verifier = await respond(pool, asked, { USERNAME: 'ann', SRP_A: A })
    expect((await prove(pool, verifier, { a })).AuthenticationResult).toBeDefined()
  })

  it('goes straight to the proof of a password, which has a Session', async () => {
    const pool = poolWith()
    const { a, A } = startSrp()
    const asked = await start(pool, { PREFERRED_CHALLENGE: 'PASSWORD_SRP', SRP_A: A })
    expect(asked.ChallengeName).toBe('PASSWORD_VERIFIER')
    expect(asked.AvailableChallenges).toContain('EMAIL_OTP')
    const withoutSession = { ...asked, Session: undefined }
    expect(await refusalOf(prove(pool, withoutSession, { a }))).toBe(invalidSession)
  })

  it('is a right password and no other, over SRP too', async () => {
    const pool = poolWith()
    const { a, A } = startSrp()
    const asked = await start(pool, { PREFERRED_CHALLENGE: 'PASSWORD_SRP', SRP_A: A })
    expect(await refusalOf(prove(pool, asked, { a, secret: 'wrong' }))).toBe(wrongPassword)
    const inClear = { PREFERRED_CHALLENGE: 'PASSWORD', PASSWORD: 'wrong' }
    expect(await refusalOf(start(pool, inClear))).toBe(wrongPassword)
  })

  it.each(['WEB_AUTHN', 'SMS_OTP', 'SOFTWARE_TOKEN_MFA', 'hasOwnProperty'])(
    'leads to the choice where it is not there: %s',
    async (PREFERRED_CHALLENGE) => {
      const pool = poolWith({ firstFactors: ['password', 'email-code', 'passkey'] })
      expect(await start(pool, { PREFERRED_CHALLENGE })).toMatchObject({
        ChallengeName: 'SELECT_CHALLENGE',
        AvailableChallenges: ['PASSWORD_SRP', 'PASSWORD', 'EMAIL_OTP'],
      })
      expect(pool.inbox.messages).toEqual([])
    },
  )

  it('of somebody with a temporary password leads to a new one', async () => {
    const status = 'FORCE_CHANGE_PASSWORD'
    const pool = poolWith({ users: [{ username: 'ann', password, attributes, status }] })
    const choice = await start(pool, { PREFERRED_CHALLENGE: 'EMAIL_OTP' })
    expect(choice.AvailableChallenges).toEqual(['PASSWORD_SRP', 'PASSWORD'])
    const answer = { USERNAME: 'ann', ANSWER: 'PASSWORD', PASSWORD: password }
    const { ChallengeName } = await respond(pool, choice, answer)
    expect(ChallengeName).toBe('NEW_PASSWORD_REQUIRED')
  })
})

it('asks for the second factor that was set up, and for codes no more', async () => {
  const pool = poolWith()
  const caller = { AccessToken: await tokenOf(pool) }
  await associate(pool, caller)
  await verify(pool, caller, pool.totpCodeFor('ann'))
  await prefer(pool, caller.AccessToken, { SoftwareTokenMfaSettings: { Enabled: true } })
  const asked = await start(pool, { PREFERRED_CHALLENGE: 'EMAIL_OTP' })
  expect(asked.AvailableChallenges).toEqual(['PASSWORD_SRP', 'PASSWORD'])
  const answer = { USERNAME: 'ann', ANSWER: 'PASSWORD', PASSWORD: password }
  expect((await respond(pool, asked, answer)).ChallengeName).toBe('SOFTWARE_TOKEN_MFA')
})

it('counts wrong passwords of every flow together', async () => {
  const pool = poolWith()
  const choice = await start(pool)
  for (let time = 1; time <= 5; time += 1) {
    const answer = { USERNAME: 'ann', ANSWER: 'PASSWORD', PASSWORD: 'wrong' }
    expect(await refusalOf(respond(pool, choice, answer))).toBe(wrongPassword)
  }
  const right = { PREFERRED_CHALLENGE: 'PASSWORD', PASSWORD: password }
  expect(await refusalOf(start(pool, right))).toBe(
    'NotAuthorizedException: Password attempts exceeded',
  )
})

it('is a flow of its own: its proof of a password needs no ALLOW_USER_SRP_AUTH', async () => {
  const pool = poolWith({ clients: [{ flows: ['ALLOW_USER_AUTH'] }] })
  const { a, A } = startSrp()
  const asked = await start(pool, { PREFERRED_CHALLENGE: 'PASSWORD_SRP', SRP_A: A })
  expect((await prove(pool, asked, { a })).AuthenticationResult).toBeDefined()
  const command = new InitiateAuthCommand({
    ClientId: pool.options.clientId,
    AuthFlow: 'USER_SRP_AUTH',
    AuthParameters: { USERNAME: 'ann', SRP_A: A },
  })
  expect(await refusalOf(pool.options.client.send(command))).toBe(
    'InvalidParameterException: USER_SRP_AUTH flow not enabled for this client',
  )
})
