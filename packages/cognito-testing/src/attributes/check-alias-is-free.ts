import { AwsError } from '../aws-error.ts'
import type { Pool } from '../pool.ts'
import type { User } from '../user-store.ts'

/** @throws {AwsError} AliasExistsException where the value is somebody else's way in */
export const checkAliasIsFree = (
  pool: Pool,
  { user, attribute, value }: { user: User; attribute: string; value: string },
): void => {
  const owner = pool.users.resolve(value)
  if (owner && owner.sub !== user.sub) {
    throw new AwsError(
      'AliasExistsException',
      `An account with the given ${attribute} already exists.`,
    )
  }
}
