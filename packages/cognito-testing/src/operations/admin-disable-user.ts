import { checkUserPoolId } from '../check-user-pool-id.ts'
import { findAnyUser } from '../find-any-user.ts'
import { defineOperation, type Operation, username, userPoolId } from './operation.ts'

/** Ends every sign-in of the user, too, and for good. */
export const adminDisableUser: Operation = defineOperation(
  { UserPoolId: userPoolId, Username: username },
  (pool, { UserPoolId, Username }) => {
    checkUserPoolId(pool, UserPoolId)
    const user = findAnyUser(pool, Username)
    pool.users.update(user.username, { enabled: false })
    pool.refreshTokens.revokeAllOf(user.sub)
    return {}
  },
)
