import { describe, expect, it } from 'vitest'
import { createTestUserPool, type TestUserPoolOptions } from '../src/index.ts'
import { claimsOf, refusalOf, respond, signInWithPassword, signInWithSrp } from './sign-in.ts'

const password = 'Correct-Horse1'
const email = 'ann@example.com'

describe('NEW_PASSWORD_REQUIRED', () => {
  const invited = (options: TestUserPoolOptions = {}) =>
    createTestUserPool({
      requiredAttributes: ['email', 'name'],
      users: [
        {
          username: 'ann',
          password,
          status: 'FORCE_CHANGE_PASSWORD',
          attributes: { email, email_verified: 'true' },
          mfa: 'email',
        },
      ],
      ...options,
    })
  const NEW_PASSWORD = 'Battery-Staple2'
  const brokenConstraint =
    'InvalidParameterException: 1 validation error detected: ' +
    "Value at 'password' failed to satisfy constraint: Member"

  it('comes before MFA and makes the new password the only one', async () => {
    const pool = invited()
    const challenge = await signInWithSrp(pool, 'ann', password)
    expect(challenge).toMatchObject({
      ChallengeName: 'NEW_PASSWORD_REQUIRED',
      ChallengeParameters: {
        USER_ID_FOR_SRP: 'ann',
        requiredAttributes: '["userAttributes.email","userAttributes.name"]',
        userAttributes: JSON.stringify({ email, email_verified: 'true' }),
      },
    })
    const given = { 'userAttributes.name': 'Ann Example', 'userAttributes.phone_number': '' }
    const answer = { USERNAME: 'ann', NEW_PASSWORD, ...given }
    const mfa = await respond(pool, challenge, answer)
    expect(mfa.ChallengeName).toBe('EMAIL_OTP')
    const EMAIL_OTP_CODE = pool.inbox.lastCodeFor('ann')
    const { AuthenticationResult } = await respond(pool, mfa, { USERNAME: 'ann', EMAIL_OTP_CODE })
    const claims = claimsOf(AuthenticationResult?.IdToken)
    expect(claims).toMatchObject({ name: 'Ann Example' })
    expect(claims).not.toHaveProperty('phone_number')

    expect((await signInWithSrp(pool, 'ann', NEW_PASSWORD)).ChallengeName).toBe('EMAIL_OTP')
    expect(await refusalOf(signInWithSrp(pool, 'ann', password))).toMatch(/^NotAuthorizedException/)
    expect(pool.users[0]?.status).toBe('CONFIRMED')
  })

  it.each([
    [{ NEW_PASSWORD }, 'InvalidParameterException: Invalid attributes given, name is missing'],
    [
      { NEW_PASSWORD, 'userAttributes.email': email },
      'NotAuthorizedException: Cannot modify an already provided email',
    ],
    [
      { NEW_PASSWORD, 'userAttributes.email': email, 'userAttributes.name': 'Ann' },
      'NotAuthorizedException: Cannot modify an already provided email',
    ],
    [
      { NEW_PASSWORD, 'userAttributes.phone_number_verified': 'true' },
      'NotAuthorizedException: A client attempted to write unauthorized attribute',
    ],
    [
      { NEW_PASSWORD, 'userAttributes.sub': 'x' },
      'NotAuthorizedException: A client attempted to write unauthorized attribute',
    ],
    [
      { NEW_PASSWORD, 'userAttributes.constructor': 'x' },
      'InvalidParameterException: Attributes did not conform to the schema: constructor: ' +
        'Attribute does not exist in the schema.\n',
    ],
    [
      { NEW_PASSWORD, 'userAttributes.custom:x': 'x' },
      'InvalidParameterException: Attributes did not conform to the schema: custom:x: ' +
        'Attribute does not exist in the schema.\n',
    ],
    [{}, 'InvalidParameterException: Missing required parameter NEW_PASSWORD'],
    [
      { NEW_PASSWORD: `${NEW_PASSWORD} ` },
      `${brokenConstraint} must satisfy regular expression pattern: ^[\\S]+.*[\\S]+$`,
    ],
    [
      { NEW_PASSWORD: 'Aa1-'.repeat(65) },
      `${brokenConstraint} must have length less than or equal to 256`,
    ],
    [
      { NEW_PASSWORD: 'Short-1' },
      'InvalidPasswordException: Password did not conform with policy: Password not long enough',
    ],
  ])('refuses %j, and takes a better answer with the same Session', async (wrong, refusal) => {
    const pool = invited()
    const challenge = await signInWithPassword(pool, 'ann', password)
    expect(await refusalOf(respond(pool, challenge, { USERNAME: 'ann', ...wrong }))).toBe(refusal)
    const right = { USERNAME: 'ann', NEW_PASSWORD, 'userAttributes.name': 'Ann' }
    expect((await respond(pool, challenge, right)).ChallengeName).toBe('EMAIL_OTP')
  })

  it('is asked once: who was asked twice at the same time sets no second password', async () => {
    const pool = invited({ requiredAttributes: [] })
    const first = await signInWithPassword(pool, 'ann', password)
    const second = await signInWithPassword(pool, 'ann', password)
    await respond(pool, first, { USERNAME: 'ann', NEW_PASSWORD })
    const late = { USERNAME: 'ann', NEW_PASSWORD: 'Other-Staple3' }
    expect(await refusalOf(respond(pool, second, late))).toBe(
      'NotAuthorizedException: Invalid session for the user.',
    )
    expect((await signInWithPassword(pool, 'ann', NEW_PASSWORD)).ChallengeName).toBe('EMAIL_OTP')
  })

  it('needs every required attribute', async () => {
    const pool = invited({ requiredAttributes: ['name', 'given_name'] })
    const challenge = await signInWithPassword(pool, 'ann', password)
    expect(await refusalOf(respond(pool, challenge, { USERNAME: 'ann', NEW_PASSWORD }))).toBe(
      'InvalidParameterException: Invalid attributes given, name is missing and given_name ' +
        'is missing',
    )
  })

  it('is not offered once the temporary password has expired', async () => {
    const pool = invited({ passwordPolicy: { temporaryPasswordDays: 3 } })
    pool.clock.advance(3 * 24 * 3600)
    expect(await refusalOf(signInWithPassword(pool, 'ann', password))).toBe(
      'NotAuthorizedException: Temporary password has expired and must be reset by an ' +
        'administrator.',
    )
  })
})
