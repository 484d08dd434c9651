import { checkUserPoolId } from '../check-user-pool-id.ts'
import { describeGroup } from '../groups/describe-group.ts'
import { findGroup } from '../groups/find-group.ts'
import {
  defineOperation,
  groupDetails,
  groupName,
  type Operation,
  userPoolId,
} from './operation.ts'

/** What is left out stays as it is. */
export const updateGroup: Operation = defineOperation(
  { UserPoolId: userPoolId, GroupName: groupName, ...groupDetails },
  (pool, { UserPoolId, GroupName, Description, RoleArn, Precedence }) => {
    checkUserPoolId(pool, UserPoolId)
    const updated = pool.groups.update(findGroup(pool, GroupName), {
      ...(Description !== undefined && { description: Description }),
      ...(RoleArn !== undefined && { roleArn: RoleArn }),
      ...(Precedence !== undefined && { precedence: Precedence }),
    })
    return { Group: describeGroup(pool, updated) }
  },
)
