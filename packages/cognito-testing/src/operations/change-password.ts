import { timingSafeEqual } from 'node:crypto'
import { invalidParameter, wrongCredentials } from '../aws-error.ts'
import { checkPasswordPolicy } from '../check-password-policy.ts'
import { checkPasswordHistory, withPassword } from '../password-history.ts'
import type { Pool } from '../pool.ts'
import { readAccessToken } from '../read-access-token.ts'
import { hashIdentity } from '../srp-server.ts'
import type { User } from '../user-store.ts'
import { defineOperation, type Operation, password, token } from './operation.ts'

/** A user who has no password needs none, and has none that could be right. */
const checkPrevious = (pool: Pool, user: User, untrustedPassword: string | undefined): void => {
  const { credential, username } = user
  if (untrustedPassword === undefined) {
    if (credential) throw invalidParameter('Missing required parameter PreviousPassword')
    return
  }
  const { poolName } = pool.settings
  const hash = hashIdentity({ poolName, username, password: untrustedPassword })
  if (!credential || !timingSafeEqual(hash, credential.identityHash)) throw wrongCredentials()
}

export const changePassword: Operation = defineOperation(
  {
    PreviousPassword: password,
    ProposedPassword: { ...password, required: true },
    AccessToken: token,
  },
  (pool, input) => {
    const { user } = readAccessToken(pool, input.AccessToken)
    pool.attemptLimits.count('ChangePassword', user.sub)
    checkPrevious(pool, user, input.PreviousPassword)
    checkPasswordPolicy(pool, input.ProposedPassword)
    checkPasswordHistory(pool, user, input.ProposedPassword)
    pool.users.update(user.username, withPassword(pool, user, input.ProposedPassword))
    return {}
  },
)
