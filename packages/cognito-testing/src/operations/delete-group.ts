import { checkUserPoolId } from '../check-user-pool-id.ts'
import { findGroup } from '../groups/find-group.ts'
import { defineOperation, groupName, type Operation, userPoolId } from './operation.ts'

/** Its members stay, without it. */
export const deleteGroup: Operation = defineOperation(
  { UserPoolId: userPoolId, GroupName: groupName },
  (pool, { UserPoolId, GroupName }) => {
    checkUserPoolId(pool, UserPoolId)
    const { name } = findGroup(pool, GroupName)
    for (const { username, groups } of pool.users.all()) {
      if (groups.includes(name)) {
        pool.users.update(username, { groups: groups.filter((group) => group !== name) })
      }
    }
    pool.groups.remove(name)
    return undefined
  },
)
