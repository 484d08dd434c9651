import { AwsError } from './aws-error.ts'
import { type Credential, createCredential } from './credential.ts'
import type { Pool } from './pool.ts'
import { hashIdentity } from './srp-server.ts'
import type { User } from './user-store.ts'

/** The longest history a policy can ask for. */
const longestHistory = 24

/** The passwords the user had, the one they have among them; newest first. */
const passwordsOf = ({ credential, formerPasswords }: User): readonly Buffer[] =>
  credential ? [credential.identityHash, ...formerPasswords] : formerPasswords

/**
 * @throws {AwsError} PasswordHistoryPolicyViolationException for one of the last passwords, as many
 * as the policy remembers
 */
export const checkPasswordHistory = (pool: Pool, user: User, password: string): void => {
  const { poolName, passwordPolicy } = pool.settings
  const hash = hashIdentity({ poolName, username: user.username, password })
  const remembered = passwordsOf(user).slice(0, passwordPolicy.historySize)
  if (remembered.some((known) => known.equals(hash))) {
    throw new AwsError(
      'PasswordHistoryPolicyViolationException',
      'Password has previously been used.',
    )
  }
}

/** What changes with a new password. */
export const withPassword = (
  pool: Pool,
  user: User,
  password: string,
): { credential: Credential; formerPasswords: readonly Buffer[] } => ({
  credential: createCredential({
    poolName: pool.settings.poolName,
    username: user.username,
    password,
    now: pool.clock.now(),
  }),
  formerPasswords: passwordsOf(user).slice(0, longestHistory),
})
