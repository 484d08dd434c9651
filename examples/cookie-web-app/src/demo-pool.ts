import { createTestUserPool, type TestUserPool, type TestUserPoolOptions } from '@x/cognito-testing'
import { demoAccounts } from './demo-accounts.ts'
import { demoRiddle } from './demo-riddle.ts'

/** For the service, which types them. */
export const demoCustomAttributes = { favourite_machine: 'string' } as const

/**
 * The hard case on purpose: people sign in with an e-mail address, their user names are UUIDs,
 * and the app client has a secret. Every way to sign in is open; passkeys are those of localhost.
 */
export const createDemoPool = (instead: TestUserPoolOptions = {}): TestUserPool =>
  createTestUserPool({
    signInWith: ['email'],
    clients: [{ secret: true, writeAttributes: ['email', 'name', 'custom:favourite_machine'] }],
    mfa: 'optional',
    firstFactors: ['password', 'email-code', 'sms-code', 'passkey'],
    deviceTracking: 'opt-in',
    sessionTracking: true,
    triggers: demoRiddle,
    passwordPolicy: { minimumLength: 10, historySize: 2 },
    requiredAttributes: ['email', 'name'],
    customAttributes: [{ name: 'favourite_machine' }],
    autoVerifiedAttributes: ['email'],
    accountRecovery: ['verified_email'],
    users: demoAccounts.map(({ user }) => user),
    ...instead,
  })
