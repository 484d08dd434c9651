import type { TestUserOptions } from '@x/cognito-testing'

/** What somebody shows that only they can know or hold. */
export type Proof =
  | 'password'
  | 'new-password'
  | 'totp'
  | 'sms'
  | 'email'
  | 'passkey'
  | 'first-riddle'
  | 'second-riddle'

export type WayIn = 'srp' | 'password' | 'choice' | 'custom'

export interface Person extends TestUserOptions {
  username: string
  phoneNumber: string
  email: string
  /** By way in: the sets of proofs of which one has to be given, whole. */
  needs: Readonly<Record<WayIn, readonly (readonly Proof[])[]>>
}

export const passwords = { first: 'Correct-horse-1', second: 'Battery-staple-2' } as const

const riddles: readonly Proof[] = ['first-riddle', 'second-riddle']

const person = (
  username: string,
  byPassword: readonly (readonly Proof[])[],
  {
    alone = [],
    ...options
  }: Partial<TestUserOptions> & { alone?: readonly (readonly Proof[])[] } = {},
): Person => {
  const withPassword = byPassword.map((proofs): readonly Proof[] => ['password', ...proofs])
  const email = `${username}@example.com`
  const phoneNumber = `+1555555${1000 + [...username].reduce((sum, letter) => sum + letter.charCodeAt(0), 0)}`
  return {
    username,
    email,
    phoneNumber,
    password: passwords.first,
    attributes: {
      email,
      email_verified: 'true',
      phone_number: phoneNumber,
      phone_number_verified: 'true',
    },
    needs: {
      srp: withPassword,
      password: withPassword,
      choice: [...withPassword, ...alone],
      custom: [riddles],
    },
    ...options,
  }
}

export const people: readonly Person[] = [
  person('plain', [[]], { alone: [['email'], ['sms']] }),
  person('keyed', [[]], { alone: [['email'], ['sms'], ['passkey']] }),
  // A code or a passkey alone would pass by the second factor.
  person('totp', [['totp']], { mfa: 'totp' }),
  person('sms', [['sms']], { mfa: 'sms' }),
  person('several', [['totp'], ['email']], { mfa: ['totp', 'email'] }),
  // Codes are for whoever has chosen a password once.
  person('fresh', [['new-password']], {
    status: 'FORCE_CHANGE_PASSWORD',
    alone: [
      ['new-password', 'email'],
      ['new-password', 'sms'],
    ],
  }),
]

/** By any number. */
export const personAt = (index: number): Person => people[index % people.length] as Person
