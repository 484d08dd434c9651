import { checkUserPoolId } from '../check-user-pool-id.ts'
import { findAnyUser } from '../find-any-user.ts'
import { defineOperation, type Operation, username, userPoolId } from './operation.ts'

export const adminUserGlobalSignOut: Operation = defineOperation(
  { UserPoolId: userPoolId, Username: username },
  (pool, { UserPoolId, Username }) => {
    checkUserPoolId(pool, UserPoolId)
    pool.refreshTokens.revokeAllOf(findAnyUser(pool, Username).sub)
    return {}
  },
)
