import {
  AdminListUserSessionsCommand,
  AdminRevokeUserSessionCommand,
  GetUserPoolSessionConfigurationCommand,
  SetUserPoolSessionConfigurationCommand,
  type UserSessionTrackingType,
} from '@aws-sdk/client-cognito-identity-provider'
import { describe, expect, it } from 'vitest'
import { createTestUserPool, type TestUserPool } from '../src/index.ts'
import { allSessions, ownSession, trackingPool, untracked } from './session-calls.ts'
import { refusalOf } from './sign-in.ts'
import { getUser, password, refresh, signIn } from './signed-in-pool.ts'

const listAs = (pool: TestUserPool, Username: string, input: object = {}) =>
  pool.options.client.send(
    new AdminListUserSessionsCommand({ UserPoolId: pool.userPoolId, Username, ...input }),
  )

const revokeAs = (
  pool: TestUserPool,
  Username: string,
  SessionId: string,
  UserPoolId = pool.userPoolId,
) =>
  pool.options.client.send(new AdminRevokeUserSessionCommand({ UserPoolId, Username, SessionId }))

const configure = (
  pool: TestUserPool,
  UserSessionTracking: UserSessionTrackingType,
  MaxPerUser: number,
) =>
  pool.options.client.send(
    new SetUserPoolSessionConfigurationCommand({
      UserPoolId: pool.userPoolId,
      UserSessionTracking,
      TokenSession: { MaxPerUser },
    }),
  )

const configuration = async (pool: TestUserPool, UserPoolId = pool.userPoolId) => {
  const command = new GetUserPoolSessionConfigurationCommand({ UserPoolId })
  const { UserSessionTracking, TokenSession } = await pool.options.client.send(command)
  return [UserSessionTracking, TokenSession?.MaxPerUser]
}

const otherPool = 'ResourceNotFoundException: User pool us-east-1_Other does not exist.'
const nobody = 'UserNotFoundException: User does not exist.'

describe('an operator', () => {
  it('lists the sessions of a user, in pages, none of which is the current one', async () => {
    const pool = trackingPool()
    const { AccessToken } = await signIn(pool)
    for (let count = 0; count < 5; count += 1) await signIn(pool)
    const first = await listAs(pool, 'ann')
    const second = await listAs(pool, 'ann', { NextToken: first.NextToken })
    const sessions = [...(first.Sessions ?? []), ...(second.Sessions ?? [])]
    expect(second.NextToken).toBeUndefined()
    expect(sessions).toEqual(
      (await allSessions(pool, AccessToken)).map((session) => ({
        ...session,
        IsCurrentSession: false,
      })),
    )
    expect((await listAs(pool, 'ben')).Sessions).toEqual([])
  })

  it('ends a session of that user and of no other', async () => {
    const pool = trackingPool()
    const { AccessToken, RefreshToken } = await signIn(pool)
    const id = await ownSession(pool, AccessToken)
    expect(await refusalOf(revokeAs(pool, 'ben', id))).toBe(
      'ResourceNotFoundException: Session does not exist.',
    )
    await revokeAs(pool, 'ann', id)
    expect(await refusalOf(refresh(pool, RefreshToken))).toBe(
      'NotAuthorizedException: Refresh Token has been revoked',
    )
    expect(await refusalOf(getUser(pool, AccessToken))).toBe(
      'NotAuthorizedException: Access Token has been revoked',
    )
    expect((await listAs(pool, 'ann')).Sessions).toEqual([])
  })

  it('is told of users, pools and settings that are not there', async () => {
    const pool = trackingPool()
    expect(await refusalOf(listAs(pool, 'nobody'))).toBe(nobody)
    expect(await refusalOf(revokeAs(pool, 'nobody', 'tkn'))).toBe(nobody)
    expect(await refusalOf(listAs(pool, 'ann', { UserPoolId: 'us-east-1_Other' }))).toBe(otherPool)
    expect(await refusalOf(revokeAs(pool, 'ann', 'tkn', 'us-east-1_Other'))).toBe(otherPool)
    expect(await refusalOf(configuration(pool, 'us-east-1_Other'))).toBe(otherPool)
    await configure(pool, 'DISABLED', 20)
    expect(await refusalOf(listAs(pool, 'ann'))).toBe(untracked)
    expect(await refusalOf(revokeAs(pool, 'ann', 'tkn'))).toBe(untracked)
  })
})

describe('the session configuration', () => {
  it.each([
    [{}, ['DISABLED', 20]],
    [{ sessionTracking: false }, ['DISABLED', 20]],
    [{ sessionTracking: true }, ['ENABLED', 20]],
    [{ sessionTracking: {} }, ['ENABLED', 20]],
    [{ sessionTracking: { maxPerUser: 3 } }, ['ENABLED', 3]],
  ] as const)('of a pool with %j is %j', async (options, expected) => {
    expect(await configuration(createTestUserPool(options))).toEqual(expected)
  })

  it('is replaced for those who sign in from then on', async () => {
    const pool = createTestUserPool({ users: [{ username: 'ann', password }] })
    const early = await signIn(pool)
    expect(await configure(pool, 'ENABLED', 2)).toMatchObject({
      UserPoolId: pool.userPoolId,
      UserSessionTracking: 'ENABLED',
      TokenSession: { MaxPerUser: 2 },
    })
    expect(await configuration(pool)).toEqual(['ENABLED', 2])
    await signIn(pool)
    await signIn(pool)
    await configure(pool, 'ENABLED', 1)
    expect(await allSessions(pool, early.AccessToken)).toMatchObject([
      { IsCurrentSession: false },
      { IsCurrentSession: false },
    ])
    await signIn(pool)
    expect(await allSessions(pool, early.AccessToken)).toHaveLength(1)
  })

  it('keeps what was tracked while it is off', async () => {
    const pool = trackingPool()
    const { AccessToken } = await signIn(pool)
    await configure(pool, 'DISABLED', 20)
    await signIn(pool)
    await configure(pool, 'ENABLED', 20)
    expect(await allSessions(pool, AccessToken)).toMatchObject([{ IsCurrentSession: true }])
  })

  it.each([
    [0, 'Member must have value greater than or equal to 1'],
    [101, 'Member must have value less than or equal to 100'],
  ])('has no limit of %j', async (limit, constraint) => {
    expect(await refusalOf(configure(createTestUserPool(), 'ENABLED', limit))).toBe(
      `InvalidParameterException: 1 validation error detected: Value '${limit}' at ` +
        `'tokenSession.maxPerUser' failed to satisfy constraint: ${constraint}`,
    )
  })
})
