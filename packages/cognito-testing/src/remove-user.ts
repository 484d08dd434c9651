import type { Pool } from './pool.ts'
import type { User } from './user-store.ts'

/** Nothing of the user is left: tokens speak for nobody, and the name can be had again. */
export const removeUser = (pool: Pool, { username }: User): void => {
  pool.users.remove(username)
  pool.passwordAttempts.succeed(username)
}
