import { checkUserPoolId } from '../check-user-pool-id.ts'
import { groupPage } from '../groups/group-page.ts'
import { defineOperation, limit, type Operation, pageToken, userPoolId } from './operation.ts'

export const listGroups: Operation = defineOperation(
  { UserPoolId: userPoolId, Limit: limit, NextToken: pageToken },
  (pool, { UserPoolId, Limit, NextToken: untrustedToken }) => {
    checkUserPoolId(pool, UserPoolId)
    const groups = pool.groups.all()
    return groupPage(pool, { list: 'groups', groups, limit: Limit, untrustedToken })
  },
)
