import { checkUserPoolId } from './check-user-pool-id.ts'
import { findAnyUser } from './find-any-user.ts'
import type { Pool } from './pool.ts'
import type { User } from './user-store.ts'

/** Whom an operator speaks of. @throws {AwsError} for another pool, or nobody */
export const findUserInPool = (
  pool: Pool,
  untrusted: { UserPoolId: string; Username: string },
): User => {
  checkUserPoolId(pool, untrusted.UserPoolId)
  return findAnyUser(pool, untrusted.Username)
}
