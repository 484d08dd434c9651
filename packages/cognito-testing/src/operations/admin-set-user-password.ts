import { checkPasswordPolicy } from '../check-password-policy.ts'
import { findUserInPool } from '../find-user-in-pool.ts'
import { checkPasswordHistory, withPassword } from '../password-history.ts'
import { defineOperation, type Operation, ofUser, password } from './operation.ts'

/** A temporary one, which is replaced at the next sign-in, unless it is said to be permanent. */
export const adminSetUserPassword: Operation = defineOperation(
  { ...ofUser, Password: { ...password, required: true }, Permanent: { type: 'boolean' } },
  (pool, { Password: untrustedPassword, Permanent, ...named }) => {
    const user = findUserInPool(pool, named)
    checkPasswordPolicy(pool, untrustedPassword)
    checkPasswordHistory(pool, user, untrustedPassword)
    pool.users.update(user.username, {
      ...withPassword(pool, user, untrustedPassword),
      status: Permanent ? 'CONFIRMED' : 'FORCE_CHANGE_PASSWORD',
    })
    pool.passwordAttempts.succeed(user.username)
    return {}
  },
)
