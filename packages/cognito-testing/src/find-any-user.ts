import { AwsError } from './aws-error.ts'
import type { Pool } from './pool.ts'
import type { User } from './user-store.ts'

/** For operators, from whom nobody is hidden. @throws {AwsError} UserNotFoundException */
export const findAnyUser = (pool: Pool, untrustedName: string): User => {
  const user = pool.users.resolve(untrustedName)
  if (user) return user
  throw new AwsError('UserNotFoundException', 'User does not exist.')
}
