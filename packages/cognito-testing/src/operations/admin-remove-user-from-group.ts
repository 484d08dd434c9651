import { findUserInPool } from '../find-user-in-pool.ts'
import { findGroup } from '../groups/find-group.ts'
import { defineOperation, groupName, type Operation, ofUser } from './operation.ts'

/** Who is not in it stays out of it. */
export const adminRemoveUserFromGroup: Operation = defineOperation(
  { ...ofUser, GroupName: groupName },
  (pool, { GroupName, ...named }) => {
    const user = findUserInPool(pool, named)
    const { name } = findGroup(pool, GroupName)
    pool.users.update(user.username, { groups: user.groups.filter((group) => group !== name) })
    return undefined
  },
)
