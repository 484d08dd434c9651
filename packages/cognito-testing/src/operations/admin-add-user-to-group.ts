import { findUserInPool } from '../find-user-in-pool.ts'
import { findGroup } from '../groups/find-group.ts'
import { defineOperation, groupName, type Operation, ofUser } from './operation.ts'

/** Who is in it already stays in it. */
export const adminAddUserToGroup: Operation = defineOperation(
  { ...ofUser, GroupName: groupName },
  (pool, { GroupName, ...named }) => {
    const user = findUserInPool(pool, named)
    const { name } = findGroup(pool, GroupName)
    pool.users.update(user.username, { groups: [...new Set([...user.groups, name])] })
    return undefined
  },
)
