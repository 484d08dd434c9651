import { timingSafeEqual } from 'node:crypto'
import { attemptPassword } from './attempt-password.ts'
import type { AuthAnswer, SignIn } from './auth-answer.ts'
import type { Pool } from './pool.ts'
import { hashIdentity } from './srp-server.ts'
import type { User } from './user-store.ts'

/** One attempt at a password that came in clear. @throws {AwsError} */
export const attemptClearPassword = (
  pool: Pool,
  input: Omit<SignIn, 'user' | 'hasNewPassword'> & {
    /** Undefined for a user that does not exist, who is turned down like any other. */
    user: User | undefined
    /** Under which name wrong attempts are counted. */
    username: string
    untrustedPassword: string
    /** Before anything else is done. */
    onRight?: () => void
  },
): Promise<AuthAnswer> => {
  const { untrustedPassword, ...attempt } = input
  const { user, username } = attempt
  const { poolName } = pool.settings
  const untrustedHash = hashIdentity({ poolName, username, password: untrustedPassword })
  return attemptPassword(pool, {
    ...attempt,
    isRight: () =>
      user?.credential !== undefined &&
      timingSafeEqual(untrustedHash, user.credential.identityHash),
  })
}
