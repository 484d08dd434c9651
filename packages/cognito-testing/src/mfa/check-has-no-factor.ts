import { notAuthorized } from '../aws-error.ts'
import type { Pool } from '../pool.ts'
import { usableFactors } from '../usable-factors.ts'
import type { User } from '../user-store.ts'

/**
 * Who has a second factor sets up none before it was asked for: the Session of MFA_SETUP is from
 * before they had it.
 * @throws {AwsError}
 */
export const checkHasNoFactor = (pool: Pool, user: User): void => {
  if (usableFactors(pool, user).length > 0) throw notAuthorized('Invalid session for the user.')
}
