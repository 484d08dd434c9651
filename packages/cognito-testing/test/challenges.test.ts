import { RespondToAuthChallengeCommand } from '@aws-sdk/client-cognito-identity-provider'
import { describe, expect, it } from 'vitest'
import { createTestUserPool, type TestUserPoolOptions } from '../src/index.ts'
import { update } from './account-calls.ts'
import { claimsOf, refusalOf, respond, signInWithPassword, signInWithSrp } from './sign-in.ts'

const password = 'Correct-Horse1'
const email = 'ann@example.com'
const phone_number = '+14155550100'
const attributes = { email, phone_number, email_verified: 'true' }

const poolWith = (
  mfa: 'totp' | 'sms' | 'email' | readonly ('totp' | 'sms' | 'email')[],
  options: TestUserPoolOptions = {},
) => createTestUserPool({ users: [{ username: 'ann', password, attributes, mfa }], ...options })

describe('SOFTWARE_TOKEN_MFA', () => {
  it('takes the code of the authenticator app, over SRP too', async () => {
    const pool = poolWith('totp')
    const challenge = await signInWithSrp(pool, 'ann', password)
    expect(challenge).toMatchObject({
      ChallengeName: 'SOFTWARE_TOKEN_MFA',
      Session: expect.stringMatching(/^AYABe[\w-]{1000,2000}$/),
      ChallengeParameters: { USER_ID_FOR_SRP: 'ann' },
    })
    const SOFTWARE_TOKEN_MFA_CODE = pool.totpCodeFor('ann')
    const answer = await respond(pool, challenge, { USERNAME: 'ann', SOFTWARE_TOKEN_MFA_CODE })
    expect(claimsOf(answer.AuthenticationResult?.AccessToken)).toMatchObject({ username: 'ann' })
  })

  it('takes the previous and the next code, and none further off', async () => {
    const answerLater = async (seconds: number) => {
      const pool = poolWith('totp', { clients: [{ lifetimes: { challenge: 900 } }] })
      // To the start of a code's 30 seconds, so that real time cannot cross into the next.
      pool.clock.advance(30 - (pool.clock.now() % 30))
      const challenge = await signInWithPassword(pool, 'ann', password)
      const SOFTWARE_TOKEN_MFA_CODE = pool.totpCodeFor('ann')
      pool.clock.advance(seconds)
      return respond(pool, challenge, { USERNAME: 'ann', SOFTWARE_TOKEN_MFA_CODE })
    }
    expect((await answerLater(30)).AuthenticationResult).toBeDefined()
    expect(await refusalOf(answerLater(60))).toBe('CodeMismatchException: Code mismatch')
  })

  it('refuses a code that was used before', async () => {
    const pool = poolWith('totp')
    const SOFTWARE_TOKEN_MFA_CODE = pool.totpCodeFor('ann')
    const answer = { USERNAME: 'ann', SOFTWARE_TOKEN_MFA_CODE }
    await respond(pool, await signInWithPassword(pool, 'ann', password), answer)
    const again = await signInWithPassword(pool, 'ann', password)
    expect(await refusalOf(respond(pool, again, answer))).toBe(
      'ExpiredCodeException: Your software token has already been used once.',
    )
  })
})

describe.each([
  {
    mfa: 'sms',
    name: 'SMS_MFA',
    parameter: 'SMS_MFA_CODE',
    medium: 'SMS',
    destination: '+*******0100',
    code: /^\d{6}$/,
  },
  {
    mfa: 'email',
    name: 'EMAIL_OTP',
    parameter: 'EMAIL_OTP_CODE',
    medium: 'EMAIL',
    destination: 'a***@e***',
    code: /^\d{8}$/,
  },
] as const)('$name', ({ mfa, name, parameter, medium, destination, code }) => {
  it('sends a code and takes it', async () => {
    const pool = poolWith(mfa)
    const challenge = await signInWithPassword(pool, 'ann', password)
    expect(challenge).toMatchObject({
      ChallengeName: name,
      ChallengeParameters: {
        CODE_DELIVERY_DELIVERY_MEDIUM: medium,
        CODE_DELIVERY_DESTINATION: destination,
        USER_ID_FOR_SRP: 'ann',
      },
    })
    expect(pool.inbox.messages).toEqual([
      {
        to: mfa === 'sms' ? phone_number : email,
        medium: mfa,
        purpose: 'mfa',
        code: expect.stringMatching(code),
        at: expect.any(Number),
      },
    ])
    const answer = { USERNAME: 'ann', [parameter]: pool.inbox.lastCodeFor('ann') }
    expect((await respond(pool, challenge, answer)).AuthenticationResult).toBeDefined()
  })

  it('takes another try after a wrong code, and a Session once', async () => {
    const pool = poolWith(mfa)
    const challenge = await signInWithPassword(pool, 'ann', password)
    for (const wrong of ['0', '000000', 'x']) {
      const refusal = await refusalOf(
        respond(pool, challenge, { USERNAME: 'ann', [parameter]: wrong }),
      )
      expect(refusal).toBe('CodeMismatchException: Invalid code or auth state for the user.')
    }
    const answer = { USERNAME: 'ann', [parameter]: pool.inbox.lastCodeFor('ann') }
    await respond(pool, challenge, answer)
    expect(await refusalOf(respond(pool, challenge, answer))).toBe(
      'NotAuthorizedException: Invalid session for the user, session can only be used once.',
    )
  })

  it('lets a new code make the old one useless', async () => {
    const pool = poolWith(mfa)
    const first = await signInWithPassword(pool, 'ann', password)
    const oldCode = pool.inbox.lastCodeFor('ann')
    await signInWithPassword(pool, 'ann', password)
    const refusal = await refusalOf(respond(pool, first, { USERNAME: 'ann', [parameter]: oldCode }))
    expect(refusal).toBe('CodeMismatchException: Invalid code or auth state for the user.')
  })

  it('takes no code that went to an address or number of before', async () => {
    const pool = poolWith(mfa)
    const answer = () => ({ USERNAME: 'ann', [parameter]: pool.inbox.lastCodeFor('ann') })
    const first = await signInWithPassword(pool, 'ann', password)
    const { AuthenticationResult: tokens } = await respond(pool, first, answer())
    const challenge = await signInWithPassword(pool, 'ann', password)
    const old = answer()
    await update(pool, tokens?.AccessToken ?? '', {
      email: 'new@example.com',
      phone_number: '+14155550101',
    })
    expect(await refusalOf(respond(pool, challenge, old))).toBe(
      'CodeMismatchException: Invalid code or auth state for the user.',
    )
  })

  it('names the parameter that is missing', async () => {
    const pool = poolWith(mfa)
    const challenge = await signInWithPassword(pool, 'ann', password)
    expect(await refusalOf(respond(pool, challenge, { USERNAME: 'ann' }))).toBe(
      `InvalidParameterException: Missing required parameter ${parameter}`,
    )
  })
})

describe('SELECT_MFA_TYPE', () => {
  it('asks which of several factors, then for the one chosen, with a new Session', async () => {
    const pool = poolWith(['totp', 'sms'])
    const choice = await signInWithPassword(pool, 'ann', password)
    expect(choice.ChallengeName).toBe('SELECT_MFA_TYPE')
    expect(choice.ChallengeParameters?.['MFAS_CAN_CHOOSE']).toBe('["SOFTWARE_TOKEN_MFA","SMS_MFA"]')
    expect(pool.inbox.messages).toEqual([])

    const challenge = await respond(pool, choice, { USERNAME: 'ann', ANSWER: 'SMS_MFA' })
    expect(challenge.ChallengeName).toBe('SMS_MFA')
    expect(challenge.Session).not.toBe(choice.Session)
    const answer = { USERNAME: 'ann', SMS_MFA_CODE: pool.inbox.lastCodeFor(phone_number) }
    expect((await respond(pool, challenge, answer)).AuthenticationResult).toBeDefined()
    const again = respond(pool, choice, { USERNAME: 'ann', ANSWER: 'SOFTWARE_TOKEN_MFA' })
    expect(await refusalOf(again)).toBe(
      'NotAuthorizedException: Invalid session for the user, session can only be used once.',
    )
  })

  it('refuses a factor the user has not set up', async () => {
    const pool = poolWith(['totp', 'sms'])
    const choice = await signInWithPassword(pool, 'ann', password)
    const refusal = await refusalOf(respond(pool, choice, { USERNAME: 'ann', ANSWER: 'EMAIL_OTP' }))
    expect(refusal).toMatch(/^InvalidParameterException: /)
  })
})

describe('where MFA is required', () => {
  it('a phone number is a factor', async () => {
    const users = [{ username: 'ann', password, attributes: { phone_number } }]
    const pool = createTestUserPool({ mfa: 'required', users })
    expect((await signInWithPassword(pool, 'ann', password)).ChallengeName).toBe('SMS_MFA')
  })

  it('a user without a factor is asked to set one up', async () => {
    const pool = createTestUserPool({ mfa: 'required', users: [{ username: 'ann', password }] })
    const challenge = await signInWithPassword(pool, 'ann', password)
    expect(challenge.ChallengeName).toBe('MFA_SETUP')
    expect(challenge.ChallengeParameters?.['MFAS_CAN_SETUP']).toBe(
      '["SOFTWARE_TOKEN_MFA","SMS_MFA","EMAIL_OTP"]',
    )
  })
})

describe('a Session', () => {
  const invalid = 'NotAuthorizedException: Invalid session for the user.'

  it('expires by the clock', async () => {
    const pool = poolWith('email', { clients: [{ lifetimes: { challenge: 300 } }] })
    const challenge = await signInWithPassword(pool, 'ann', password)
    pool.clock.advance(300)
    const answer = { USERNAME: 'ann', EMAIL_OTP_CODE: pool.inbox.lastCodeFor('ann') }
    expect(await refusalOf(respond(pool, challenge, answer))).toBe(
      'NotAuthorizedException: Invalid session for the user, session is expired.',
    )
  })

  it('is bound to the user and the challenge, and cannot be made up', async () => {
    const ann = { username: 'ann', password, attributes, mfa: 'email' } as const
    const pool = createTestUserPool({ users: [ann, { ...ann, username: 'ben' }] })
    const challenge = await signInWithPassword(pool, 'ann', password)
    const EMAIL_OTP_CODE = pool.inbox.lastCodeFor('ann')
    expect(await refusalOf(respond(pool, challenge, { USERNAME: 'ben', EMAIL_OTP_CODE }))).toBe(
      invalid,
    )
    expect(await refusalOf(respond(pool, challenge, { USERNAME: 'eve', EMAIL_OTP_CODE }))).toBe(
      invalid,
    )
    const otherChallenge = { ...challenge, ChallengeName: 'NEW_PASSWORD_REQUIRED' } as const
    const newPassword = { USERNAME: 'ann', NEW_PASSWORD: password }
    expect(await refusalOf(respond(pool, otherChallenge, newPassword))).toBe(invalid)
    const madeUp = { ...challenge, Session: 'A'.repeat(1500) }
    expect(await refusalOf(respond(pool, madeUp, { USERNAME: 'ann', EMAIL_OTP_CODE }))).toBe(
      invalid,
    )
    const none = { ...challenge, Session: undefined }
    expect(await refusalOf(respond(pool, none, { USERNAME: 'ann', EMAIL_OTP_CODE }))).toBe(
      'InvalidParameterException: Missing required parameter Session',
    )
  })

  it('is no use to another client', async () => {
    const pool = poolWith('email', { clients: [{}, { id: 'otherclient' }] })
    const challenge = await signInWithPassword(pool, 'ann', password)
    const answer = { USERNAME: 'ann', EMAIL_OTP_CODE: pool.inbox.lastCodeFor('ann') }
    const elsewhere = new RespondToAuthChallengeCommand({
      ClientId: 'otherclient',
      ChallengeName: 'EMAIL_OTP',
      Session: challenge.Session,
      ChallengeResponses: answer,
    })
    expect(await refusalOf(pool.options.client.send(elsewhere))).toBe(invalid)
    expect((await respond(pool, challenge, answer)).AuthenticationResult).toBeDefined()
  })

  it('takes the alias the user typed as well as the real name', async () => {
    const pool = poolWith('email', { aliases: ['email'] })
    const challenge = await signInWithPassword(pool, email, password)
    const answer = { USERNAME: email, EMAIL_OTP_CODE: pool.inbox.lastCodeFor(email) }
    expect((await respond(pool, challenge, answer)).AuthenticationResult).toBeDefined()
  })
})
