import { AwsError } from './aws-error.ts'
import type { Pool } from './pool.ts'
import type { AppClient } from './pool-settings.ts'
import type { User } from './user-store.ts'

export interface Account {
  /** Undefined for somebody who does not exist, where the client hides that. */
  user: User | undefined
  /** Under what is counted and kept whatever is asked for in this name. */
  subject: string
}

/** @throws {AwsError} UserNotFoundException, where the client shows who exists */
export const findAccount = (pool: Pool, client: AppClient, untrustedName: string): Account => {
  const user = pool.users.resolve(untrustedName)
  if (!user && !client.preventUserExistenceErrors) {
    throw new AwsError('UserNotFoundException', 'Username/client id combination not found.')
  }
  return { user, subject: user?.sub ?? `unknown:${untrustedName}` }
}
