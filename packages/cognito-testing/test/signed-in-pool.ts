import {
  GetTokensFromRefreshTokenCommand,
  GetUserCommand,
  RevokeTokenCommand,
} from '@aws-sdk/client-cognito-identity-provider'
import { createTestUserPool, type TestClientOptions, type TestUserPool } from '../src/index.ts'
import { signInWithPassword } from './sign-in.ts'

export const password = 'Correct-Horse1'
export const uuid = /^[0-9a-f]{8}(-[0-9a-f]{4}){3}-[0-9a-f]{12}$/

export const poolWith = (client: TestClientOptions = {}) =>
  createTestUserPool({
    clients: [{ id: 'webclient', ...client }, { id: 'otherclient' }],
    customAttributes: [{ name: 'tenant' }],
    users: [
      {
        username: 'ann',
        password,
        groups: ['staff', 'admins'],
        attributes: { email: 'ann@example.com', email_verified: 'true', 'custom:tenant': '7' },
      },
      { username: 'ben', password },
    ],
  })

export const signIn = async (pool: TestUserPool, name = 'ann') => {
  const { AuthenticationResult } = await signInWithPassword(pool, name, password)
  const { AccessToken = '', IdToken = '', RefreshToken = '' } = AuthenticationResult ?? {}
  return { AccessToken, IdToken, RefreshToken }
}

export const refresh = (pool: TestUserPool, RefreshToken: string, input: object = {}) =>
  pool.options.client.send(
    new GetTokensFromRefreshTokenCommand({
      ClientId: pool.options.clientId,
      ...(pool.options.clientSecret !== undefined && { ClientSecret: pool.options.clientSecret }),
      RefreshToken,
      ...input,
    }),
  )

export const getUser = (pool: TestUserPool, AccessToken: string) =>
  pool.options.client.send(new GetUserCommand({ AccessToken }))

export const revoke = (pool: TestUserPool, Token: string, input: object = {}) =>
  pool.options.client.send(
    new RevokeTokenCommand({
      ClientId: pool.options.clientId,
      ...(pool.options.clientSecret !== undefined && { ClientSecret: pool.options.clientSecret }),
      Token,
      ...input,
    }),
  )
