import { describe, expect, it } from 'vitest'
import { createTestUserPool, type TestUserPoolOptions } from '../src/index.ts'
import { newPassword } from './account-calls.ts'
import { operatorOf } from './operator-calls.ts'
import { refusalOf, signInWithPassword } from './sign-in.ts'
import { getUser, password, refresh, signIn } from './signed-in-pool.ts'

const email = 'ann@example.com'
const ann = { username: 'ann', password, attributes: { email, email_verified: 'true' } }

const poolOf = (options: TestUserPoolOptions = {}) => {
  const pool = createTestUserPool({ users: [ann, { username: 'ben', password }], ...options })
  return { pool, operator: operatorOf(pool) }
}
const attributesOf = async (operator: ReturnType<typeof operatorOf>, name = 'ann') => {
  const { UserAttributes = [] } = await operator.get(name)
  return Object.fromEntries(UserAttributes.map(({ Name, Value }) => [Name, Value]))
}
const incorrect = 'NotAuthorizedException: Incorrect username or password.'
const notFound = 'UserNotFoundException: User does not exist.'

describe('AdminGetUser', () => {
  it('tells all of a user, by the name and by the sub', async () => {
    const { pool, operator } = poolOf()
    const sub = pool.users[0]?.sub ?? ''
    for (const name of ['ann', sub]) {
      expect(await operator.get(name)).toMatchObject({
        Username: 'ann',
        UserAttributes: [
          { Name: 'sub', Value: sub },
          { Name: 'email', Value: email },
          { Name: 'email_verified', Value: 'true' },
        ],
        Enabled: true,
        UserStatus: 'CONFIRMED',
      })
    }
  })

  it('tells when a user was made and last changed', async () => {
    const { pool, operator } = poolOf()
    const before = await operator.get('ann')
    pool.clock.advance(60)
    await operator.update('ann', { name: 'Ann' })
    const after = await operator.get('ann')
    expect(after.UserCreateDate).toEqual(before.UserCreateDate)
    const seconds = (date = new Date(0)) => date.getTime() / 1000
    const passed = seconds(after.UserLastModifiedDate) - seconds(before.UserLastModifiedDate)
    expect(passed).toBeGreaterThanOrEqual(60)
  })

  it('knows nobody else, and no other pool', async () => {
    const { pool, operator } = poolOf()
    expect(await refusalOf(operator.get('nobody'))).toBe(notFound)
    expect(await refusalOf(operatorOf(pool, 'us-east-1_Other').get('ann'))).toBe(
      'ResourceNotFoundException: User pool us-east-1_Other does not exist.',
    )
  })
})

describe('AdminUpdateUserAttributes', () => {
  it('sends a code to a new address', async () => {
    const { pool, operator } = poolOf()
    await operator.update('ann', { email: 'new@example.com', name: 'Ann' })
    expect(await attributesOf(operator)).toMatchObject({
      email: 'new@example.com',
      email_verified: 'false',
      name: 'Ann',
    })
    expect(pool.inbox.messages).toMatchObject([
      { to: 'new@example.com', purpose: 'update-attribute' },
    ])
  })

  it('sends none where the operator says it is verified, and it counts at once', async () => {
    const { pool, operator } = poolOf({ verifyBeforeUpdate: ['email'] })
    await operator.update('ann', { email: 'new@example.com', email_verified: 'true' })
    expect(await attributesOf(operator)).toMatchObject({
      email: 'new@example.com',
      email_verified: 'true',
    })
    expect(pool.inbox.messages).toEqual([])
  })

  it('takes an attribute away that is given an empty value', async () => {
    const { operator } = poolOf()
    await operator.update('ann', { email: '' })
    expect(await attributesOf(operator)).toEqual({ sub: expect.any(String) })
  })

  it('may leave a required attribute missing, and takes none away', async () => {
    const { operator } = poolOf({ requiredAttributes: ['email'] })
    await operator.update('ben', { name: 'Ben' })
    expect(await attributesOf(operator, 'ben')).toMatchObject({ name: 'Ben' })
    expect(await refusalOf(operator.update('ann', { email: '' }))).toMatch(/attribute is required/)
  })

  it('gives nobody the way in of somebody else', async () => {
    const { operator } = poolOf({ aliases: ['email'] })
    const given = { email, email_verified: 'true' }
    expect(await refusalOf(operator.update('ben', given))).toBe(
      'AliasExistsException: An account with the given email already exists.',
    )
  })

  it.each([
    ['sub', 'x', /user\.sub: Attribute cannot be updated/],
    ['shoe', '42', /shoe: Attribute does not exist in the schema/],
    ['email', 'x', /Invalid email address format/],
  ])('refuses %s', async (name, value, message) => {
    expect(await refusalOf(poolOf().operator.update('ann', { [name]: value }))).toMatch(message)
  })
})

describe('AdminDeleteUserAttributes', () => {
  it('takes attributes away that no client could', async () => {
    const customAttributes = [{ name: 'tenant' }]
    const attributes = { name: 'Ann', 'custom:tenant': '7' }
    const { operator } = poolOf({ customAttributes, users: [{ username: 'ann', attributes }] })
    await operator.deleteAttributes('ann', ['custom:tenant'])
    expect(await attributesOf(operator)).toEqual({ sub: expect.any(String), name: 'Ann' })
    expect(await refusalOf(operator.deleteAttributes('ann', ['shoe']))).toBe(
      'InvalidParameterException: Invalid user attributes: user.shoe: Attribute does not exist in ' +
        'the schema.\n',
    )
  })
})

describe('AdminConfirmSignUp', () => {
  it('confirms a user once, without verifying anything', async () => {
    const unconfirmed = { username: 'ann', password, status: 'UNCONFIRMED' } as const
    const { pool, operator } = poolOf({ users: [{ ...unconfirmed, attributes: { email } }] })
    await operator.confirm('ann')
    expect(await attributesOf(operator)).not.toHaveProperty('email_verified')
    expect((await signInWithPassword(pool, 'ann', password)).AuthenticationResult).toBeDefined()
    expect(await refusalOf(operator.confirm('ann'))).toBe(
      'NotAuthorizedException: User cannot be confirmed. Current status is CONFIRMED',
    )
  })
})

describe('AdminSetUserPassword', () => {
  it('gives a password that lasts where it is permanent', async () => {
    const { pool, operator } = poolOf()
    await operator.setPassword('ann', newPassword, true)
    expect(await refusalOf(signInWithPassword(pool, 'ann', password))).toBe(incorrect)
    expect((await signInWithPassword(pool, 'ann', newPassword)).AuthenticationResult).toBeDefined()
  })

  it('gives one to be replaced where it is not', async () => {
    const { pool, operator } = poolOf()
    await operator.setPassword('ann', newPassword)
    expect((await operator.get('ann')).UserStatus).toBe('FORCE_CHANGE_PASSWORD')
    expect((await signInWithPassword(pool, 'ann', newPassword)).ChallengeName).toBe(
      'NEW_PASSWORD_REQUIRED',
    )
  })

  it('holds to the policy and the history', async () => {
    const { operator } = poolOf({ passwordPolicy: { historySize: 2 } })
    expect(await refusalOf(operator.setPassword('ann', 'short', true))).toBe(
      'InvalidPasswordException: Password did not conform with policy: Password not long enough',
    )
    expect(await refusalOf(operator.setPassword('ann', password, true))).toBe(
      'PasswordHistoryPolicyViolationException: Password has previously been used.',
    )
  })
})

describe('AdminResetUserPassword', () => {
  it('sends a code, and lets nobody in without a new password', async () => {
    const { pool, operator } = poolOf()
    await operator.resetPassword('ann')
    expect(pool.inbox.messages).toMatchObject([{ to: email, purpose: 'forgot-password' }])
    expect((await operator.get('ann')).UserStatus).toBe('RESET_REQUIRED')
    expect(await refusalOf(signInWithPassword(pool, 'ann', password))).toBe(
      'PasswordResetRequiredException: Password reset required for the user',
    )
  })

  it('needs somewhere to send it, and a password to be reset', async () => {
    const { operator } = poolOf()
    expect(await refusalOf(operator.resetPassword('ben'))).toBe(
      'InvalidParameterException: Cannot reset password for the user as there is no ' +
        'registered/verified email or phone_number',
    )
    await operator.create('cleo')
    expect(await refusalOf(operator.resetPassword('cleo'))).toBe(
      'NotAuthorizedException: User password cannot be reset in the current state.',
    )
  })
})

describe('AdminDeleteUser', () => {
  it('leaves nothing of the user', async () => {
    const { pool, operator } = poolOf()
    const { AccessToken, RefreshToken } = await signIn(pool)
    await operator.remove('ann')
    expect(await refusalOf(operator.get('ann'))).toBe(notFound)
    expect(await refusalOf(getUser(pool, AccessToken))).toMatch(/^UserNotFoundException/)
    expect(await refusalOf(refresh(pool, RefreshToken))).toBe(
      'NotAuthorizedException: Invalid Refresh Token',
    )
    expect(await refusalOf(operator.remove('ann'))).toBe(notFound)
  })
})
