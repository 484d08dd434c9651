import { checkUserPoolId } from '../check-user-pool-id.ts'
import { describeUser } from '../describe-user.ts'
import { findGroup } from '../groups/find-group.ts'
import { longestPage, paginate } from '../paginate.ts'
import {
  defineOperation,
  groupName,
  limit,
  type Operation,
  pageToken,
  userPoolId,
} from './operation.ts'

export const listUsersInGroup: Operation = defineOperation(
  { UserPoolId: userPoolId, GroupName: groupName, Limit: limit, NextToken: pageToken },
  (pool, { UserPoolId, GroupName, Limit, NextToken: untrustedToken }) => {
    checkUserPoolId(pool, UserPoolId)
    const { name } = findGroup(pool, GroupName)
    const members = pool.users.all().filter(({ groups }) => groups.includes(name))
    const { page, nextToken } = paginate(pool, {
      list: `members of ${name}`,
      entries: members.toSorted((a, b) => (a.username < b.username ? -1 : 1)),
      keyOf: ({ username }) => username,
      limit: Limit || longestPage,
      untrustedToken,
    })
    return {
      Users: page.map((user) => describeUser(pool, user)),
      ...(nextToken !== undefined && { NextToken: nextToken }),
    }
  },
)
