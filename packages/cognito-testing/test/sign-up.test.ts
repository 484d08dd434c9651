import { describe, expect, it } from 'vitest'
import { createTestUserPool, type TestUserPoolOptions } from '../src/index.ts'
import { attributesOf, confirmSignUp, password, signUp, tokenOf } from './account-calls.ts'
import { refusalOf, signInWithPassword, signInWithSrp } from './sign-in.ts'
import { uuid } from './signed-in-pool.ts'

const email = 'ann@example.com'
const phone = '+15550101234'

it('answers as AWS does, and the user signs in once confirmed', async () => {
  const pool = createTestUserPool()
  const answer = await signUp(pool, 'ann', { email, name: 'Ann' })
  expect(answer).toMatchObject({
    UserConfirmed: false,
    UserSub: expect.stringMatching(uuid),
    CodeDeliveryDetails: {
      Destination: 'a***@e***',
      DeliveryMedium: 'EMAIL',
      AttributeName: 'email',
    },
    Session: expect.stringMatching(/^.{20,2048}$/),
  })
  expect(pool.users).toEqual([{ username: 'ann', sub: answer.UserSub, status: 'UNCONFIRMED' }])
  expect(pool.inbox.messages).toEqual([
    {
      to: email,
      medium: 'email',
      purpose: 'sign-up',
      code: expect.stringMatching(/^\d{6}$/),
      at: expect.any(Number),
    },
  ])
  expect(await refusalOf(signInWithPassword(pool, 'ann', password))).toBe(
    'UserNotConfirmedException: User is not confirmed.',
  )

  await confirmSignUp(pool, 'ann', pool.inbox.lastCodeFor('ann'))
  expect((await signInWithSrp(pool, 'ann', password)).AuthenticationResult).toBeDefined()
  expect(await attributesOf(pool, await tokenOf(pool, 'ann'))).toEqual({
    sub: answer.UserSub,
    email,
    name: 'Ann',
    email_verified: 'true',
  })
})

describe('the code', () => {
  const deliveryOf = async (options: TestUserPoolOptions, attributes: Record<string, string>) => {
    const pool = createTestUserPool(options)
    const { CodeDeliveryDetails } = await signUp(pool, 'ann', attributes)
    return { delivery: CodeDeliveryDetails, messages: pool.inbox.messages }
  }

  it('goes to the phone number, where there are both', async () => {
    const { delivery, messages } = await deliveryOf({}, { email, phone_number: phone })
    expect(delivery).toEqual({
      Destination: '+*******1234',
      DeliveryMedium: 'SMS',
      AttributeName: 'phone_number',
    })
    expect(messages).toMatchObject([{ to: phone, medium: 'sms', purpose: 'sign-up' }])
  })

  it('goes to what the pool verifies', async () => {
    const attributes = { email, phone_number: phone }
    const { messages } = await deliveryOf({ autoVerifiedAttributes: ['email'] }, attributes)
    expect(messages).toMatchObject([{ to: email, medium: 'email' }])
  })

  it.each([
    [{}, {}],
    [{ autoVerifiedAttributes: [] }, { email }],
    [{ autoVerifiedAttributes: ['phone_number' as const] }, { email }],
  ])('goes nowhere where nothing is verified: %j, %j', async (options, attributes) => {
    const { delivery, messages } = await deliveryOf(options, attributes)
    expect(delivery).toBeUndefined()
    expect(messages).toEqual([])
  })
})

describe('in a pool without user names', () => {
  it.each([
    ['email', email],
    ['phone_number', phone],
  ] as const)('the name is the %s, and a UUID stands for it', async (attribute, name) => {
    const pool = createTestUserPool({ signInWith: ['email', 'phone_number'] })
    const { UserSub } = await signUp(pool, name)
    expect(pool.users).toMatchObject([{ username: UserSub, sub: UserSub }])
    await confirmSignUp(pool, name, pool.inbox.lastCodeFor(name))
    const token = await tokenOf(pool, name)
    expect(await attributesOf(pool, token)).toMatchObject({
      [attribute]: name,
      [`${attribute}_verified`]: 'true',
    })
  })

  it('counts the name as the attribute that is required', async () => {
    const pool = createTestUserPool({ signInWith: ['email'], requiredAttributes: ['email'] })
    expect((await signUp(pool, email)).UserSub).toMatch(uuid)
  })

  it.each([
    ['ann', {}, 'InvalidParameterException: Username should be an email.'],
    [
      email,
      { email: 'ben@example.com' },
      'InvalidParameterException: Attributes did not conform to the schema: email: The attribute ' +
        'must be what the username is\n',
    ],
  ])('refuses %s with %j', async (name, attributes, refusal) => {
    const pool = createTestUserPool({ signInWith: ['email'] })
    expect(await refusalOf(signUp(pool, name, attributes))).toBe(refusal)
    expect(pool.users).toEqual([])
  })
})

describe('a name that is taken', () => {
  it.each([
    [{}, 'ann', {}, 'User already exists'],
    [{ signInWith: ['email'] }, email, {}, 'An account with the given email already exists.'],
    [
      { signInWith: ['email', 'phone_number'] },
      phone,
      {},
      'An account with the given phone_number already exists.',
    ],
    [
      { signInWith: ['email', 'phone_number'] },
      'ben@example.com',
      { phone_number: phone },
      'An account with the given phone_number already exists.',
    ],
  ] as const)('is refused: %j, %s, %j', async (options, name, attributes, message) => {
    for (const preventUserExistenceErrors of [true, false]) {
      const pool = createTestUserPool({ ...options, clients: [{ preventUserExistenceErrors }] })
      const taken = 'signInWith' in options && name !== email ? phone : name
      await signUp(pool, taken)
      expect(await refusalOf(signUp(pool, name, attributes))).toBe(
        `UsernameExistsException: ${message}`,
      )
      expect(pool.users).toHaveLength(1)
      expect(pool.inbox.messages.length).toBeLessThan(2)
    }
  })

  it('goes to one of two who ask at once', async () => {
    const pool = createTestUserPool({ signInWith: ['email'] })
    const asked = await Promise.allSettled([signUp(pool, email), signUp(pool, email)])
    expect(asked.map(({ status }) => status)).toEqual(['fulfilled', 'rejected'])
    expect(pool.users).toHaveLength(1)
  })

  it('is not told to whoever has a weak password, or attributes that do not fit', async () => {
    const pool = createTestUserPool({ requiredAttributes: ['name'] })
    pool.addUser({ username: 'ann' })
    for (const name of ['ann', 'nobody']) {
      expect(await refusalOf(signUp(pool, name, {}, { Password: 'Short-1' }))).toBe(
        'InvalidPasswordException: Password did not conform with policy: Password not long enough',
      )
      expect(await refusalOf(signUp(pool, name))).toBe(
        'InvalidParameterException: Attributes did not conform to the schema: name: ' +
          'The attribute is required\n',
      )
    }
  })

  it('does not keep two from having one address until it is confirmed', async () => {
    const pool = createTestUserPool({ aliases: ['email'] })
    await signUp(pool, 'ann', { email })
    expect((await signUp(pool, 'ben', { email })).UserConfirmed).toBe(false)
  })
})

describe('aliases', () => {
  it.each([
    [
      email,
      {},
      'Username cannot be of email format, since user pool is configured for email alias.',
    ],
    [
      'ann',
      { preferred_username: 'annie' },
      'Preferred username cannot be provided for unconfirmed account, since user pool is ' +
        'configured for preferred username alias.',
    ],
  ])('refuses %s with %j', async (name, attributes, message) => {
    const pool = createTestUserPool({ aliases: ['email', 'preferred_username'] })
    expect(await refusalOf(signUp(pool, name, attributes))).toBe(
      `InvalidParameterException: ${message}`,
    )
  })

  it('refuses a name that somebody signs in with already', async () => {
    const pool = createTestUserPool({
      aliases: ['preferred_username'],
      users: [{ username: 'ben', attributes: { preferred_username: 'annie' } }],
    })
    expect(await refusalOf(signUp(pool, 'annie'))).toBe(
      'UsernameExistsException: User already exists',
    )
  })

  it('takes a preferred name where it is no alias', async () => {
    const pool = createTestUserPool()
    await signUp(pool, 'ann', { preferred_username: 'annie' })
    expect(pool.users).toHaveLength(1)
  })
})

it('is not for everybody where only operators make users', async () => {
  const pool = createTestUserPool({ adminCreateUserOnly: true })
  expect(await refusalOf(signUp(pool, 'ann'))).toBe(
    'NotAuthorizedException: SignUp is not permitted for this user pool',
  )
})

describe('without a password', () => {
  it.each([undefined, ''])('works where the client has ALLOW_USER_AUTH: %j', async (Password) => {
    const pool = createTestUserPool({ firstFactors: ['password', 'email-code'] })
    await signUp(pool, 'ann', { email }, { Password })
    await confirmSignUp(pool, 'ann', pool.inbox.lastCodeFor('ann'))
    expect(await refusalOf(signInWithPassword(pool, 'ann', password))).toBe(
      'NotAuthorizedException: Incorrect username or password.',
    )
  })

  it('is refused where it has not, and no Session is given', async () => {
    const pool = createTestUserPool({ clients: [{ flows: ['ALLOW_USER_SRP_AUTH'] }] })
    expect(await refusalOf(signUp(pool, 'ann', { email }, { Password: '' }))).toBe(
      'InvalidParameterException: Password is required: ALLOW_USER_AUTH is not enabled for this ' +
        'client',
    )
    expect(await signUp(pool, 'ann', { email })).not.toHaveProperty('Session')
  })

  it.each([['password'], ['password', 'passkey']] as const)(
    'is refused where nobody signs in with a code: %j',
    async (...firstFactors) => {
      const pool = createTestUserPool({ firstFactors })
      expect(await refusalOf(signUp(pool, 'ann', { email }, { Password: '' }))).toBe(
        'InvalidParameterException: Password is required: the user pool allows no one-time password',
      )
      expect(pool.users).toEqual([])
    },
  )
})
