import { InitiateAuthCommand } from '@aws-sdk/client-cognito-identity-provider'
import type { PreAuthenticationTriggerEvent } from 'aws-lambda'
import { describe, expect, it } from 'vitest'
import {
  createTestUserPool,
  type TestClientOptions,
  type TestUserOptions,
  type TestUserPool,
  type TriggerHandler,
} from '../src/index.ts'
import { confirmSignUp, deleteUser, signUp } from './account-calls.ts'
import { eventOf, recorded } from './recorded-trigger.ts'
import { initiate, refusalOf, respond, signInWithPassword, signInWithSrp } from './sign-in.ts'
import { password, refresh } from './signed-in-pool.ts'

const email = 'ann@example.com'
const wrongCredentials = 'NotAuthorizedException: Incorrect username or password.'

const poolWith = ({
  handle,
  user,
  client,
}: {
  handle?: TriggerHandler<PreAuthenticationTriggerEvent>
  user?: Partial<TestUserOptions>
  client?: TestClientOptions
} = {}) => {
  const { handler, events } = recorded(handle)
  const pool = createTestUserPool({
    clients: [client ?? {}],
    users: [{ username: 'ann', password, attributes: { email }, ...user }],
    triggers: { preAuthentication: handler },
  })
  return { pool, events }
}

const toldOfAnn = (pool: TestUserPool) => ({
  sub: pool.users[0]?.sub,
  'cognito:user_status': pool.users[0]?.status,
  email,
  email_verified: 'false',
})

describe.each([
  ['USER_PASSWORD_AUTH', signInWithPassword],
  ['USER_SRP_AUTH', signInWithSrp],
] as const)('with %s', (_flow, signIn) => {
  it('the trigger is told who begins to sign in, once', async () => {
    const { pool, events } = poolWith()
    expect((await signIn(pool, 'ann', password)).AuthenticationResult).toBeDefined()
    expect(events).toEqual([
      {
        ...eventOf(pool, 'PreAuthentication_Authentication', 'ann'),
        request: { userAttributes: toldOfAnn(pool), validationData: null, userNotFound: false },
        response: {},
      },
    ])
  })

  it('it runs before the password is looked at, and lets nobody in who has a wrong one', async () => {
    const { pool, events } = poolWith()
    expect(await refusalOf(signIn(pool, 'ann', 'wrong'))).toBe(wrongCredentials)
    expect(events).toHaveLength(1)
  })

  it('if it throws, the password is not looked at, and no attempt is counted', async () => {
    let refuses = true
    const { pool } = poolWith({
      handle: (event) => {
        if (refuses) throw new Error('Not today')
        return event
      },
    })
    const refusal = 'UserLambdaValidationException: PreAuthentication failed with error Not today.'
    for (const given of [password, 'wrong', 'wrong', 'wrong', 'wrong', 'wrong', 'wrong']) {
      expect(await refusalOf(signIn(pool, 'ann', given))).toBe(refusal)
    }
    refuses = false
    expect((await signIn(pool, 'ann', password)).AuthenticationResult).toBeDefined()
  })

  it.each([
    [{ enabled: false }, 'NotAuthorizedException: User is disabled.'],
    [{ status: 'UNCONFIRMED' as const }, 'UserNotConfirmedException: User is not confirmed.'],
  ])('it runs for a user with %j, who may not sign in', async (user, refusal) => {
    const { pool, events } = poolWith({ user })
    expect(await refusalOf(signIn(pool, 'ann', password))).toBe(refusal)
    expect(events).toHaveLength(1)
  })

  it('it runs for somebody who does not exist, where the client hides that', async () => {
    const { pool, events } = poolWith()
    expect(await refusalOf(signIn(pool, 'nobody', password))).toBe(wrongCredentials)
    expect(events).toEqual([
      {
        ...eventOf(pool, 'PreAuthentication_Authentication', 'nobody'),
        request: { userAttributes: {}, validationData: null, userNotFound: true },
        response: {},
      },
    ])
  })

  it('it is told nothing of that where the client does not', async () => {
    const { pool, events } = poolWith({ client: { preventUserExistenceErrors: false } })
    expect(await refusalOf(signIn(pool, 'nobody', password))).toBe(
      'UserNotFoundException: User does not exist.',
    )
    expect(events).toEqual([])
    await signIn(pool, 'ann', password)
    expect(events[0]?.request).toEqual({ userAttributes: toldOfAnn(pool), validationData: null })
  })
})

describe('the metadata of the call', () => {
  it('is told as validation data', async () => {
    const { pool, events } = poolWith()
    await pool.options.client.send(
      new InitiateAuthCommand({
        ClientId: pool.options.clientId,
        AuthFlow: 'USER_PASSWORD_AUTH',
        AuthParameters: { USERNAME: 'ann', PASSWORD: password },
        ClientMetadata: { from: 'web' },
      }),
    )
    expect(events[0]?.request).toMatchObject({ validationData: { from: 'web' } })
    expect(events[0]?.request).not.toHaveProperty('clientMetadata')
  })
})

describe('the trigger', () => {
  it('runs for a sign-in right after a sign-up, and may refuse it', async () => {
    let refuses = true
    const { pool, events } = poolWith({
      handle: (event) => {
        if (refuses) throw new Error('Not today')
        return event
      },
    })
    await signUp(pool, 'ben', { email: 'ben@example.com' })
    const { Session } = await confirmSignUp(pool, 'ben', pool.inbox.lastCodeFor('ben'))
    const signIn = () => initiate(pool, 'USER_AUTH', { USERNAME: 'ben' }, Session)
    expect(await refusalOf(signIn())).toBe(
      'UserLambdaValidationException: PreAuthentication failed with error Not today.',
    )
    refuses = false
    expect((await signIn()).AuthenticationResult).toBeDefined()
    expect(events.map(({ userName }) => userName)).toEqual(['ben', 'ben'])
  })

  it('runs for no answer to a challenge, and for no refresh', async () => {
    const { pool, events } = poolWith({ user: { mfa: 'email' } })
    const asked = await signInWithPassword(pool, 'ann', password)
    const answer = { USERNAME: 'ann', EMAIL_OTP_CODE: pool.inbox.lastCodeFor('ann') }
    const { AuthenticationResult } = await respond(pool, asked, answer)
    const token = AuthenticationResult?.RefreshToken ?? ''
    await refresh(pool, token)
    await initiate(pool, 'REFRESH_TOKEN_AUTH', { REFRESH_TOKEN: token })
    expect(events).toHaveLength(1)
  })

  it('does not run for a call that has a wrong secret hash, or none of what it takes', async () => {
    const { pool, events } = poolWith({ client: { secret: true } })
    const PASSWORD = password
    await refusalOf(initiate(pool, 'USER_PASSWORD_AUTH', { USERNAME: 'ann', PASSWORD }))
    await refusalOf(initiate(pool, 'USER_PASSWORD_AUTH', { USERNAME: 'ann' }))
    await refusalOf(initiate(pool, 'USER_SRP_AUTH', { USERNAME: 'ann', SRP_A: 'x' }))
    expect(events).toEqual([])
  })
})

describe('meanwhile', () => {
  it('the user may have gone: nobody is let in', async () => {
    let token = ''
    const { pool } = poolWith({
      handle: async (event) => {
        if (token !== '') await deleteUser(pool, token)
        return event
      },
    })
    const { AuthenticationResult } = await signInWithPassword(pool, 'ann', password)
    token = AuthenticationResult?.AccessToken ?? ''
    expect(await refusalOf(signInWithPassword(pool, 'ann', password))).toBe(wrongCredentials)
    expect(pool.users).toEqual([])
  })

  it('others may have tried so many passwords that the user is locked', async () => {
    let locks = true
    const { pool } = poolWith({
      handle: async (event) => {
        if (!locks) return event
        locks = false
        for (let attempt = 1; attempt <= 9; attempt += 1) {
          await refusalOf(signInWithPassword(pool, 'ann', 'wrong'))
          pool.clock.advance(attempt < 5 || attempt === 9 ? 0 : 2 ** (attempt - 5))
        }
        return event
      },
    })
    expect(await refusalOf(signInWithPassword(pool, 'ann', password))).toBe(
      'NotAuthorizedException: Password attempts exceeded',
    )
  })

  it('somebody may have taken a name that nobody had', async () => {
    const { pool } = poolWith({
      handle: (event) => {
        if (event.request.userNotFound) pool.addUser({ username: event.userName, password })
        return event
      },
    })
    expect((await signInWithSrp(pool, 'ben', password)).AuthenticationResult).toBeDefined()
  })
})
