import { checkUserPoolId } from '../check-user-pool-id.ts'
import { findAnyUser } from '../find-any-user.ts'
import { defineOperation, type Operation, username, userPoolId } from './operation.ts'

export const adminEnableUser: Operation = defineOperation(
  { UserPoolId: userPoolId, Username: username },
  (pool, { UserPoolId, Username }) => {
    checkUserPoolId(pool, UserPoolId)
    pool.users.update(findAnyUser(pool, Username).username, { enabled: true })
    return {}
  },
)
