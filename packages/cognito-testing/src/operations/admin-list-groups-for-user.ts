import { findUserInPool } from '../find-user-in-pool.ts'
import { groupPage } from '../groups/group-page.ts'
import { defineOperation, limit, type Operation, ofUser, pageToken } from './operation.ts'

export const adminListGroupsForUser: Operation = defineOperation(
  { ...ofUser, Limit: limit, NextToken: pageToken },
  (pool, { Limit, NextToken: untrustedToken, ...named }) => {
    const user = findUserInPool(pool, named)
    return groupPage(pool, {
      list: `groups of ${user.sub}`,
      groups: user.groups.flatMap((name) => pool.groups.get(name) ?? []),
      limit: Limit,
      untrustedToken,
    })
  },
)
