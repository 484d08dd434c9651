import { AwsError } from './aws-error.ts'
import type { Pool } from './pool.ts'
import type { User } from './user-store.ts'

/**
 * For operators, from whom nobody is hidden, and to whom a `sub` is a name, too.
 * Source: Username in the reference of the Admin operations.
 * @throws {AwsError} UserNotFoundException
 */
export const findAnyUser = (pool: Pool, untrustedName: string): User => {
  const user =
    pool.users.resolve(untrustedName) ?? pool.users.all().find(({ sub }) => sub === untrustedName)
  if (user) return user
  throw new AwsError('UserNotFoundException', 'User does not exist.')
}
