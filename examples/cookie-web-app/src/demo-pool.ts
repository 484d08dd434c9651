import { createTestUserPool, type TestUserPool } from '@x/cognito-testing'
import { demoAccounts } from './demo-accounts.ts'

/**
 * The hard case on purpose: people sign in with an e-mail address, their user names are UUIDs,
 * and the app client has a secret.
 */
export const createDemoPool = (): TestUserPool =>
  createTestUserPool({
    signInWith: ['email'],
    clients: [{ secret: true }],
    mfa: 'optional',
    requiredAttributes: ['email', 'name'],
    users: demoAccounts.map(({ user }) => user),
  })
