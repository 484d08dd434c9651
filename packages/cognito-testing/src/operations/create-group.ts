import { AwsError } from '../aws-error.ts'
import { checkUserPoolId } from '../check-user-pool-id.ts'
import { describeGroup } from '../groups/describe-group.ts'
import {
  defineOperation,
  groupDetails,
  groupName,
  type Operation,
  userPoolId,
} from './operation.ts'

export const createGroup: Operation = defineOperation(
  { UserPoolId: userPoolId, GroupName: groupName, ...groupDetails },
  (pool, { UserPoolId, GroupName: name, Description, RoleArn, Precedence }) => {
    checkUserPoolId(pool, UserPoolId)
    if (pool.groups.get(name)) {
      throw new AwsError('GroupExistsException', 'A group with the name already exists')
    }
    const details = { description: Description, roleArn: RoleArn, precedence: Precedence }
    return { Group: describeGroup(pool, pool.groups.add({ name, ...details })) }
  },
)
