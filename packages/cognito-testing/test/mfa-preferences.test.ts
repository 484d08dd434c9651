import { DeleteUserAttributesCommand } from '@aws-sdk/client-cognito-identity-provider'
import { describe, expect, it } from 'vitest'
import { createTestUserPool, type TestUserPoolOptions } from '../src/index.ts'
import { associate, factorsOf, password, prefer, tokenOf, verify } from './mfa-calls.ts'
import { refusalOf, signInWithPassword } from './sign-in.ts'

const attributes = { email: 'ann@example.com', phone_number: '+14155550100' }
const on = { Enabled: true }
const preferred = { Enabled: true, PreferredMfa: true }
const off = { Enabled: false }

const signedIn = async (options: TestUserPoolOptions = {}) => {
  const pool = createTestUserPool({
    users: [{ username: 'ann', password, attributes }],
    ...options,
  })
  return { pool, token: await tokenOf(pool) }
}

describe('an authenticator app set up by somebody who is signed in', () => {
  it('is asked for once it is switched on, and not before', async () => {
    const { pool, token } = await signedIn()
    const { Session, SecretCode } = await associate(pool, { AccessToken: token })
    expect([Session, SecretCode]).toEqual([undefined, expect.stringMatching(/^[A-Z2-7]{52}$/)])
    expect(await refusalOf(prefer(pool, token, { SoftwareTokenMfaSettings: on }))).toBe(
      'InvalidParameterException: User does not have delivery config set to turn on ' +
        'SOFTWARE_TOKEN_MFA',
    )
    const verified = await verify(pool, { AccessToken: token }, pool.totpCodeFor('ann'))
    expect([verified.Status, verified.Session]).toEqual(['SUCCESS', undefined])
    expect((await signInWithPassword(pool, 'ann', password)).AuthenticationResult).toBeDefined()

    await prefer(pool, token, { SoftwareTokenMfaSettings: on })
    const { ChallengeName } = await signInWithPassword(pool, 'ann', password)
    expect(ChallengeName).toBe('SOFTWARE_TOKEN_MFA')
  })

  it('takes a code once, and none where there is no secret', async () => {
    const { pool, token } = await signedIn()
    const caller = { AccessToken: token }
    expect(await refusalOf(verify(pool, caller, '123456'))).toBe(
      'EnableSoftwareTokenMFAException: Code mismatch',
    )
    const { SecretCode } = await associate(pool, caller)
    const code = pool.totpCodeFor('ann')
    await verify(pool, caller, code)
    expect(pool.users[0]?.totpSecret).toBe(SecretCode)
    expect(await refusalOf(verify(pool, caller, code))).toBe(
      'EnableSoftwareTokenMFAException: Your software token has already been used once.',
    )
  })

  it('leaves the app before it good until the new one has shown a code', async () => {
    const { pool, token } = await signedIn()
    const caller = { AccessToken: token }
    await associate(pool, caller)
    await verify(pool, caller, pool.totpCodeFor('ann'))
    const before = pool.users[0]?.totpSecret
    await associate(pool, caller)
    expect(pool.users[0]?.totpSecret).toBe(before)
    await verify(pool, caller, pool.totpCodeFor('ann'))
    expect(pool.users[0]?.totpSecret).not.toBe(before)
  })

  it('is nothing in a pool without it, and code and token must have their form', async () => {
    const { pool, token } = await signedIn({ mfaMethods: ['sms'] })
    const caller = { AccessToken: token }
    const notEnabled =
      'SoftwareTokenMFANotFoundException: Software Token MFA has not been enabled by the userPool'
    expect(await refusalOf(associate(pool, caller))).toBe(notEnabled)
    expect(await refusalOf(verify(pool, caller, '123456'))).toBe(notEnabled)
    expect(await refusalOf(verify(pool, caller, '12345'))).toMatch(/^InvalidParameterException: /)
    expect(await refusalOf(associate(pool, { AccessToken: 'x' }))).toBe(
      'NotAuthorizedException: Invalid Access Token',
    )
  })
})

describe('preferences', () => {
  it('are told, and followed by the next sign-in', async () => {
    const { pool, token } = await signedIn()
    expect(await factorsOf(pool, token)).toEqual({
      Username: 'ann',
      ConfiguredUserAuthFactors: ['PASSWORD'],
      ofGetUser: {},
    })
    await prefer(pool, token, { SMSMfaSettings: on, EmailMfaSettings: on })
    expect((await signInWithPassword(pool, 'ann', password)).ChallengeName).toBe('SELECT_MFA_TYPE')
    await prefer(pool, token, { EmailMfaSettings: preferred })
    const told = { PreferredMfaSetting: 'EMAIL_OTP', UserMFASettingList: ['SMS_MFA', 'EMAIL_OTP'] }
    expect(await factorsOf(pool, token)).toMatchObject({ ...told, ofGetUser: told })
    expect((await signInWithPassword(pool, 'ann', password)).ChallengeName).toBe('EMAIL_OTP')

    await prefer(pool, token, { EmailMfaSettings: off })
    const { PreferredMfaSetting, UserMFASettingList } = await factorsOf(pool, token)
    expect([PreferredMfaSetting, UserMFASettingList]).toEqual([undefined, ['SMS_MFA']])
    await prefer(pool, token, { SMSMfaSettings: off })
    expect((await signInWithPassword(pool, 'ann', password)).AuthenticationResult).toBeDefined()
  })

  it('move with another one, and leave what was left out', async () => {
    const { pool, token } = await signedIn()
    await prefer(pool, token, { SMSMfaSettings: preferred })
    await prefer(pool, token, { EmailMfaSettings: preferred })
    await prefer(pool, token, {})
    const told = { PreferredMfaSetting: 'EMAIL_OTP', UserMFASettingList: ['SMS_MFA', 'EMAIL_OTP'] }
    expect(await factorsOf(pool, token)).toMatchObject(told)
    await prefer(pool, token, { EmailMfaSettings: on })
    expect(await factorsOf(pool, token)).not.toHaveProperty('PreferredMfaSetting')
  })

  it('for a factor whose address is gone count no more', async () => {
    const { pool, token } = await signedIn()
    await prefer(pool, token, { SMSMfaSettings: on, EmailMfaSettings: preferred })
    await pool.options.client.send(
      new DeleteUserAttributesCommand({ AccessToken: token, UserAttributeNames: ['email'] }),
    )
    expect(await factorsOf(pool, token)).not.toHaveProperty('PreferredMfaSetting')
    expect((await signInWithPassword(pool, 'ann', password)).ChallengeName).toBe('SMS_MFA')
  })

  it.each([
    [{ SMSMfaSettings: on }, 'delivery config set to turn on SMS_MFA'],
    [{ EmailMfaSettings: preferred }, 'delivery config set to turn on EMAIL_OTP'],
    [{ SoftwareTokenMfaSettings: on }, 'delivery config set to turn on SOFTWARE_TOKEN_MFA'],
    [{ SMSMfaSettings: { PreferredMfa: true } }, 'SMS_MFA cannot be preferred'],
    [{ SMSMfaSettings: preferred, EmailMfaSettings: preferred }, 'Only one MFA method'],
    [{ WebAuthnMfaSettings: on }, 'WebAuthn MFA has not been enabled by the userPool'],
  ])('are all refused where one cannot be: %j', async (settings, refusal) => {
    const { pool, token } = await signedIn({ users: [{ username: 'ann', password }] })
    expect(await refusalOf(prefer(pool, token, settings))).toContain(refusal)
    expect((await factorsOf(pool, token)).ofGetUser).toEqual({})
  })

  it.each([{ mfa: 'off' }, { mfaMethods: ['totp', 'email'] }] as const)(
    'are refused in a pool without the method: %j',
    async (options) => {
      const { pool, token } = await signedIn(options)
      expect(await refusalOf(prefer(pool, token, { SMSMfaSettings: on }))).toBe(
        'InvalidParameterException: User does not have delivery config set to turn on SMS_MFA',
      )
    },
  )

  it('can be given with the users of a pool', async () => {
    const users = [{ username: 'ann', password, attributes, mfa: ['sms', 'email'] as const }]
    const preferring = users.map((user) => ({ ...user, preferredMfa: 'sms' as const }))
    const pool = createTestUserPool({ users: preferring })
    expect((await signInWithPassword(pool, 'ann', password)).ChallengeName).toBe('SMS_MFA')
  })
})
