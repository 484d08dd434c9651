import {
  InitiateAuthCommand,
  RespondToAuthChallengeCommand,
} from '@aws-sdk/client-cognito-identity-provider'
import type { PreTokenGenerationTriggerEvent, PreTokenGenerationV2TriggerEvent } from 'aws-lambda'
import { describe, expect, it } from 'vitest'
import type { TestUserPool } from '../src/index.ts'
import { newPassword } from './account-calls.ts'
import { eventOf, recorded } from './recorded-trigger.ts'
import { claimsOf, initiate, respond, signInWithPassword, signInWithSrp } from './sign-in.ts'
import { password, refresh } from './signed-in-pool.ts'
import { email, poolOfV1, poolThatMakesTokens, signedIn } from './token-trigger.ts'

const requestOf = (pool: TestUserPool) => ({
  userAttributes: {
    sub: pool.users[0]?.sub,
    'cognito:user_status': 'CONFIRMED',
    email,
    email_verified: 'false',
  },
  groupConfiguration: {
    groupsToOverride: ['staff', 'sales'],
    iamRolesToOverride: [],
    preferredRole: null,
  },
})

describe('the trigger is told', () => {
  it('in version V1_0 of the user and the groups', async () => {
    const { handler, events } = recorded<PreTokenGenerationTriggerEvent>()
    for (const given of [handler, { version: 'V1_0' as const, handler }]) {
      const pool = poolThatMakesTokens(given)
      await signedIn(pool)
      expect(events.pop()).toEqual({
        ...eventOf(pool, 'TokenGeneration_Authentication', 'ann'),
        request: requestOf(pool),
        response: { claimsOverrideDetails: null },
      })
    }
  })

  it('in version V2_0 of the scopes, too', async () => {
    const { handler, events } = recorded<PreTokenGenerationV2TriggerEvent>()
    const pool = poolThatMakesTokens({ version: 'V2_0', handler })
    await signedIn(pool)
    expect(events).toEqual([
      {
        ...eventOf(pool, 'TokenGeneration_Authentication', 'ann'),
        version: '2',
        request: { ...requestOf(pool), scopes: ['aws.cognito.signin.user.admin'] },
        response: { claimsAndScopeOverrideDetails: null },
      },
    ])
  })

  it('what tokens are made for', async () => {
    const { handler, events } = recorded<PreTokenGenerationTriggerEvent>()
    const pool = poolThatMakesTokens(handler, { status: 'FORCE_CHANGE_PASSWORD' })
    const asked = await signInWithPassword(pool, 'ann', password)
    await respond(pool, asked, { USERNAME: 'ann', NEW_PASSWORD: newPassword })
    const { AuthenticationResult } = await signInWithSrp(pool, 'ann', newPassword)
    const token = AuthenticationResult?.RefreshToken ?? ''
    await refresh(pool, token)
    await initiate(pool, 'REFRESH_TOKEN_AUTH', { REFRESH_TOKEN: token })
    expect(events.map(({ triggerSource }) => triggerSource)).toEqual([
      'TokenGeneration_NewPasswordChallenge',
      'TokenGeneration_Authentication',
      'TokenGeneration_RefreshTokens',
      'TokenGeneration_RefreshTokens',
    ])
  })

  it('that a second factor came last, where one follows a new password', async () => {
    const { handler, events } = recorded<PreTokenGenerationTriggerEvent>()
    const pool = poolThatMakesTokens(handler, { status: 'FORCE_CHANGE_PASSWORD', mfa: 'email' })
    const first = await signInWithPassword(pool, 'ann', password)
    const second = await respond(pool, first, { USERNAME: 'ann', NEW_PASSWORD: newPassword })
    const EMAIL_OTP_CODE = pool.inbox.lastCodeFor('ann')
    await respond(pool, second, { USERNAME: 'ann', EMAIL_OTP_CODE })
    expect(events.map(({ triggerSource }) => triggerSource)).toEqual([
      'TokenGeneration_Authentication',
    ])
  })

  it('the metadata of an answer and of a refresh, never of InitiateAuth', async () => {
    const { handler, events } = recorded<PreTokenGenerationTriggerEvent>()
    const pool = poolThatMakesTokens(handler, { mfa: 'email' })
    const { client, clientId: ClientId } = pool.options
    const ClientMetadata = { step: 'first' }
    const AuthParameters = { USERNAME: 'ann', PASSWORD: password }
    const asked = await client.send(
      new InitiateAuthCommand({
        ClientId,
        AuthFlow: 'USER_PASSWORD_AUTH',
        AuthParameters,
        ClientMetadata,
      }),
    )
    const { AuthenticationResult } = await client.send(
      new RespondToAuthChallengeCommand({
        ClientId,
        ChallengeName: asked.ChallengeName,
        Session: asked.Session,
        ChallengeResponses: { USERNAME: 'ann', EMAIL_OTP_CODE: pool.inbox.lastCodeFor('ann') },
        ClientMetadata: { step: 'second' },
      }),
    )
    const REFRESH_TOKEN = AuthenticationResult?.RefreshToken ?? ''
    await refresh(pool, REFRESH_TOKEN, { ClientMetadata: { step: 'third' } })
    await client.send(
      new InitiateAuthCommand({
        ClientId,
        AuthFlow: 'REFRESH_TOKEN_AUTH',
        AuthParameters: { REFRESH_TOKEN },
        ClientMetadata: { step: 'fourth' },
      }),
    )
    expect(events.map(({ request }) => request.clientMetadata)).toEqual([
      { step: 'second' },
      { step: 'third' },
      undefined,
    ])
  })
})

describe('in version V1_0', () => {
  it.each([null, undefined, {}, { claimsToAddOrOverride: null, claimsToSuppress: null }])(
    '%j leaves the tokens as they are',
    async (details) => {
      const { id, access } = await signedIn(poolOfV1(details))
      expect(id).toMatchObject({ email, 'cognito:groups': ['staff', 'sales'] })
      expect(access).toMatchObject({
        'cognito:groups': ['staff', 'sales'],
        scope: 'aws.cognito.signin.user.admin',
      })
    },
  )

  it('claims of the ID token change, at refresh too, and none of the access token', async () => {
    const pool = poolOfV1({
      claimsToAddOrOverride: { tenant: '7', email: 'other@example.com', sub: 'x' },
      claimsToSuppress: ['email_verified', 'name'],
    })
    const { id, access, refreshToken } = await signedIn(pool)
    const { AuthenticationResult } = await refresh(pool, refreshToken)
    for (const claims of [id, claimsOf(AuthenticationResult?.IdToken)]) {
      expect(claims).toMatchObject({
        tenant: '7',
        email: 'other@example.com',
        sub: pool.users[0]?.sub,
      })
    }
    expect(access).not.toHaveProperty('tenant')
    expect(access).not.toHaveProperty('email')
  })

  it.each<[object | null, object]>([
    [{ groupsToOverride: ['admins'] }, { 'cognito:groups': ['admins'] }],
    [
      { groupsToOverride: ['a', 'b'], iamRolesToOverride: ['r'], preferredRole: 'r' },
      { 'cognito:groups': ['a', 'b'], 'cognito:roles': ['r'], 'cognito:preferred_role': 'r' },
    ],
    [{ groupsToOverride: [] }, {}],
    [{}, {}],
    [null, {}],
  ])('the groups are those of %j', async (groupOverrideDetails, expected) => {
    const { id, access } = await signedIn(poolOfV1({ groupOverrideDetails }))
    const about = (claims: Record<string, unknown>) =>
      Object.fromEntries(
        Object.entries(claims).filter(
          ([name]) => name.startsWith('cognito:') && name !== 'cognito:username',
        ),
      )
    expect(about(id)).toEqual(expected)
    const { 'cognito:groups': groups } = expected as Record<string, unknown>
    expect(about(access)).toEqual(groups === undefined ? {} : { 'cognito:groups': groups })
  })

  it('the groups stay where the request is copied into the response', async () => {
    const pool = poolThatMakesTokens((event) => {
      const { groupConfiguration: groupOverrideDetails } = event.request
      return { ...event, response: { claimsOverrideDetails: { groupOverrideDetails } } }
    })
    const { id, access } = await signedIn(pool)
    for (const claims of [id, access]) expect(claims['cognito:groups']).toEqual(['staff', 'sales'])
  })
})
