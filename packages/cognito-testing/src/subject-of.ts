import type { Pool } from './pool.ts'
import type { User } from './user-store.ts'

/**
 * What the Session of somebody is bound to: the `sub` of a user, and of somebody who does not exist
 * the name that was typed, whichever of their names comes with the answer.
 */
export const subjectOf = (pool: Pool, user: User | undefined, untrustedName: string): string =>
  user?.sub ?? `unknown:${pool.simulatedNames.get(untrustedName) ?? untrustedName}`
