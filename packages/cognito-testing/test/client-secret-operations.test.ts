import {
  AddUserPoolClientSecretCommand,
  DeleteUserPoolClientSecretCommand,
  ListUserPoolClientSecretsCommand,
} from '@aws-sdk/client-cognito-identity-provider'
import { expect, it } from 'vitest'
import type { TestUserPool } from '../src/index.ts'
import { refusalOf } from './sign-in.ts'
import { poolWith, refresh, signIn } from './signed-in-pool.ts'

const older = 'o'.repeat(30)
const given = 'g'.repeat(30)

const named = (pool: TestUserPool) => ({ UserPoolId: pool.userPoolId, ClientId: 'webclient' })

const add = async (pool: TestUserPool, input: object = {}) => {
  const command = new AddUserPoolClientSecretCommand({ ...named(pool), ...input })
  return (await pool.options.client.send(command)).ClientSecretDescriptor ?? {}
}

const list = async (pool: TestUserPool, input: object = {}) => {
  const command = new ListUserPoolClientSecretsCommand({ ...named(pool), ...input })
  return (await pool.options.client.send(command)).ClientSecrets ?? []
}

const remove = (pool: TestUserPool, ClientSecretId: string | undefined, input: object = {}) =>
  pool.options.client.send(
    new DeleteUserPoolClientSecretCommand({ ...named(pool), ClientSecretId, ...input }),
  )

it('an operator rotates a secret without a call that fails', async () => {
  const pool = poolWith({ secret: older })
  const { RefreshToken } = await signIn(pool)
  const added = await add(pool)
  expect(added).toEqual({
    ClientSecretId: expect.stringMatching(/^webclient--\d+$/),
    ClientSecretValue: pool.options.clientSecret,
    ClientSecretCreateDate: expect.any(Date),
  })
  const [newest, oldest, ...others] = await list(pool)
  expect(others).toEqual([])
  expect(newest).toEqual({
    ClientSecretId: added.ClientSecretId,
    ClientSecretCreateDate: added.ClientSecretCreateDate,
  })
  for (const ClientSecret of [added.ClientSecretValue, older]) {
    expect(await refresh(pool, RefreshToken, { ClientSecret })).toBeDefined()
  }
  await remove(pool, oldest?.ClientSecretId)
  expect(await refusalOf(refresh(pool, RefreshToken, { ClientSecret: older }))).toBe(
    'NotAuthorizedException: Unable to verify client secret for client webclient',
  )
  expect(await refusalOf(remove(pool, oldest?.ClientSecretId))).toBe(
    'ResourceNotFoundException: Client webclient has no such client secret.',
  )
  expect(await refusalOf(remove(pool, newest?.ClientSecretId))).toBe(
    'InvalidParameterException: The last secret of client webclient can not be deleted',
  )
})

it('a secret of one’s own is not told again', async () => {
  const pool = poolWith({ secret: older })
  expect(await add(pool, { ClientSecret: given })).not.toHaveProperty('ClientSecretValue')
  expect(pool.options.clientSecret).toBe(given)
  expect(await refusalOf(add(pool))).toBe(
    'LimitExceededException: Client webclient already has 2 active secrets',
  )
})

it('the same secret is not added twice, and none to a client without', async () => {
  const pool = poolWith({ secret: older })
  expect(await refusalOf(add(pool, { ClientSecret: older }))).toBe(
    'InvalidParameterException: Client webclient already has this secret',
  )
  expect(await refusalOf(add(pool, { ClientId: 'otherclient' }))).toBe(
    'InvalidParameterException: Client otherclient is not configured with secret',
  )
  expect(await list(pool, { ClientId: 'otherclient' })).toEqual([])
})

it.each([
  ['add', add],
  ['list', list],
  ['remove', (pool: TestUserPool, input: object) => remove(pool, 'id', input)],
])('%s knows no other pool and no other client', async (_, call) => {
  const pool = poolWith({ secret: older })
  expect(await refusalOf(call(pool, { UserPoolId: 'us-east-1_Other' }))).toBe(
    'ResourceNotFoundException: User pool us-east-1_Other does not exist.',
  )
  expect(await refusalOf(call(pool, { ClientId: 'nosuchclient' }))).toBe(
    'ResourceNotFoundException: User pool client nosuchclient does not exist.',
  )
})
