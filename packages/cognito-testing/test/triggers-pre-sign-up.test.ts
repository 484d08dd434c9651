import type { PreSignUpTriggerEvent } from 'aws-lambda'
import { describe, expect, it } from 'vitest'
import { createTestUserPool, type TestUserPoolOptions } from '../src/index.ts'
import { attributesOf, listed, password, signUp, tokenOf } from './account-calls.ts'
import { eventOf, recorded, refusing } from './recorded-trigger.ts'
import { initiate, refusalOf, signInWithPassword } from './sign-in.ts'
import { uuid } from './signed-in-pool.ts'

const email = 'ann@example.com'
const phone = '+15550101234'
type Response = Partial<PreSignUpTriggerEvent['response']>

/** A pool whose trigger responds so. */
const poolThat = (response: Response, options: TestUserPoolOptions = {}) => {
  const trigger = recorded<PreSignUpTriggerEvent>((event) => ({
    ...event,
    response: { ...event.response, ...response },
  }))
  const triggers = { preSignUp: trigger.handler }
  return { pool: createTestUserPool({ ...options, triggers }), events: trigger.events }
}

describe('the trigger is told', () => {
  it('who wants to sign up, before there is a user', async () => {
    const { pool, events } = poolThat({})
    await signUp(pool, 'ann', { email, name: 'Ann' })
    expect(events).toEqual([
      {
        ...eventOf(pool, 'PreSignUp_SignUp', 'ann'),
        request: { userAttributes: { email, name: 'Ann' }, validationData: null },
        response: { autoConfirmUser: false, autoVerifyEmail: false, autoVerifyPhone: false },
      },
    ])
  })

  it('what the call says beside that, which is no attribute', async () => {
    const { pool, events } = poolThat({ autoConfirmUser: true })
    await signUp(
      pool,
      'ann',
      { email },
      {
        ValidationData: listed({ invitation: '7' }),
        ClientMetadata: { locale: 'de' },
      },
    )
    expect(events[0]?.request).toEqual({
      userAttributes: { email },
      validationData: { invitation: '7' },
      clientMetadata: { locale: 'de' },
    })
    expect(Object.keys(await attributesOf(pool, await tokenOf(pool, 'ann')))).toEqual([
      'sub',
      'email',
    ])
  })

  it('the real user name, and the one that was typed as the attribute it is', async () => {
    const { pool, events } = poolThat({}, { signInWith: ['email'] })
    await signUp(pool, email)
    expect(events[0]).toMatchObject({
      userName: pool.users[0]?.username,
      request: { userAttributes: { email } },
    })
    expect(events[0]?.userName).toMatch(uuid)
  })
})

describe('the user', () => {
  it('is as always where nothing is responded', async () => {
    const { pool } = poolThat({})
    expect(await signUp(pool, 'ann', { email })).toMatchObject({
      UserConfirmed: false,
      CodeDeliveryDetails: { AttributeName: 'email' },
    })
    expect(pool.users[0]?.status).toBe('UNCONFIRMED')
    expect(pool.inbox.messages).toHaveLength(1)
  })

  it('may be confirmed: they are sent nothing, and sign in', async () => {
    const { pool } = poolThat({ autoConfirmUser: true })
    const answer = await signUp(pool, 'ann', { email })
    expect(answer.UserConfirmed).toBe(true)
    expect(answer).not.toHaveProperty('CodeDeliveryDetails')
    expect(pool.inbox.messages).toEqual([])
    const attributes = await attributesOf(pool, await tokenOf(pool, 'ann'))
    expect(attributes).not.toHaveProperty('email_verified')
    const signIn = initiate(pool, 'USER_AUTH', { USERNAME: 'ann' }, answer.Session)
    expect((await signIn).AuthenticationResult).toBeDefined()
  })

  it.each<[Response, Record<string, string>]>([
    [{ autoVerifyEmail: true }, { email_verified: 'true' }],
    [{ autoVerifyPhone: true }, { phone_number_verified: 'true' }],
    [
      { autoVerifyEmail: true, autoVerifyPhone: true },
      { email_verified: 'true', phone_number_verified: 'true' },
    ],
  ])('may have %j', async (response, flags) => {
    const { pool } = poolThat({ autoConfirmUser: true, ...response })
    const { UserSub } = await signUp(pool, 'ann', { email, phone_number: phone })
    expect(await attributesOf(pool, await tokenOf(pool, 'ann'))).toEqual({
      sub: UserSub,
      email,
      phone_number: phone,
      ...flags,
    })
  })

  it.each<[Response, string]>([
    [
      { autoVerifyEmail: true },
      'Phone or email cannot be auto verified, when user is not being auto confirmed.',
    ],
    [
      { autoVerifyPhone: true, autoConfirmUser: false },
      'Phone or email cannot be auto verified, when user is not being auto confirmed.',
    ],
    [
      { autoVerifyPhone: true, autoConfirmUser: true },
      'phone_number cannot be auto verified, when user has none.',
    ],
  ])('is refused with %j', async (response, message) => {
    const { pool } = poolThat(response)
    expect(await refusalOf(signUp(pool, 'ann', { email }))).toBe(
      `InvalidLambdaResponseException: ${message}`,
    )
    expect(pool.users).toEqual([])
  })

  it('is refused where the trigger throws, and the name stays free', async () => {
    const pool = createTestUserPool({ triggers: { preSignUp: refusing('Not from there') } })
    expect(await refusalOf(signUp(pool, 'ann', { email }))).toBe(
      'UserLambdaValidationException: PreSignUp failed with error Not from there.',
    )
    expect(pool.users).toEqual([])
    expect(pool.inbox.messages).toEqual([])
  })

  it('takes an address that is an alias away from who had it verified', async () => {
    const { pool } = poolThat(
      { autoConfirmUser: true, autoVerifyEmail: true },
      {
        aliases: ['email'],
        users: [{ username: 'ben', password, attributes: { email, email_verified: 'true' } }],
      },
    )
    const { UserSub } = await signUp(pool, 'ann', { email })
    const signedIn = await tokenOf(pool, email)
    expect(await attributesOf(pool, signedIn)).toMatchObject({ sub: UserSub })
    expect(await attributesOf(pool, await tokenOf(pool, 'ben'))).toMatchObject({
      email,
      email_verified: 'false',
    })
  })
})

describe('the trigger does not run', () => {
  const unused = (options: TestUserPoolOptions = {}) => {
    const { pool, events } = poolThat({}, options)
    return {
      pool,
      refusedWith: async (call: Promise<unknown>) => {
        const refusal = await refusalOf(call)
        expect(events).toEqual([])
        return refusal
      },
    }
  }

  it('for a password or attributes that do not fit', async () => {
    const { pool, refusedWith } = unused()
    expect(await refusedWith(signUp(pool, 'ann', {}, { Password: 'weak' }))).toMatch(
      /^InvalidPasswordException/,
    )
    expect(await refusedWith(signUp(pool, 'ann', { email: 'x' }))).toMatch(
      /^InvalidParameterException/,
    )
  })

  it('where nobody may sign up, or with a wrong secret hash', async () => {
    const closed = unused({ adminCreateUserOnly: true })
    expect(await closed.refusedWith(signUp(closed.pool, 'ann'))).toMatch(/^NotAuthorized/)
    const { pool, refusedWith } = unused({ clients: [{ secret: true }] })
    expect(await refusedWith(signUp(pool, 'ann', {}, { SecretHash: 'wrong' }))).toMatch(
      /^NotAuthorized/,
    )
  })
})

describe('a name', () => {
  it('that is taken is refused after the trigger ran, which may say something else', async () => {
    const { pool, events } = poolThat({}, { users: [{ username: 'ann' }] })
    expect(await refusalOf(signUp(pool, 'ann'))).toBe(
      'UsernameExistsException: User already exists',
    )
    expect(events).toHaveLength(1)
  })

  it('goes to one of two whose triggers run at once', async () => {
    const waiting: (() => void)[] = []
    const preSignUp = async (event: PreSignUpTriggerEvent) => {
      await new Promise<void>((resolve) => {
        waiting.push(resolve)
        if (waiting.length === 2) for (const goOn of waiting) goOn()
      })
      return event
    }
    const pool = createTestUserPool({ signInWith: ['email'], triggers: { preSignUp } })
    const asked = await Promise.allSettled([signUp(pool, email), signUp(pool, email)])
    expect(asked.map(({ status }) => status)).toEqual(['fulfilled', 'rejected'])
    expect(pool.users).toHaveLength(1)
    expect(pool.inbox.messages).toHaveLength(1)
  })

  it('may be taken by the trigger itself', async () => {
    const pool = createTestUserPool({
      triggers: {
        preSignUp: (event) => {
          pool.addUser({ username: 'ann', password })
          return event
        },
      },
    })
    expect(await refusalOf(signUp(pool, 'ann', {}, { Password: 'Battery-Staple2' }))).toBe(
      'UsernameExistsException: User already exists',
    )
    expect((await signInWithPassword(pool, 'ann', password)).AuthenticationResult).toBeDefined()
  })
})
