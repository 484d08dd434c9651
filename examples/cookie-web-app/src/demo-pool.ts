import { createTestUserPool, type TestUserPool, type TestUserPoolOptions } from '@x/cognito-testing'
import { demoAccounts } from './demo-accounts.ts'

/** For the service, which types them. */
export const demoCustomAttributes = { favourite_machine: 'string' } as const

/**
 * The hard case on purpose: people sign in with an e-mail address, their user names are UUIDs,
 * and the app client has a secret.
 */
export const createDemoPool = (instead: TestUserPoolOptions = {}): TestUserPool =>
  createTestUserPool({
    signInWith: ['email'],
    clients: [{ secret: true, writeAttributes: ['email', 'name', 'custom:favourite_machine'] }],
    mfa: 'optional',
    passwordPolicy: { minimumLength: 10, historySize: 2 },
    requiredAttributes: ['email', 'name'],
    customAttributes: [{ name: 'favourite_machine' }],
    autoVerifiedAttributes: ['email'],
    users: demoAccounts.map(({ user }) => user),
    ...instead,
  })
