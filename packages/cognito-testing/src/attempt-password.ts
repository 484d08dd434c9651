import type { AuthAnswer, SignIn } from './auth-answer.ts'
import { wrongCredentials } from './aws-error.ts'
import { checkMaySignIn } from './check-may-sign-in.ts'
import { afterPassword } from './next-step.ts'
import type { Pool } from './pool.ts'
import type { User } from './user-store.ts'

/**
 * One attempt at a password, in clear or by SRP: lockout, proof, then the next step. A user who may
 * not sign in is told so only after the right password, unless the client shows user existence
 * errors anyway.
 * @throws {AwsError}
 */
export const attemptPassword = async (
  pool: Pool,
  input: Omit<SignIn, 'user' | 'hasNewPassword'> & {
    /** Undefined for a user that does not exist, who is turned down like any other. */
    user: User | undefined
    /** Under which name wrong attempts are counted. */
    username: string
    isRight: () => boolean
    /** Before anything else is done. */
    onRight?: () => void
  },
): Promise<AuthAnswer> => {
  const { user, username, isRight, onRight, ...signIn } = input
  pool.passwordAttempts.check(username)
  if (user && !signIn.client.preventUserExistenceErrors) checkMaySignIn(user)
  if (!isRight() || !user) {
    pool.passwordAttempts.fail(username)
    throw wrongCredentials()
  }
  pool.passwordAttempts.succeed(username)
  onRight?.()
  return afterPassword(pool, { ...signIn, user })
}
