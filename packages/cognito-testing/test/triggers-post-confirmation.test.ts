import type { PostConfirmationTriggerEvent, PreSignUpTriggerEvent } from 'aws-lambda'
import { describe, expect, it } from 'vitest'
import { createTestUserPool, type TestUserPoolOptions } from '../src/index.ts'
import {
  confirmSignUp,
  expiredCode,
  forgot,
  newPassword,
  otherCode,
  password,
  reset,
  signUp,
  tokenOf,
} from './account-calls.ts'
import { eventOf, recorded, refusing } from './recorded-trigger.ts'
import { refusalOf, respond, signInWithPassword } from './sign-in.ts'

const email = 'ann@example.com'
const users = [{ username: 'ann', password, attributes: { email, email_verified: 'true' } }]

const poolWith = (options: TestUserPoolOptions = {}) => {
  const { handler, events } = recorded<PostConfirmationTriggerEvent>()
  const triggers = { ...options.triggers, postConfirmation: handler }
  return { pool: createTestUserPool({ ...options, triggers }), events }
}

const failing = (options: TestUserPoolOptions = {}) =>
  createTestUserPool({ ...options, triggers: { postConfirmation: refusing('No mail today') } })
const failure = 'UserLambdaValidationException: PostConfirmation failed with error No mail today.'

describe('after a sign-up was confirmed', () => {
  it('the trigger is told of the user as they are now', async () => {
    const { pool, events } = poolWith()
    const { UserSub } = await signUp(pool, 'ann', { email, name: 'Ann' })
    const code = pool.inbox.lastCodeFor('ann')
    await refusalOf(confirmSignUp(pool, 'ann', otherCode(code)))
    expect(events).toEqual([])
    await confirmSignUp(pool, 'ann', code, { ClientMetadata: { locale: 'de' } })
    expect(events).toEqual([
      {
        ...eventOf(pool, 'PostConfirmation_ConfirmSignUp', 'ann'),
        request: {
          userAttributes: {
            sub: UserSub,
            'cognito:user_status': 'CONFIRMED',
            email,
            email_verified: 'true',
            name: 'Ann',
          },
          clientMetadata: { locale: 'de' },
        },
        response: {},
      },
    ])
  })

  it('a trigger that throws leaves the user confirmed, and the code spent', async () => {
    const pool = failing()
    await signUp(pool, 'ann', { email })
    const code = pool.inbox.lastCodeFor('ann')
    expect(await refusalOf(confirmSignUp(pool, 'ann', code))).toBe(failure)
    expect(pool.users[0]?.status).toBe('CONFIRMED')
    expect(await tokenOf(pool, 'ann')).not.toBe('')
    expect(await refusalOf(confirmSignUp(pool, 'ann', code))).toBe(
      'NotAuthorizedException: User cannot be confirmed. Current status is CONFIRMED',
    )
  })

  it('the trigger runs once for two who confirm at once', async () => {
    const { pool, events } = poolWith()
    await signUp(pool, 'ann', { email })
    const code = pool.inbox.lastCodeFor('ann')
    const asked = [confirmSignUp(pool, 'ann', code), confirmSignUp(pool, 'ann', code)]
    const results = await Promise.allSettled(asked)
    expect(results.map(({ status }) => status)).toEqual(['fulfilled', 'rejected'])
    expect(events).toHaveLength(1)
  })
})

describe('whoever is confirmed at sign-up', () => {
  const preSignUp = (event: PreSignUpTriggerEvent) => ({
    ...event,
    response: { ...event.response, autoConfirmUser: true },
  })

  it('is confirmed to the trigger, too', async () => {
    const { pool, events } = poolWith({ triggers: { preSignUp } })
    const { UserSub } = await signUp(pool, 'ann', { email }, { ClientMetadata: { locale: 'de' } })
    expect(events).toEqual([
      {
        ...eventOf(pool, 'PostConfirmation_ConfirmSignUp', 'ann'),
        request: {
          userAttributes: {
            sub: UserSub,
            'cognito:user_status': 'CONFIRMED',
            email,
            email_verified: 'false',
          },
          clientMetadata: { locale: 'de' },
        },
        response: {},
      },
    ])
  })

  it('is there and confirmed, though the trigger throws', async () => {
    const triggers = { preSignUp, postConfirmation: refusing('No mail today') }
    const pool = createTestUserPool({ triggers })
    expect(await refusalOf(signUp(pool, 'ann', { email }))).toBe(failure)
    expect(await tokenOf(pool, 'ann')).not.toBe('')
  })
})

describe('after a forgotten password was reset', () => {
  it('the trigger is told of the user', async () => {
    const { pool, events } = poolWith({ users })
    await forgot(pool, 'ann')
    expect(events).toEqual([])
    const code = pool.inbox.lastCodeFor('ann')
    await reset(pool, 'ann', code, newPassword, { ClientMetadata: { locale: 'de' } })
    expect(events).toEqual([
      {
        ...eventOf(pool, 'PostConfirmation_ConfirmForgotPassword', 'ann'),
        request: {
          userAttributes: {
            sub: pool.users[0]?.sub,
            'cognito:user_status': 'CONFIRMED',
            email,
            email_verified: 'true',
          },
          clientMetadata: { locale: 'de' },
        },
        response: {},
      },
    ])
  })

  it('a trigger that throws leaves the new password, and the code spent', async () => {
    const pool = failing({ users })
    await forgot(pool, 'ann')
    const code = pool.inbox.lastCodeFor('ann')
    expect(await refusalOf(reset(pool, 'ann', code))).toBe(failure)
    expect(await tokenOf(pool, 'ann', newPassword)).not.toBe('')
    expect(await refusalOf(reset(pool, 'ann', code, 'Third-Horse3'))).toBe(expiredCode)
  })

  it('a code works once for two who show it while the trigger runs', async () => {
    const { pool, events } = poolWith({ users })
    await forgot(pool, 'ann')
    const code = pool.inbox.lastCodeFor('ann')
    const asked = [reset(pool, 'ann', code), reset(pool, 'ann', code, 'Third-Horse3')]
    const results = await Promise.allSettled(asked)
    expect(results.map(({ status }) => status)).toEqual(['fulfilled', 'rejected'])
    expect(events).toHaveLength(1)
  })
})

it('no trigger runs for a new user, a sign-in, or a new password in place of a temporary one', async () => {
  const { pool, events } = poolWith({ users })
  await signUp(pool, 'ben')
  await tokenOf(pool, 'ann')
  pool.addUser({ username: 'cat', password, status: 'FORCE_CHANGE_PASSWORD' })
  const asked = await signInWithPassword(pool, 'cat', password)
  const answer = { USERNAME: 'cat', NEW_PASSWORD: newPassword }
  expect((await respond(pool, asked, answer)).AuthenticationResult).toBeDefined()
  expect(events).toEqual([])
})
