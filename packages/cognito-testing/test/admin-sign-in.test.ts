import {
  AdminInitiateAuthCommand,
  type AdminInitiateAuthCommandOutput,
  AdminRespondToAuthChallengeCommand,
  type AuthFlowType,
} from '@aws-sdk/client-cognito-identity-provider'
import { describe, expect, it } from 'vitest'
import { createTestUserPool, type TestUserPool, type TestUserPoolOptions } from '../src/index.ts'
import { questioningPool } from './custom-auth-pool.ts'
import { operatorOf } from './operator-calls.ts'
import { claimsOf, initiate, refusalOf, secretHash, timestamp } from './sign-in.ts'
import { getUser, password, signIn } from './signed-in-pool.ts'
import { signSrp, startSrp } from './srp-client.ts'

const ContextData = {
  IpAddress: '203.0.113.7',
  ServerName: 'app.example.com',
  ServerPath: '/sign-in',
  HttpHeaders: [{ headerName: 'User-Agent', headerValue: 'Mozilla/5.0 (iPhone) Mobile Safari' }],
}

const poolOf = (options: TestUserPoolOptions = {}) =>
  createTestUserPool({ users: [{ username: 'ann', password }, { username: 'ben' }], ...options })

const begin = (
  pool: TestUserPool,
  AuthFlow: AuthFlowType,
  parameters: Record<string, string>,
  UserPoolId = pool.userPoolId,
) =>
  pool.options.client.send(
    new AdminInitiateAuthCommand({
      UserPoolId,
      ClientId: pool.options.clientId,
      AuthFlow,
      AuthParameters: { ...secretHash(pool, parameters['USERNAME'] ?? ''), ...parameters },
      ContextData,
    }),
  )

const answer = (
  pool: TestUserPool,
  { ChallengeName, Session }: AdminInitiateAuthCommandOutput,
  responses: Record<string, string>,
) =>
  pool.options.client.send(
    new AdminRespondToAuthChallengeCommand({
      UserPoolId: pool.userPoolId,
      ClientId: pool.options.clientId,
      ChallengeName,
      Session,
      ChallengeResponses: { ...secretHash(pool, responses['USERNAME'] ?? ''), ...responses },
      ContextData,
    }),
  )

const withPassword = (pool: TestUserPool, given = password) =>
  begin(pool, 'ADMIN_USER_PASSWORD_AUTH', { USERNAME: 'ann', PASSWORD: given })

describe('AdminInitiateAuth', () => {
  it.each(['ADMIN_USER_PASSWORD_AUTH', 'ADMIN_NO_SRP_AUTH'] as const)(
    'signs in with a password by %s',
    async (flow) => {
      const pool = poolOf({ clients: [{ secret: true }] })
      const { AuthenticationResult } = await begin(pool, flow, {
        USERNAME: 'ann',
        PASSWORD: password,
      })
      expect(claimsOf(AuthenticationResult?.IdToken)['cognito:username']).toBe('ann')
      expect(await getUser(pool, AuthenticationResult?.AccessToken ?? '')).toMatchObject({
        Username: 'ann',
      })
    },
  )

  it('signs in over SRP', async () => {
    const pool = poolOf()
    const { a, A } = startSrp()
    const asked = await begin(pool, 'USER_SRP_AUTH', { USERNAME: 'ann', SRP_A: A })
    const { ChallengeParameters: challenge = {} } = asked
    const [, poolName = ''] = pool.userPoolId.split('_')
    const { AuthenticationResult } = await answer(pool, asked, {
      USERNAME: 'ann',
      PASSWORD_CLAIM_SECRET_BLOCK: challenge['SECRET_BLOCK'] ?? '',
      PASSWORD_CLAIM_SIGNATURE: signSrp({ a, poolName, password, timestamp, challenge }),
      TIMESTAMP: timestamp,
    })
    expect(AuthenticationResult?.AccessToken).toBeDefined()
  })

  it('signs in by choice, and refreshes', async () => {
    const pool = poolOf()
    const { AuthenticationResult } = await begin(pool, 'USER_AUTH', {
      USERNAME: 'ann',
      PREFERRED_CHALLENGE: 'PASSWORD',
      PASSWORD: password,
    })
    const refreshed = await begin(pool, 'REFRESH_TOKEN_AUTH', {
      REFRESH_TOKEN: AuthenticationResult?.RefreshToken ?? '',
    })
    expect(claimsOf(refreshed.AuthenticationResult?.AccessToken)['username']).toBe('ann')
  })

  it('signs in by CUSTOM_AUTH', async () => {
    const { pool } = questioningPool()
    const asked = await begin(pool, 'CUSTOM_AUTH', { USERNAME: 'ann' })
    expect(asked.ChallengeName).toBe('CUSTOM_CHALLENGE')
  })

  it('asks for a second factor, whose Session it shares with RespondToAuthChallenge', async () => {
    const users = [
      {
        username: 'ann',
        password,
        mfa: 'email' as const,
        attributes: { email: 'ann@example.com', email_verified: 'true' },
      },
    ]
    const pool = poolOf({ users })
    const asked = await withPassword(pool)
    expect(asked.ChallengeName).toBe('EMAIL_OTP')
    const wrong = answer(pool, asked, { USERNAME: 'ann', EMAIL_OTP_CODE: '00000000' })
    expect(await refusalOf(wrong)).toMatch(/^CodeMismatchException/)
    const { AuthenticationResult } = await answer(pool, asked, {
      USERNAME: 'ann',
      EMAIL_OTP_CODE: pool.inbox.lastCodeFor('ann'),
    })
    expect(AuthenticationResult).toBeDefined()
  })

  it('has flows of its own, where the client has them', async () => {
    const pool = poolOf({ clients: [{ flows: ['ALLOW_USER_PASSWORD_AUTH'] }] })
    const given = { USERNAME: 'ann', PASSWORD: password }
    const notSupported = 'InvalidParameterException: Initiate Auth method not supported.'
    expect(await refusalOf(withPassword(pool))).toBe(
      'InvalidParameterException: Auth flow not enabled for this client',
    )
    expect(await refusalOf(begin(pool, 'USER_PASSWORD_AUTH', given))).toBe(notSupported)
    expect(await refusalOf(initiate(pool, 'ADMIN_USER_PASSWORD_AUTH', given))).toBe(notSupported)
  })

  it('turns down wrong passwords, nobody, and other pools', async () => {
    const pool = poolOf()
    const incorrect = 'NotAuthorizedException: Incorrect username or password.'
    expect(await refusalOf(withPassword(pool, 'Wrong-Horse1'))).toBe(incorrect)
    const nobody = { USERNAME: 'nobody', PASSWORD: password }
    expect(await refusalOf(begin(pool, 'ADMIN_USER_PASSWORD_AUTH', nobody))).toBe(incorrect)
    expect(
      await refusalOf(begin(pool, 'ADMIN_USER_PASSWORD_AUTH', nobody, 'us-east-1_Other')),
    ).toBe('ResourceNotFoundException: User pool us-east-1_Other does not exist.')
  })

  it('tells of the user in whose name the backend calls', async () => {
    const pool = poolOf({ sessionTracking: true })
    await withPassword(pool)
    expect(pool.lastContextData('AdminInitiateAuth')).toEqual({ IpAddress: '203.0.113.7' })
    const { Sessions } = await operatorOf(pool).sessions('ann')
    expect(Sessions).toMatchObject([{ LastIPAddress: '203.0.113.7' }])
    expect(Sessions?.[0]?.DeviceType).toBe('iOS')
  })
})

describe('AdminListUserAuthEvents', () => {
  it('tells of every attempt, the newest first', async () => {
    const pool = poolOf()
    await refusalOf(withPassword(pool, 'Wrong-Horse1'))
    await withPassword(pool)
    const { AuthEvents = [] } = await operatorOf(pool).events('ann')
    expect(AuthEvents).toMatchObject([
      {
        EventType: 'SignIn',
        EventResponse: 'Pass',
        ChallengeResponses: [{ ChallengeName: 'Password', ChallengeResponse: 'Success' }],
        EventContextData: { IpAddress: '203.0.113.7' },
      },
      {
        EventResponse: 'Fail',
        ChallengeResponses: [{ ChallengeName: 'Password', ChallengeResponse: 'Failure' }],
      },
    ])
    expect((await operatorOf(pool).events('ben')).AuthEvents).toEqual([])
  })

  it('counts the steps of an attempt as one', async () => {
    const attributes = { email: 'ann@example.com', email_verified: 'true' }
    const pool = poolOf({ users: [{ username: 'ann', password, mfa: 'email', attributes }] })
    const asked = await withPassword(pool)
    const during = await operatorOf(pool).events('ann')
    expect(during.AuthEvents).toMatchObject([{ EventResponse: 'InProgress' }])
    const EMAIL_OTP_CODE = pool.inbox.lastCodeFor('ann')
    await answer(pool, asked, { USERNAME: 'ann', EMAIL_OTP_CODE })
    const { AuthEvents = [] } = await operatorOf(pool).events('ann')
    expect(AuthEvents).toHaveLength(1)
    expect(AuthEvents).toMatchObject([
      {
        EventId: during.AuthEvents?.[0]?.EventId,
        EventResponse: 'Pass',
        ChallengeResponses: [
          { ChallengeName: 'Password', ChallengeResponse: 'Success' },
          { ChallengeName: 'Mfa', ChallengeResponse: 'Success' },
        ],
      },
    ])
  })

  it('goes page by page, and keeps what operators say of an event', async () => {
    const pool = poolOf()
    const operator = operatorOf(pool)
    for (const _attempt of [1, 2, 3]) await signIn(pool)
    const { AuthEvents = [], NextToken } = await operator.events('ann', { MaxResults: 2 })
    expect(AuthEvents).toHaveLength(2)
    const rest = await operator.events('ann', { NextToken })
    expect(rest.AuthEvents).toHaveLength(1)
    expect(rest.NextToken).toBeUndefined()
    const oldest = rest.AuthEvents?.[0]?.EventId ?? ''
    await operator.judge('ann', oldest, 'Invalid')
    expect((await operator.events('ann', { NextToken })).AuthEvents).toMatchObject([
      { EventId: oldest, EventFeedback: { FeedbackValue: 'Invalid', Provider: 'Admin' } },
    ])
    expect(await refusalOf(operator.judge('ben', oldest, 'Valid'))).toBe(
      'ResourceNotFoundException: Auth event does not exist.',
    )
  })
})
