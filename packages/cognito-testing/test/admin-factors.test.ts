import { describe, expect, it } from 'vitest'
import { createTestUserPool } from '../src/index.ts'
import { listDevices, signInAndKeep } from './device-calls.ts'
import { operatorOf } from './operator-calls.ts'
import { claimsOf, refusalOf, signInWithPassword } from './sign-in.ts'
import { getUser, password, refresh, signIn } from './signed-in-pool.ts'

const email = 'ann@example.com'

describe('operators', () => {
  const poolOfFactors = () => {
    const attributes = { email, email_verified: 'true' }
    const pool = createTestUserPool({
      users: [
        { username: 'ann', password, attributes, mfa: ['totp', 'email'], preferredMfa: 'totp' },
        { username: 'ben', password },
      ],
    })
    return { pool, operator: operatorOf(pool) }
  }

  it('see what a user can sign in with', async () => {
    const { operator } = poolOfFactors()
    expect(await operator.factors('ann')).toMatchObject({
      Username: 'ann',
      PreferredMfaSetting: 'SOFTWARE_TOKEN_MFA',
      UserMFASettingList: ['SOFTWARE_TOKEN_MFA', 'EMAIL_OTP'],
      ConfiguredUserAuthFactors: ['PASSWORD'],
    })
  })

  it('choose the second factor of a user who has it', async () => {
    const { pool, operator } = poolOfFactors()
    await operator.setMfa('ann', { EmailMfaSettings: { Enabled: true, PreferredMfa: true } })
    expect((await signInWithPassword(pool, 'ann', password)).ChallengeName).toBe('EMAIL_OTP')
    const preferred = { SoftwareTokenMfaSettings: { Enabled: true, PreferredMfa: true } }
    expect(await refusalOf(operator.setMfa('ben', preferred))).toBe(
      'InvalidParameterException: User does not have delivery config set to turn on ' +
        'SOFTWARE_TOKEN_MFA',
    )
  })

  it('take an authenticator app away, and nothing from who has none', async () => {
    const { pool, operator } = poolOfFactors()
    await operator.deleteTotp('ann')
    const { PreferredMfaSetting, UserMFASettingList } = await operator.get('ann')
    expect([PreferredMfaSetting, UserMFASettingList]).toEqual([undefined, ['EMAIL_OTP']])
    expect((await signInWithPassword(pool, 'ann', password)).ChallengeName).toBe('EMAIL_OTP')
    expect(() => pool.totpCodeFor('ann')).toThrow(/no user with TOTP set up/)
    await operator.deleteTotp('ben')
    expect((await signIn(pool, 'ben')).AccessToken).not.toBe('')
  })
})

describe('devices', () => {
  const poolOfDevices = async () => {
    const users = [
      { username: 'ann', password },
      { username: 'ben', password },
    ]
    const pool = createTestUserPool({ deviceTracking: 'always', users })
    const phone = await signInAndKeep(pool, 'ann', 'Phone')
    pool.clock.advance(1)
    const laptop = await signInAndKeep(pool, 'ann', 'Laptop')
    return { pool, operator: operatorOf(pool), phone, laptop }
  }
  const notFound = 'ResourceNotFoundException: Device does not exist.'

  it('are listed for operators, page by page, also those that are not remembered', async () => {
    const { pool, operator, phone, laptop } = await poolOfDevices()
    await operator.remember('ann', phone.device.key, 'not_remembered')
    const { Devices = [], PaginationToken } = await operator.devices('ann', { Limit: 1 })
    expect(Devices).toMatchObject([{ DeviceKey: phone.device.key }])
    expect(Devices[0]?.DeviceAttributes).toContainEqual({
      Name: 'dev:device_remembered_status',
      Value: 'not_remembered',
    })
    const rest = await operator.devices('ann', { PaginationToken })
    expect(rest.Devices).toMatchObject([{ DeviceKey: laptop.device.key }])
    expect(rest.PaginationToken).toBeUndefined()
    expect((await listDevices(pool, phone.AccessToken)).Devices).toHaveLength(1)
  })

  it('are found and forgotten, with the sign-in on them', async () => {
    const { pool, operator, phone } = await poolOfDevices()
    const { key } = phone.device
    expect((await operator.device('ann', key)).Device?.DeviceKey).toBe(key)
    await operator.forget('ann', key)
    for (const gone of [operator.device('ann', key), operator.forget('ann', key)]) {
      expect(await refusalOf(gone)).toBe(notFound)
    }
    const refreshed = refresh(pool, phone.RefreshToken, { DeviceKey: key })
    expect(await refusalOf(refreshed)).toBe('NotAuthorizedException: Invalid Refresh Token')
  })

  it('are those of one user', async () => {
    const { operator, phone } = await poolOfDevices()
    const { key } = phone.device
    expect((await operator.devices('ben')).Devices).toEqual([])
    for (const others of [
      operator.device('ben', key),
      operator.forget('ben', key),
      operator.remember('ben', key, 'remembered'),
    ]) {
      expect(await refusalOf(others)).toBe(notFound)
    }
  })
})

describe('a linked identity', () => {
  const poolOfTwo = () => {
    const pool = createTestUserPool({
      users: [
        { username: 'ann', password },
        { username: 'ben', password },
      ],
    })
    return { pool, operator: operatorOf(pool) }
  }

  it('shows in the attributes and ID tokens of the user, until it is unlinked', async () => {
    const { pool, operator } = poolOfTwo()
    await operator.link('ann', 'Google', '1234')
    const { AccessToken, IdToken } = await signIn(pool)
    const { UserAttributes = [] } = await getUser(pool, AccessToken)
    const told = UserAttributes.find(({ Name }) => Name === 'identities')?.Value ?? ''
    expect(JSON.parse(told)).toEqual([
      {
        userId: '1234',
        providerName: 'Google',
        providerType: 'Google',
        issuer: null,
        primary: false,
        dateCreated: expect.any(Number),
      },
    ])
    expect(claimsOf(IdToken)['identities']).toMatchObject([
      { userId: '1234', issuer: null, primary: 'false', dateCreated: expect.any(String) },
    ])
    await operator.unlink('Google', '1234')
    expect((await operator.get('ann')).UserAttributes).toHaveLength(1)
    expect(claimsOf((await signIn(pool)).IdToken)).not.toHaveProperty('identities')
    expect(await refusalOf(operator.unlink('Google', '1234'))).toBe(
      'UserNotFoundException: User does not exist.',
    )
  })

  it('is linked once, and one of five', async () => {
    const { operator } = poolOfTwo()
    for (const id of ['1', '2', '3', '4', '5']) await operator.link('ann', 'Company', id)
    for (const name of ['ann', 'ben']) {
      expect(await refusalOf(operator.link(name, 'Company', '1'))).toBe(
        'InvalidParameterException: SourceUser is already linked to DestinationUser',
      )
    }
    expect(await refusalOf(operator.link('ann', 'Company', '6'))).toBe(
      'LimitExceededException: A user can have 5 linked identities',
    )
    expect(await refusalOf(operator.link('nobody', 'Company', '6'))).toBe(
      'UserNotFoundException: User does not exist.',
    )
    expect(await refusalOf(operator.link('ann', 'Company', ''))).toBe(
      'InvalidParameterException: Missing required parameter SourceUser.ProviderAttributeValue',
    )
  })
})

describe('DescribeUserPoolClient', () => {
  it('says how the client was made, with its newest secret', async () => {
    const pool = createTestUserPool({
      clients: [
        {
          id: 'webclient',
          secret: true,
          flows: ['ALLOW_USER_SRP_AUTH'],
          rotation: { graceSeconds: 10 },
          readAttributes: ['email'],
          preventUserExistenceErrors: false,
          lifetimes: { access: 600, challenge: 300 },
        },
      ],
    })
    const newest = pool.rotateClientSecret()
    const { UserPoolClient } = await operatorOf(pool).describeClient('webclient')
    expect(UserPoolClient).toMatchObject({
      UserPoolId: pool.userPoolId,
      ClientId: 'webclient',
      ClientSecret: newest,
      AccessTokenValidity: 600,
      TokenValidityUnits: { AccessToken: 'seconds' },
      ReadAttributes: ['email'],
      ExplicitAuthFlows: ['ALLOW_USER_SRP_AUTH'],
      PreventUserExistenceErrors: 'LEGACY',
      EnableTokenRevocation: true,
      AuthSessionValidity: 5,
      RefreshTokenRotation: { Feature: 'ENABLED', RetryGracePeriodSeconds: 10 },
    })
    expect(await refusalOf(operatorOf(pool).describeClient('other'))).toBe(
      'ResourceNotFoundException: User pool client other does not exist.',
    )
  })
})
