import type { AuthAnswer, SignIn } from './auth-answer.ts'
import { wrongCredentials } from './aws-error.ts'
import { checkMaySignIn } from './check-may-sign-in.ts'
import { afterPassword } from './next-step.ts'
import type { Pool } from './pool.ts'
import type { AppClient } from './pool-settings.ts'
import type { User } from './user-store.ts'

/**
 * One attempt at a password, in clear or by SRP: lockout, proof, then the next step. A user who may
 * not sign in is told so only after the right password, unless the client shows user existence
 * errors anyway.
 * @throws {AwsError}
 */
export const attemptPassword = async (
  pool: Pool,
  input: {
    client: AppClient
    /** Undefined for a user that does not exist, who is turned down like any other. */
    user: User | undefined
    /** Under which name wrong attempts are counted. */
    username: string
    isRight: () => boolean
    clientMetadata?: SignIn['clientMetadata']
  },
): Promise<AuthAnswer> => {
  const { client, user, username, isRight, clientMetadata } = input
  pool.passwordAttempts.check(username)
  if (user && !client.preventUserExistenceErrors) checkMaySignIn(user)
  if (!isRight() || !user) {
    pool.passwordAttempts.fail(username)
    throw wrongCredentials()
  }
  pool.passwordAttempts.succeed(username)
  return afterPassword(pool, { client, user, clientMetadata })
}
