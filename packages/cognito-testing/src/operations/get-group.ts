import { checkUserPoolId } from '../check-user-pool-id.ts'
import { describeGroup } from '../groups/describe-group.ts'
import { findGroup } from '../groups/find-group.ts'
import { defineOperation, groupName, type Operation, userPoolId } from './operation.ts'

export const getGroup: Operation = defineOperation(
  { UserPoolId: userPoolId, GroupName: groupName },
  (pool, { UserPoolId, GroupName }) => {
    checkUserPoolId(pool, UserPoolId)
    return { Group: describeGroup(pool, findGroup(pool, GroupName)) }
  },
)
