import type { CustomMessageTriggerEvent, PreAuthenticationTriggerEvent } from 'aws-lambda'
import { describe, expect, it } from 'vitest'
import { createTestUserPool, type TestUserPool, type TestUserPoolOptions } from '../src/index.ts'
import { confirmSignUp, signUp, update } from './account-calls.ts'
import { invalidSession, password, prefer, usedSession } from './mfa-calls.ts'
import { recorded } from './recorded-trigger.ts'
import { claimsOf, initiate, refusalOf, respond, signInWithPassword } from './sign-in.ts'

const email = 'ann@example.com'
const phone_number = '+14155550100'
const wrongCode = 'CodeMismatchException: Invalid code or auth state for the user.'

const poolWith = (options: TestUserPoolOptions = {}) =>
  createTestUserPool({
    firstFactors: ['password', 'email-code', 'sms-code'],
    users: [{ username: 'ann', password, attributes: { email, phone_number } }],
    ...options,
  })

const askFor = (pool: TestUserPool, PREFERRED_CHALLENGE: 'EMAIL_OTP' | 'SMS_OTP', name = 'ann') =>
  initiate(pool, 'USER_AUTH', { USERNAME: name, PREFERRED_CHALLENGE })

describe.each([
  {
    challenge: 'EMAIL_OTP',
    to: email,
    medium: 'email',
    shown: { MEDIUM: 'EMAIL', DESTINATION: 'a***@e***' },
    digits: /^\d{8}$/,
    verified: { email_verified: true },
  },
  {
    challenge: 'SMS_OTP',
    to: phone_number,
    medium: 'sms',
    shown: { MEDIUM: 'SMS', DESTINATION: '+*******0100' },
    digits: /^\d{6}$/,
    verified: { phone_number_verified: true },
  },
] as const)('$challenge', ({ challenge, to, medium, shown, digits, verified }) => {
  const answerWith = (code: string) => ({ USERNAME: 'ann', [`${challenge}_CODE`]: code })

  it('sends a code, which signs in and verifies where it went', async () => {
    const pool = poolWith()
    const asked = await askFor(pool, challenge)
    expect(asked).toMatchObject({
      ChallengeName: challenge,
      AvailableChallenges: ['PASSWORD_SRP', 'PASSWORD', 'EMAIL_OTP', 'SMS_OTP'],
    })
    expect(asked.ChallengeParameters).toEqual({
      CODE_DELIVERY_DELIVERY_MEDIUM: shown.MEDIUM,
      CODE_DELIVERY_DESTINATION: shown.DESTINATION,
    })
    const code = pool.inbox.lastCodeFor('ann')
    expect(code).toMatch(digits)
    expect(pool.inbox.messages).toMatchObject([{ to, medium, purpose: 'sign-in' }])
    const { AuthenticationResult } = await respond(pool, asked, answerWith(code))
    expect(claimsOf(AuthenticationResult?.IdToken)).toMatchObject(verified)
  })

  it('is what was chosen, with a Session of its own', async () => {
    const pool = poolWith()
    const choice = await initiate(pool, 'USER_AUTH', { USERNAME: 'ann' })
    const asked = await respond(pool, choice, { USERNAME: 'ann', ANSWER: challenge })
    expect(asked).toMatchObject({ ChallengeName: challenge })
    expect(asked.Session).not.toBe(choice.Session)
    const code = pool.inbox.lastCodeFor('ann')
    expect((await respond(pool, asked, answerWith(code))).AuthenticationResult).toBeDefined()
    const again = { USERNAME: 'ann', ANSWER: challenge }
    expect(await refusalOf(respond(pool, choice, again))).toBe(usedSession)
  })

  it('takes another try after a wrong code, and a Session once', async () => {
    const pool = poolWith()
    const asked = await askFor(pool, challenge)
    for (const wrong of ['0', 'x', '00000000', '000000', '1', '2']) {
      expect(await refusalOf(respond(pool, asked, answerWith(wrong)))).toBe(wrongCode)
    }
    const right = answerWith(pool.inbox.lastCodeFor('ann'))
    await respond(pool, asked, right)
    expect(await refusalOf(respond(pool, asked, right))).toBe(usedSession)
  })

  it('lets a new code make the old one useless', async () => {
    const pool = poolWith()
    const first = await askFor(pool, challenge)
    const oldCode = pool.inbox.lastCodeFor('ann')
    const second = await askFor(pool, challenge)
    expect(await refusalOf(respond(pool, first, answerWith(oldCode)))).toBe(wrongCode)
    const code = pool.inbox.lastCodeFor('ann')
    expect((await respond(pool, second, answerWith(code))).AuthenticationResult).toBeDefined()
  })

  it('is used up by whoever is first, for everybody who waits for it', async () => {
    const pool = poolWith()
    const first = await askFor(pool, challenge)
    const second = await askFor(pool, challenge)
    const right = answerWith(pool.inbox.lastCodeFor('ann'))
    await respond(pool, first, right)
    expect(await refusalOf(respond(pool, second, right))).toBe(wrongCode)
  })

  it('expires with its Session', async () => {
    const pool = poolWith()
    const asked = await askFor(pool, challenge)
    pool.clock.advance(180)
    const answer = respond(pool, asked, answerWith(pool.inbox.lastCodeFor('ann')))
    expect(await refusalOf(answer)).toBe(
      'NotAuthorizedException: Invalid session for the user, session is expired.',
    )
  })
})

describe('a code', () => {
  it('that stands in for the password is none for MFA, nor the other way round', async () => {
    const pool = poolWith()
    const asked = await askFor(pool, 'EMAIL_OTP')
    const EMAIL_OTP_CODE = pool.inbox.lastCodeFor('ann')
    const { AuthenticationResult } = await signInWithPassword(pool, 'ann', password)
    await prefer(pool, AuthenticationResult?.AccessToken ?? '', {
      EmailMfaSettings: { Enabled: true },
    })
    const asMfa = await signInWithPassword(pool, 'ann', password)
    expect(asMfa.ChallengeName).toBe('EMAIL_OTP')
    const ofMfa = { USERNAME: 'ann', EMAIL_OTP_CODE: pool.inbox.lastCodeFor('ann') }
    expect(await refusalOf(respond(pool, asked, ofMfa))).toBe(wrongCode)
    const ofFirst = { USERNAME: 'ann', EMAIL_OTP_CODE }
    expect(await refusalOf(respond(pool, asMfa, ofFirst))).toBe(wrongCode)
    // Since there is a second factor, the code alone is not enough.
    expect(await refusalOf(respond(pool, asked, ofFirst))).toBe(wrongCode)
    expect((await respond(pool, asMfa, ofMfa)).AuthenticationResult).toBeDefined()
  })

  it('of one medium is none of the other', async () => {
    const pool = poolWith()
    const asked = await askFor(pool, 'EMAIL_OTP')
    const SMS_OTP_CODE = pool.inbox.lastCodeFor('ann')
    const asSms = { ...asked, ChallengeName: 'SMS_OTP' } as const
    expect(await refusalOf(respond(pool, asSms, { USERNAME: 'ann', SMS_OTP_CODE }))).toBe(
      invalidSession,
    )
  })

  it('confirms somebody who never gave the code of their sign-up', async () => {
    const pool = poolWith({ users: [] })
    await signUp(pool, 'ann', { email }, { Password: '' })
    const asked = await askFor(pool, 'EMAIL_OTP')
    const EMAIL_OTP_CODE = pool.inbox.lastCodeFor('ann')
    const { AuthenticationResult } = await respond(pool, asked, { USERNAME: 'ann', EMAIL_OTP_CODE })
    expect(claimsOf(AuthenticationResult?.IdToken)).toMatchObject({ email, email_verified: true })
    expect(pool.users).toMatchObject([{ status: 'CONFIRMED' }])
    expect(await refusalOf(confirmSignUp(pool, 'ann', '000000'))).toBe(
      'NotAuthorizedException: User cannot be confirmed. Current status is CONFIRMED',
    )
  })

  it('is not what a password proves: whoever is unconfirmed is told so after that', async () => {
    const status = 'UNCONFIRMED'
    const pool = poolWith({ users: [{ username: 'ann', password, attributes: { email }, status }] })
    const choice = await initiate(pool, 'USER_AUTH', { USERNAME: 'ann' })
    expect(choice.AvailableChallenges).toEqual(['PASSWORD_SRP', 'PASSWORD', 'EMAIL_OTP'])
    const answer = { USERNAME: 'ann', ANSWER: 'PASSWORD', PASSWORD: password }
    expect(await refusalOf(respond(pool, choice, answer))).toBe(
      'UserNotConfirmedException: User is not confirmed.',
    )
  })

  it('is no new password: whoever has to reset theirs is told so, and still has to', async () => {
    const status = 'RESET_REQUIRED'
    const pool = poolWith({ users: [{ username: 'ann', password, attributes: { email }, status }] })
    const asked = await askFor(pool, 'EMAIL_OTP')
    const EMAIL_OTP_CODE = pool.inbox.lastCodeFor('ann')
    expect(await refusalOf(respond(pool, asked, { USERNAME: 'ann', EMAIL_OTP_CODE }))).toBe(
      'PasswordResetRequiredException: Password reset required for the user',
    )
    expect(pool.users).toMatchObject([{ status }])
  })

  it('verifies no address that is somebody else’s way in', async () => {
    const pool = poolWith({
      aliases: ['email'],
      users: [
        { username: 'ann', password, attributes: { email } },
        { username: 'ben', password, attributes: { email, email_verified: 'true' } },
      ],
    })
    const asked = await askFor(pool, 'EMAIL_OTP')
    const EMAIL_OTP_CODE = pool.inbox.messages.at(-1)?.code ?? ''
    const { AuthenticationResult } = await respond(pool, asked, { USERNAME: 'ann', EMAIL_OTP_CODE })
    expect(claimsOf(AuthenticationResult?.IdToken)).not.toHaveProperty('email_verified')
    const ofBen = await signInWithPassword(pool, email, password)
    expect(claimsOf(ofBen.AuthenticationResult?.IdToken)['cognito:username']).toBe('ben')
  })

  it('verifies no address that replaced the one it went to', async () => {
    const pool = poolWith()
    const { AuthenticationResult } = await signInWithPassword(pool, 'ann', password)
    const asked = await askFor(pool, 'EMAIL_OTP')
    const EMAIL_OTP_CODE = pool.inbox.lastCodeFor('ann')
    await update(pool, AuthenticationResult?.AccessToken ?? '', {
      email: 'new@example.com',
    })
    const answer = await respond(pool, asked, { USERNAME: 'ann', EMAIL_OTP_CODE })
    expect(claimsOf(answer.AuthenticationResult?.IdToken)).toMatchObject({
      email: 'new@example.com',
      email_verified: false,
    })
  })

  it('lets nobody in who is disabled, and tells them so', async () => {
    const users = [{ username: 'ann', attributes: { email }, enabled: false }]
    const hidden = poolWith({ users })
    const asked = await askFor(hidden, 'EMAIL_OTP')
    expect(await refusalOf(respond(hidden, asked, { USERNAME: 'ann', EMAIL_OTP_CODE: '0' }))).toBe(
      wrongCode,
    )
    const EMAIL_OTP_CODE = hidden.inbox.lastCodeFor('ann')
    const disabled = 'NotAuthorizedException: User is disabled.'
    expect(await refusalOf(respond(hidden, asked, { USERNAME: 'ann', EMAIL_OTP_CODE }))).toBe(
      disabled,
    )
    const shown = poolWith({ users, clients: [{ preventUserExistenceErrors: false }] })
    expect(await refusalOf(askFor(shown, 'EMAIL_OTP'))).toBe(disabled)
    expect(shown.inbox.messages).toEqual([])
  })

  it('is written about by the triggers of a sign-in', async () => {
    const customMessage = recorded<CustomMessageTriggerEvent>()
    const preAuthentication = recorded<PreAuthenticationTriggerEvent>()
    const pool = poolWith({
      triggers: {
        customMessage: customMessage.handler,
        preAuthentication: preAuthentication.handler,
      },
    })
    await askFor(pool, 'EMAIL_OTP')
    expect(customMessage.events).toMatchObject([{ triggerSource: 'CustomMessage_Authentication' }])
    expect(preAuthentication.events).toHaveLength(1)
  })
})
