import {
  DeleteUserAttributesCommand,
  UpdateUserAttributesCommand,
} from '@aws-sdk/client-cognito-identity-provider'
import { describe, expect, it } from 'vitest'
import { createTestUserPool, type TestUserPool, type TestUserPoolOptions } from '../src/index.ts'
import {
  askForCode,
  attributesOf,
  expiredCode,
  password,
  tokenOf,
  update,
  verify,
} from './account-calls.ts'
import { refusalOf, respond, signInWithPassword } from './sign-in.ts'
import { getUser } from './signed-in-pool.ts'

const email = 'ann@example.com'
const moved = 'ann@example.org'
const unauthorized = 'NotAuthorizedException: A client attempted to write unauthorized attribute'
const schema = 'InvalidParameterException: Attributes did not conform to the schema: '

const signedIn = async (options: TestUserPoolOptions = {}, attributes = {}) => {
  const pool = createTestUserPool({
    customAttributes: [{ name: 'team' }, { name: 'fixed', mutable: false }, { name: 'secret' }],
    clients: [
      {
        writeAttributes: [
          'email',
          'phone_number',
          'name',
          'nickname',
          'custom:team',
          'custom:fixed',
        ],
      },
    ],
    users: [
      {
        username: 'ann',
        password,
        attributes: { email, email_verified: 'true', name: 'Ann', ...attributes },
      },
    ],
    ...options,
  })
  return { pool, token: await tokenOf(pool, 'ann') }
}
const remove = (pool: TestUserPool, AccessToken: string, ...UserAttributeNames: string[]) =>
  pool.options.client.send(new DeleteUserAttributesCommand({ AccessToken, UserAttributeNames }))

describe('UpdateUserAttributes', () => {
  it('changes what is named, adds what is new and takes away what is empty', async () => {
    const { pool, token } = await signedIn({}, { nickname: 'A' })
    const answer = await update(pool, token, { name: 'Anna', 'custom:team': 'red', nickname: '' })
    expect(answer).not.toHaveProperty('CodeDeliveryDetailsList')
    const attributes = await attributesOf(pool, token)
    expect(attributes).toMatchObject({ email, email_verified: 'true', name: 'Anna' })
    expect(attributes['custom:team']).toBe('red')
    expect(attributes).not.toHaveProperty('nickname')
  })

  it('changes nothing where one of them is refused', async () => {
    const { pool, token } = await signedIn()
    const before = await attributesOf(pool, token)
    for (const [attributes, refusal] of [
      [{ shoe: '43' }, `${schema}shoe: Attribute does not exist in the schema.\n`],
      [{ email_verified: 'true' }, unauthorized],
      [{ sub: 'x' }, unauthorized],
      [{ 'custom:secret': 'x' }, unauthorized],
      [{ gender: 'f' }, unauthorized],
      [
        { 'custom:fixed': 'x' },
        'InvalidParameterException: user.custom:fixed: Attribute cannot be updated.\n',
      ],
      [
        { 'custom:fixed': '' },
        'InvalidParameterException: user.custom:fixed: Attribute cannot be updated.\n',
      ],
      [{ email: 'ann' }, 'InvalidParameterException: Invalid email address format.'],
      [{ phone_number: '0155 1234' }, 'InvalidParameterException: Invalid phone number format.'],
    ] as const) {
      const given = { name: 'Anna', ...attributes }
      expect(await refusalOf(update(pool, token, given))).toBe(refusal)
    }
    expect(await attributesOf(pool, token)).toEqual(before)
    expect(pool.inbox.messages).toEqual([])
  })

  it('keeps what is required, and asks for what is missing of it', async () => {
    const options = {
      requiredAttributes: ['name', 'nickname'],
      clients: [{ writeAttributes: ['name', 'nickname', 'locale'] }],
    }
    const { pool, token } = await signedIn(options)
    expect(await refusalOf(update(pool, token, { locale: 'de' }))).toBe(
      `${schema}nickname: The attribute is required\n`,
    )
    expect(await refusalOf(update(pool, token, { nickname: 'A', name: '' }))).toBe(
      `${schema}name: The attribute is required\n`,
    )
    await update(pool, token, { nickname: 'A', locale: 'de' })
    await update(pool, token, { locale: '' })
  })

  it('writes no custom attribute for a client without a list', async () => {
    const { pool, token } = await signedIn({ clients: [{}] })
    expect(await refusalOf(update(pool, token, { 'custom:team': 'red' }))).toBe(unauthorized)
    await update(pool, token, { gender: 'f', preferred_username: 'annie' })
  })

  it('takes a list, of names with values', async () => {
    const { pool, token } = await signedIn()
    const send = (UserAttributes: unknown) => {
      const list = UserAttributes as { Name: string; Value: string }[]
      const command = { AccessToken: token, UserAttributes: list }
      return refusalOf(pool.options.client.send(new UpdateUserAttributesCommand(command)))
    }
    expect(await send(undefined)).toContain("Value null at 'userAttributes' failed")
    expect(await send([{ Value: 'x' }])).toContain("Value null at 'userAttributes.1.member.name'")
    expect(await send([{ Name: 'name', Value: 7 }])).toMatch(/^SerializationException: /)
  })
})

describe('another e-mail address', () => {
  it('counts at once, is not verified, and is sent a code', async () => {
    const { pool, token } = await signedIn()
    expect(await update(pool, token, { email: moved, name: 'Anna' })).toMatchObject({
      CodeDeliveryDetailsList: [
        { Destination: 'a***@e***', DeliveryMedium: 'EMAIL', AttributeName: 'email' },
      ],
    })
    expect(pool.inbox.messages).toMatchObject([{ to: moved, purpose: 'update-attribute' }])
    expect(await attributesOf(pool, token)).toMatchObject({ email: moved, email_verified: 'false' })
    await verify(pool, token, 'email', pool.inbox.lastCodeFor('ann'))
    expect(await attributesOf(pool, token)).toMatchObject({ email: moved, email_verified: 'true' })
  })

  it('is sent no code where the pool verifies none', async () => {
    const { pool, token } = await signedIn({ autoVerifiedAttributes: ['phone_number'] })
    expect(await update(pool, token, { email: moved })).not.toHaveProperty(
      'CodeDeliveryDetailsList',
    )
    expect(await attributesOf(pool, token)).toMatchObject({ email: moved, email_verified: 'false' })
    expect(pool.inbox.messages).toEqual([])
  })

  it('that is the same as before stays verified', async () => {
    const { pool, token } = await signedIn()
    await update(pool, token, { email })
    expect(await attributesOf(pool, token)).toMatchObject({ email, email_verified: 'true' })
    expect(pool.inbox.messages).toEqual([])
  })

  it('comes with a number: two codes are sent, each good for its own', async () => {
    const { pool, token } = await signedIn()
    const phone_number = '+15550101234'
    const { CodeDeliveryDetailsList } = await update(pool, token, { email: moved, phone_number })
    expect(CodeDeliveryDetailsList?.map(({ AttributeName }) => AttributeName)).toEqual([
      'email',
      'phone_number',
    ])
    await verify(pool, token, 'phone_number', pool.inbox.lastCodeFor(phone_number))
    await verify(pool, token, 'email', pool.inbox.lastCodeFor(moved))
    expect(await attributesOf(pool, token)).toMatchObject({
      email_verified: 'true',
      phone_number_verified: 'true',
    })
  })

  it('makes the code for the one before it worthless', async () => {
    const { pool, token } = await signedIn({ autoVerifiedAttributes: [] })
    await askForCode(pool, token, 'email')
    const code = pool.inbox.lastCodeFor(email)
    for (const value of [moved, email, '', email]) {
      await update(pool, token, { email: value })
      expect(await refusalOf(verify(pool, token, 'email', code))).toBe(expiredCode)
    }
  })

  it('that was an alias is no way in until it is verified', async () => {
    const { pool, token } = await signedIn({ aliases: ['email'] })
    await update(pool, token, { email: moved })
    for (const name of [email, moved]) {
      expect(await refusalOf(signInWithPassword(pool, name, password))).toMatch(/^NotAuthorized/)
    }
    await verify(pool, token, 'email', pool.inbox.lastCodeFor('ann'))
    expect(await tokenOf(pool, moved)).not.toBe('')
  })
})

describe('a way in that is somebody else’s', () => {
  it('is refused at once where it would count at once', async () => {
    const users = [email, moved].map((username) => ({ username, password }))
    const pool = createTestUserPool({ signInWith: ['email'], users })
    const token = await tokenOf(pool, email)
    expect(await refusalOf(update(pool, token, { email: moved }))).toBe(
      'AliasExistsException: An account with the given email already exists.',
    )
    await update(pool, token, { email: 'ann@example.net' })
    expect(await tokenOf(pool, 'ann@example.net')).not.toBe('')
  })

  it.each(['annie', 'ben'])('as a preferred name: %s', async (preferred_username) => {
    const pool = createTestUserPool({
      aliases: ['preferred_username'],
      users: [
        { username: 'ann', password },
        { username: 'ben', password, attributes: { preferred_username: 'annie' } },
      ],
    })
    const token = await tokenOf(pool, 'ann')
    expect(await refusalOf(update(pool, token, { preferred_username }))).toBe(
      'AliasExistsException: An account with the given preferred_username already exists.',
    )
    await update(pool, token, { preferred_username: 'ann' })
    await update(pool, token, { preferred_username: 'annika' })
    expect(await tokenOf(pool, 'annika')).not.toBe('')
  })
})

describe('DeleteUserAttributes', () => {
  it('takes attributes away, and with an address that it was verified', async () => {
    const { pool, token } = await signedIn({}, { nickname: 'A' })
    await remove(pool, token, 'email', 'nickname', 'phone_number')
    const { sub: _sub, ...left } = await attributesOf(pool, token)
    expect(left).toEqual({ name: 'Ann' })
  })

  it('takes a second factor away with its address', async () => {
    const pool = createTestUserPool({
      users: [
        {
          username: 'ann',
          password,
          mfa: ['email', 'sms'],
          attributes: { email, phone_number: '+1' },
        },
      ],
    })
    const asked = () => signInWithPassword(pool, 'ann', password)
    const choice = await asked()
    const challenge = await respond(pool, choice, { USERNAME: 'ann', ANSWER: 'SMS_MFA' })
    const answer = { USERNAME: 'ann', SMS_MFA_CODE: pool.inbox.lastCodeFor('ann') }
    const { AuthenticationResult } = await respond(pool, challenge, answer)
    const token = AuthenticationResult?.AccessToken ?? ''
    const open = await asked()
    await remove(pool, token, 'email')
    expect((await getUser(pool, token)).UserMFASettingList).toEqual(['SMS_MFA'])
    expect(await refusalOf(respond(pool, open, { USERNAME: 'ann', ANSWER: 'EMAIL_OTP' }))).toBe(
      'InvalidParameterException: Invalid ANSWER for SELECT_MFA_TYPE',
    )
    expect((await asked()).ChallengeName).toBe('SMS_MFA')
    await remove(pool, token, 'phone_number')
    expect(await getUser(pool, token)).not.toHaveProperty('UserMFASettingList')
    expect((await asked()).AuthenticationResult).toBeDefined()
  })

  it.each([
    [
      ['name', 'shoe', 'custom:x'],
      'InvalidParameterException: Invalid user attributes: user.shoe: Attribute does not exist in ' +
        'the schema.\nuser.custom:x: Attribute does not exist in the schema.\n',
    ],
    [['name', 'email_verified'], unauthorized],
    [['sub'], unauthorized],
    [['custom:secret'], unauthorized],
    [
      ['custom:fixed'],
      'InvalidParameterException: user.custom:fixed: Attribute cannot be updated.\n',
    ],
    [['nickname', 'name'], `${schema}name: The attribute is required\n`],
    [
      [''],
      "InvalidParameterException: 2 validation errors detected: Value '' at " +
        "'userAttributeNames.1.member' failed to satisfy constraint: Member must have length " +
        "greater than or equal to 1; Value '' at 'userAttributeNames.1.member' failed to satisfy " +
        'constraint: Member must satisfy regular expression pattern: ' +
        '[\\p{L}\\p{M}\\p{S}\\p{N}\\p{P}\\t\\n\\r ]+',
    ],
  ])('takes away nothing of %j', async (names, refusal) => {
    const { pool, token } = await signedIn({ requiredAttributes: ['name'] })
    const before = await attributesOf(pool, token)
    expect(await refusalOf(remove(pool, token, ...names))).toBe(refusal)
    expect(await attributesOf(pool, token)).toEqual(before)
  })
})
