import { randomUUID } from 'node:crypto'
import type { Attributes } from './attributes/attribute-problem.ts'
import { withPassword } from './password-history.ts'
import type { Pool } from './pool.ts'
import type { User } from './user-store.ts'

/** Somebody who is to be a user; nobody knows of them yet. No password is an empty one. */
export const createApplicant = (
  pool: Pool,
  input: { untrustedName: string; untrustedPassword: string; attributes: Attributes },
): User => {
  const { untrustedName, untrustedPassword, attributes } = input
  const sub = randomUUID()
  const passwordless: User = {
    username: pool.settings.usernameAttributes.length === 0 ? untrustedName : sub,
    sub,
    attributes,
    groups: [],
    status: 'UNCONFIRMED',
    enabled: true,
    formerPasswords: [],
    pendingAttributes: {},
    factors: [],
    passkeys: [],
    passkeyIsMfa: false,
    devices: [],
  }
  return untrustedPassword
    ? { ...passwordless, ...withPassword(pool, passwordless, untrustedPassword) }
    : passwordless
}
