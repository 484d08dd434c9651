import {
  InitiateAuthCommand,
  RespondToAuthChallengeCommand,
} from '@aws-sdk/client-cognito-identity-provider'
import type { PostAuthenticationTriggerEvent } from 'aws-lambda'
import { describe, expect, it } from 'vitest'
import {
  createTestUserPool,
  type TestUserOptions,
  type TestUserPool,
  type TriggerHandler,
} from '../src/index.ts'
import { confirmSignUp, deleteUser, newPassword, signUp } from './account-calls.ts'
import { eventOf, recorded, refusing } from './recorded-trigger.ts'
import { initiate, refusalOf, respond, signInWithPassword, signInWithSrp } from './sign-in.ts'
import { password, refresh } from './signed-in-pool.ts'

const email = 'ann@example.com'

const poolWith = (
  user: Partial<TestUserOptions> = {},
  handle?: TriggerHandler<PostAuthenticationTriggerEvent>,
) => {
  const { handler, events } = recorded(handle)
  const pool = createTestUserPool({
    users: [{ username: 'ann', password, attributes: { email }, ...user }],
    triggers: { postAuthentication: handler },
  })
  return { pool, events }
}

const refusal = 'UserLambdaValidationException: PostAuthentication failed with error Too many.'

const eventOfAnn = (pool: TestUserPool, request: object = {}) => ({
  ...eventOf(pool, 'PostAuthentication_Authentication', 'ann'),
  request: {
    userAttributes: {
      sub: pool.users[0]?.sub,
      'cognito:user_status': 'CONFIRMED',
      email,
      email_verified: 'false',
    },
    newDeviceUsed: false,
    ...request,
  },
  response: {},
})

describe('the trigger is told who has signed in', () => {
  it.each([signInWithPassword, signInWithSrp])('by a password: %o', async (signIn) => {
    const { pool, events } = poolWith()
    expect((await signIn(pool, 'ann', password)).AuthenticationResult).toBeDefined()
    expect(events).toEqual([eventOfAnn(pool)])
  })

  it('after the last challenge, not after the password', async () => {
    const { pool, events } = poolWith({ mfa: 'email' })
    const asked = await signInWithPassword(pool, 'ann', password)
    expect(events).toEqual([])
    const answer = { USERNAME: 'ann', EMAIL_OTP_CODE: pool.inbox.lastCodeFor('ann') }
    await respond(pool, asked, answer)
    expect(events).toEqual([eventOfAnn(pool)])
  })

  it('with a new password in place of a temporary one', async () => {
    const { pool, events } = poolWith({ status: 'FORCE_CHANGE_PASSWORD' })
    const asked = await signInWithPassword(pool, 'ann', password)
    await respond(pool, asked, { USERNAME: 'ann', NEW_PASSWORD: newPassword })
    expect(events).toEqual([eventOfAnn(pool)])
  })

  it('right after a sign-up', async () => {
    const { pool, events } = poolWith()
    await signUp(pool, 'ben', { email: 'ben@example.com' })
    const { Session } = await confirmSignUp(pool, 'ben', pool.inbox.lastCodeFor('ben'))
    await initiate(pool, 'USER_AUTH', { USERNAME: 'ben' }, Session)
    expect(events.map(({ userName }) => userName)).toEqual(['ben'])
  })

  it('with the metadata of the answer, never of the first call', async () => {
    const { pool, events } = poolWith({ mfa: 'email' })
    pool.addUser({ username: 'ben', password })
    const { client, clientId: ClientId } = pool.options
    const begin = (USERNAME: string) =>
      client.send(
        new InitiateAuthCommand({
          ClientId,
          AuthFlow: 'USER_PASSWORD_AUTH',
          AuthParameters: { USERNAME, PASSWORD: password },
          ClientMetadata: { step: 'first' },
        }),
      )
    await begin('ben')
    const { Session, ChallengeName } = await begin('ann')
    await client.send(
      new RespondToAuthChallengeCommand({
        ClientId,
        ChallengeName,
        Session,
        ChallengeResponses: { USERNAME: 'ann', EMAIL_OTP_CODE: pool.inbox.lastCodeFor('ann') },
        ClientMetadata: { step: 'second' },
      }),
    )
    expect(events[0]?.request).not.toHaveProperty('clientMetadata')
    expect(events[1]).toEqual(eventOfAnn(pool, { clientMetadata: { step: 'second' } }))
  })
})

describe('the trigger does not run', () => {
  it('for a wrong password, a wrong code, or somebody who may not sign in', async () => {
    const { pool, events } = poolWith({ mfa: 'email' })
    pool.addUser({ username: 'ben', password, enabled: false })
    for (const signIn of [signInWithPassword, signInWithSrp]) {
      await refusalOf(signIn(pool, 'ann', 'wrong'))
      await refusalOf(signIn(pool, 'ben', password))
      await refusalOf(signIn(pool, 'nobody', password))
    }
    const asked = await signInWithPassword(pool, 'ann', password)
    await refusalOf(respond(pool, asked, { USERNAME: 'ann', EMAIL_OTP_CODE: 'x' }))
    expect(events).toEqual([])
  })

  it('at refresh', async () => {
    const { pool, events } = poolWith()
    const { AuthenticationResult } = await signInWithPassword(pool, 'ann', password)
    const token = AuthenticationResult?.RefreshToken ?? ''
    await refresh(pool, token)
    await initiate(pool, 'REFRESH_TOKEN_AUTH', { REFRESH_TOKEN: token })
    expect(events).toHaveLength(1)
  })
})

describe('a trigger that throws', () => {
  it('keeps the user from having tokens', async () => {
    const { pool } = poolWith({}, refusing('Too many'))
    expect(await refusalOf(signInWithPassword(pool, 'ann', password))).toBe(refusal)
    expect(await refusalOf(signInWithSrp(pool, 'ann', password))).toBe(refusal)
  })

  it('leaves a new password as it is, and the challenge answered', async () => {
    let refuses = true
    const { pool } = poolWith({ status: 'FORCE_CHANGE_PASSWORD' }, (event) => {
      if (refuses) throw new Error('Too many')
      return event
    })
    const asked = await signInWithPassword(pool, 'ann', password)
    const answer = { USERNAME: 'ann', NEW_PASSWORD: newPassword }
    expect(await refusalOf(respond(pool, asked, answer))).toBe(refusal)
    refuses = false
    expect(await refusalOf(respond(pool, asked, answer))).toBe(
      'NotAuthorizedException: Invalid session for the user, session can only be used once.',
    )
    expect((await signInWithPassword(pool, 'ann', newPassword)).AuthenticationResult).toBeDefined()
  })
})

describe('meanwhile', () => {
  it('a code and its Session are spent: of two who show them, one is let in', async () => {
    const { pool, events } = poolWith({ mfa: 'email' })
    const asked = await signInWithPassword(pool, 'ann', password)
    const answer = { USERNAME: 'ann', EMAIL_OTP_CODE: pool.inbox.lastCodeFor('ann') }
    const both = [respond(pool, asked, answer), respond(pool, asked, answer)]
    const results = await Promise.allSettled(both)
    expect(results.map(({ status }) => status)).toEqual(['fulfilled', 'rejected'])
    expect(events).toHaveLength(1)
  })

  it('another answer with the same code is refused, while the trigger still runs', async () => {
    const asks: { Session?: string | undefined }[] = []
    const refusals: string[] = []
    const { pool } = poolWith({ mfa: 'email' }, async (event) => {
      const answer = { USERNAME: 'ann', EMAIL_OTP_CODE: pool.inbox.lastCodeFor('ann') }
      for (const asked of asks) refusals.push(await refusalOf(respond(pool, asked, answer)))
      return event
    })
    asks.push(await signInWithPassword(pool, 'ann', password))
    asks.push(await signInWithPassword(pool, 'ann', password))
    const answer = { USERNAME: 'ann', EMAIL_OTP_CODE: pool.inbox.lastCodeFor('ann') }
    const { AuthenticationResult } = await respond(pool, asks[0] ?? {}, answer)
    expect(AuthenticationResult).toBeDefined()
    expect(refusals).toEqual([
      'NotAuthorizedException: Invalid session for the user, session can only be used once.',
      'CodeMismatchException: Invalid code or auth state for the user.',
    ])
  })

  it('the user may have gone: there are no tokens', async () => {
    let token = ''
    const { pool } = poolWith({}, async (event) => {
      if (token !== '') await deleteUser(pool, token)
      return event
    })
    const { AuthenticationResult } = await signInWithPassword(pool, 'ann', password)
    token = AuthenticationResult?.AccessToken ?? ''
    expect(await refusalOf(signInWithPassword(pool, 'ann', password))).toBe(
      'NotAuthorizedException: Incorrect username or password.',
    )
  })
})
