import type { CustomMessageTriggerEvent, PreAuthenticationTriggerEvent } from 'aws-lambda'
import { describe, expect, it } from 'vitest'
import { createTestUserPool, type TestUserPool, type TestUserPoolOptions } from '../src/index.ts'
import { invalidSession, password } from './mfa-calls.ts'
import { recorded } from './recorded-trigger.ts'
import { initiate, refusalOf, respond, signInWithPassword, timestamp } from './sign-in.ts'
import { signSrp, startSrp } from './srp-client.ts'

const wrongPassword = 'NotAuthorizedException: Incorrect username or password.'
const wrongCode = 'CodeMismatchException: Invalid code or auth state for the user.'
const attributes = { email: 'ann@example.com', phone_number: '+14155550100' }

const poolWith = (options: TestUserPoolOptions = {}) =>
  createTestUserPool({
    firstFactors: ['password', 'email-code', 'sms-code'],
    users: [{ username: 'ann', password, attributes }],
    ...options,
  })

const start = (pool: TestUserPool, name: string, parameters: Record<string, string> = {}) =>
  initiate(pool, 'USER_AUTH', { USERNAME: name, ...parameters })

describe('somebody who does not exist, where that is hidden', () => {
  it('is offered what others are', async () => {
    const pool = poolWith()
    const [ofNobody, ofAnn] = [await start(pool, 'nobody'), await start(pool, 'ann')]
    expect(ofNobody).toMatchObject({
      ChallengeName: 'SELECT_CHALLENGE',
      Session: expect.any(String),
      ChallengeParameters: {},
      AvailableChallenges: ofAnn.AvailableChallenges,
    })
    expect(ofNobody.Session).toHaveLength(ofAnn.Session?.length ?? 0)
    const byAddress = await start(pool, 'nobody@example.com')
    expect(byAddress.AvailableChallenges).toEqual(['PASSWORD_SRP', 'PASSWORD', 'EMAIL_OTP'])
    const byNumber = await start(pool, '+15550101234')
    expect(byNumber.AvailableChallenges).toEqual(['PASSWORD_SRP', 'PASSWORD', 'SMS_OTP'])
  })

  it.each([
    ['EMAIL_OTP', 'nobody@example.com', 'n***@e***'],
    ['SMS_OTP', '+15550101234', '+*******1234'],
    ['EMAIL_OTP', 'nobody', expect.stringMatching(/^[a-z]\*\*\*@[a-z]\*\*\*$/)],
  ] as const)('is told that a code was sent, and none was: %s, %s', async (name, user, to) => {
    const pool = poolWith()
    const asked = await start(pool, user, { PREFERRED_CHALLENGE: name })
    expect(asked).toMatchObject({
      ChallengeName: name,
      ChallengeParameters: { CODE_DELIVERY_DESTINATION: to },
    })
    expect(pool.inbox.messages).toEqual([])
    const { ChallengeParameters } = await start(pool, user, { PREFERRED_CHALLENGE: name })
    expect(ChallengeParameters).toEqual(asked.ChallengeParameters)
    const answer = { USERNAME: user, [`${name}_CODE`]: '123456' }
    for (let time = 1; time <= 3; time += 1) {
      expect(await refusalOf(respond(pool, asked, answer))).toBe(wrongCode)
    }
  })

  it('chooses, and gives no right password in clear', async () => {
    const pool = poolWith()
    const choice = await start(pool, 'nobody')
    const inClear = { USERNAME: 'nobody', ANSWER: 'PASSWORD', PASSWORD: password }
    expect(await refusalOf(respond(pool, choice, inClear))).toBe(wrongPassword)
    const asked = await start(pool, 'nobody', { PREFERRED_CHALLENGE: 'PASSWORD' })
    expect(asked.ChallengeName).toBe('PASSWORD')
    const answer = { USERNAME: 'nobody', PASSWORD: password }
    expect(await refusalOf(respond(pool, asked, answer))).toBe(wrongPassword)
    const code = await respond(pool, choice, { USERNAME: 'nobody', ANSWER: 'EMAIL_OTP' })
    expect(code.ChallengeName).toBe('EMAIL_OTP')
  })

  it('proves no password over SRP, under the name that they are told is theirs', async () => {
    const pool = poolWith()
    const { a, A } = startSrp()
    const srp = { PREFERRED_CHALLENGE: 'PASSWORD_SRP', SRP_A: A }
    const asked = await start(pool, 'nobody', srp)
    const challenge = asked.ChallengeParameters ?? {}
    const { SALT, USERNAME = '', USER_ID_FOR_SRP } = challenge
    expect([USERNAME, USER_ID_FOR_SRP]).toEqual([USERNAME, USERNAME])
    expect((await start(pool, 'nobody', srp)).ChallengeParameters).toMatchObject({ SALT, USERNAME })
    const [, poolName = ''] = pool.userPoolId.split('_')
    const proof = respond(pool, asked, {
      USERNAME,
      PASSWORD_CLAIM_SECRET_BLOCK: challenge['SECRET_BLOCK'] ?? '',
      PASSWORD_CLAIM_SIGNATURE: signSrp({ a, poolName, password, timestamp, challenge }),
      TIMESTAMP: timestamp,
    })
    expect(await refusalOf(proof)).toBe(wrongPassword)
  })

  it('is locked after as many wrong passwords, of whatever flow', async () => {
    const lockAfterFive = async (name: string) => {
      const pool = poolWith()
      for (let time = 1; time <= 5; time += 1) {
        expect(await refusalOf(signInWithPassword(pool, name, 'wrong'))).toBe(wrongPassword)
      }
      const inClear = { PREFERRED_CHALLENGE: 'PASSWORD', PASSWORD: 'wrong' }
      return refusalOf(start(pool, name, inClear))
    }
    expect(await lockAfterFive('nobody')).toBe(await lockAfterFive('ann'))
  })

  it('is told to no trigger but the one before signing in', async () => {
    const customMessage = recorded<CustomMessageTriggerEvent>()
    const preAuthentication = recorded<PreAuthenticationTriggerEvent>()
    const triggers = {
      customMessage: customMessage.handler,
      preAuthentication: preAuthentication.handler,
    }
    const pool = poolWith({ triggers })
    await start(pool, 'nobody', { PREFERRED_CHALLENGE: 'EMAIL_OTP' })
    expect(customMessage.events).toEqual([])
    expect(preAuthentication.events).toMatchObject([{ request: { userNotFound: true } }])
  })

  it('has no Session left once they exist', async () => {
    const pool = poolWith()
    const asked = await start(pool, 'ben', { PREFERRED_CHALLENGE: 'PASSWORD' })
    pool.addUser({ username: 'ben', password })
    const answer = { USERNAME: 'ben', PASSWORD: password }
    expect(await refusalOf(respond(pool, asked, answer))).toBe(invalidSession)
  })
})

it('says who does not exist where the client shows it', async () => {
  const pool = poolWith({ clients: [{ preventUserExistenceErrors: false }] })
  for (const parameters of [{}, { PREFERRED_CHALLENGE: 'EMAIL_OTP' }]) {
    expect(await refusalOf(start(pool, 'nobody', parameters))).toBe(
      'UserNotFoundException: User does not exist.',
    )
  }
})
