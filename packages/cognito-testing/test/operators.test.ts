import {
  AdminDisableUserCommand,
  AdminEnableUserCommand,
  AdminListUserSessionsCommand,
  AdminUserGlobalSignOutCommand,
} from '@aws-sdk/client-cognito-identity-provider'
import { expect, it } from 'vitest'
import { createTestUserPool, type TestUserPool } from '../src/index.ts'
import { trackingPool } from './session-calls.ts'
import { refusalOf, signInWithPassword } from './sign-in.ts'
import { getUser, password, refresh, signIn } from './signed-in-pool.ts'

const operator = (pool: TestUserPool, UserPoolId = pool.userPoolId) => {
  const { client } = pool.options
  const named = (Username: string) => ({ UserPoolId, Username })
  return {
    disable: (name: string) => client.send(new AdminDisableUserCommand(named(name))),
    enable: (name: string) => client.send(new AdminEnableUserCommand(named(name))),
    signOut: (name: string) => client.send(new AdminUserGlobalSignOutCommand(named(name))),
    sessions: async (name: string) =>
      (await client.send(new AdminListUserSessionsCommand(named(name)))).Sessions,
  }
}
const accessRevoked = 'NotAuthorizedException: Access Token has been revoked'
const refreshRevoked = 'NotAuthorizedException: Refresh Token has been revoked'

it('AdminUserGlobalSignOut ends every sign-in of the user, and nobody else’s', async () => {
  const pool = trackingPool()
  const [phone, laptop, ben] = [await signIn(pool), await signIn(pool), await signIn(pool, 'ben')]
  await operator(pool).signOut('ann')
  for (const { AccessToken, RefreshToken } of [phone, laptop]) {
    expect(await refusalOf(getUser(pool, AccessToken))).toBe(accessRevoked)
    expect(await refusalOf(refresh(pool, RefreshToken))).toBe(refreshRevoked)
  }
  expect(await operator(pool).sessions('ann')).toEqual([])
  expect(await getUser(pool, ben.AccessToken)).toMatchObject({ Username: 'ben' })
  expect(await getUser(pool, (await signIn(pool)).AccessToken)).toMatchObject({ Username: 'ann' })
})

it('AdminDisableUser ends every sign-in and lets nobody in until AdminEnableUser', async () => {
  const pool = trackingPool()
  const { AccessToken, RefreshToken } = await signIn(pool)
  await operator(pool).disable('ann')
  expect(await refusalOf(getUser(pool, AccessToken))).toBe(accessRevoked)
  expect(await refusalOf(signInWithPassword(pool, 'ann', password))).toBe(
    'NotAuthorizedException: User is disabled.',
  )
  await operator(pool).enable('ann')
  expect(await refusalOf(refresh(pool, RefreshToken))).toBe(refreshRevoked)
  expect(await operator(pool).sessions('ann')).toEqual([])
  expect(await getUser(pool, (await signIn(pool)).AccessToken)).toMatchObject({ Username: 'ann' })
})

it.each(['disable', 'enable', 'signOut'] as const)(
  '%s finds users by every way in, and says who is not there',
  async (operation) => {
    const pool = createTestUserPool({
      signInWith: ['email'],
      users: [{ username: 'a@example.com' }],
    })
    expect(await operator(pool)[operation]('a@example.com')).toBeDefined()
    expect(await refusalOf(operator(pool)[operation]('b@example.com'))).toBe(
      'UserNotFoundException: User does not exist.',
    )
    expect(await refusalOf(operator(pool, 'us-east-1_Other')[operation]('a@example.com'))).toBe(
      'ResourceNotFoundException: User pool us-east-1_Other does not exist.',
    )
  },
)
