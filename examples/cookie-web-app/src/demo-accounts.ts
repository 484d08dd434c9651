import type { TestUserOptions } from '@x/cognito-testing'

/** Who can sign in to the demo. */
export interface DemoAccount {
  name: string
  /** What is asked for after the password, or instead of it. */
  next: string
  user: TestUserOptions
  /** Base32, for an authenticator app. */
  totpSecret?: string
}

const totpSecret = 'KNSWC3DFMRBW633LNFSVOZLCIFYHAMJS'
const alansTotpSecret = 'JBSWY3DPEBLW64TMMQQFI5LSNFXGOIJB'

export const demoAccounts: readonly DemoAccount[] = [
  {
    name: 'Ada',
    next: 'no second step',
    user: {
      username: 'ada@example.com',
      password: 'Analytical-Engine-1',
      attributes: {
        name: 'Ada Lovelace',
        email_verified: 'true',
        'custom:favourite_machine': 'Analytical Engine',
      },
    },
  },
  {
    name: 'Grace',
    next: 'code from an app',
    totpSecret,
    user: {
      username: 'grace@example.com',
      password: 'Compiler-A-0',
      attributes: { name: 'Grace Hopper', email_verified: 'true' },
      groups: ['staff'],
      mfa: { totp: totpSecret },
    },
  },
  {
    name: 'Edsger',
    next: 'code by e-mail',
    user: {
      username: 'edsger@example.com',
      password: 'Shortest-Path-59',
      attributes: { name: 'Edsger Dijkstra', email_verified: 'true' },
      mfa: 'email',
    },
  },
  {
    name: 'Radia',
    next: 'code by text message',
    user: {
      username: 'radia@example.com',
      password: 'Spanning-Tree-85',
      attributes: {
        name: 'Radia Perlman',
        email_verified: 'true',
        phone_number: '+12025550142',
        phone_number_verified: 'true',
      },
      mfa: 'sms',
    },
  },
  {
    name: 'Alan',
    next: 'several second steps',
    totpSecret: alansTotpSecret,
    user: {
      username: 'alan@example.com',
      password: 'Bombe-At-Hut-8',
      attributes: { name: 'Alan Turing', email_verified: 'true' },
      mfa: [{ totp: alansTotpSecret }, 'email'],
    },
  },
  {
    name: 'Hedy',
    next: 'no password at all',
    user: {
      username: 'hedy@example.com',
      attributes: {
        name: 'Hedy Lamarr',
        email_verified: 'true',
        phone_number: '+12025550188',
        phone_number_verified: 'true',
      },
    },
  },
  {
    name: 'Barbara',
    next: 'new password',
    user: {
      username: 'barbara@example.com',
      password: 'Temporary-1',
      attributes: { email_verified: 'true' },
      status: 'FORCE_CHANGE_PASSWORD',
    },
  },
  {
    name: 'Frances',
    next: 'an operator',
    user: {
      username: 'frances@example.com',
      password: 'Parallel-Fortran-1',
      attributes: { name: 'Frances Allen', email_verified: 'true' },
      groups: ['admin'],
    },
  },
  {
    name: 'Katherine',
    next: 'confirm the account',
    user: {
      username: 'katherine@example.com',
      password: 'Trajectory-1962',
      attributes: { name: 'Katherine Johnson' },
      status: 'UNCONFIRMED',
    },
  },
]
