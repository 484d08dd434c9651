import { type CognitoAdmin, createCognitoAdmin } from '@x/cognito-core/admin'
import type { TestUserPool } from '@x/cognito-testing'

export const username = 'ada'
export const password = 'Correct-horse-1'
export const ada = {
  username,
  password,
  attributes: { email: 'ada@example.com', email_verified: 'true' },
} as const

/** Whoever runs the pool, with its first app client to sign in by. */
export const operatorOf = (pool: TestUserPool): CognitoAdmin =>
  createCognitoAdmin({
    userPoolId: pool.userPoolId,
    clientId: pool.options.clientId,
    client: pool.options.client,
  })
