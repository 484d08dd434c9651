import { createHmac } from 'node:crypto'
import { looksLikeEmail, looksLikePhoneNumber } from './attributes/formats.ts'
import { simulateContact } from './codes/simulate-contact.ts'
import type { ContactAttribute } from './options.ts'
import type { Pool } from './pool.ts'
import { simulateUser } from './simulated-user.ts'
import { subjectOf } from './subject-of.ts'
import type { User } from './user-store.ts'

/** What somebody would have who was typed in this form. */
const contactsOf = (name: string): readonly ContactAttribute[] => {
  if (looksLikeEmail(name)) return ['email']
  return looksLikePhoneNumber(name) ? ['phone_number'] : ['email', 'phone_number']
}

/**
 * Somebody who does not exist, by the name that was typed or by the one that they are told is
 * theirs: asked what others are asked, the same each time, and never let in, because no password
 * and no code is theirs. They are not in the pool.
 */
export const simulateAccount = (pool: Pool, untrustedName: string): User => {
  const { simulationKey, simulatedNames } = pool
  const name = simulatedNames.get(untrustedName) ?? untrustedName
  const simulated = simulateUser(simulationKey, name)
  const { username, salt } = simulated
  const identityHash = createHmac('sha256', simulationKey).update(`password:${name}`).digest()
  simulatedNames.set(username, name)
  const contacts = contactsOf(name).map((attribute) => [
    attribute,
    simulateContact(simulationKey, attribute, name),
  ])
  return {
    username,
    sub: subjectOf(pool, undefined, name),
    attributes: Object.fromEntries(contacts),
    groups: [],
    status: 'CONFIRMED',
    enabled: true,
    credential: { salt, identityHash, verifier: () => simulated.verifier, setAt: 0 },
    formerPasswords: [],
    pendingAttributes: {},
    factors: [],
    passkeys: [],
    passkeyIsMfa: false,
    devices: [],
  }
}

export const isSimulated = ({ sub }: User): boolean => sub.startsWith('unknown:')
