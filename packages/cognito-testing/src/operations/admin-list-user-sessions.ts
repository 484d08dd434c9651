import { checkUserPoolId } from '../check-user-pool-id.ts'
import { findAnyUser } from '../find-any-user.ts'
import { sessionPage } from '../user-sessions/session-page.ts'
import { defineOperation, type Operation, pageToken, username, userPoolId } from './operation.ts'

export const adminListUserSessions: Operation = defineOperation(
  { UserPoolId: userPoolId, Username: username, NextToken: pageToken },
  (pool, { UserPoolId, Username, NextToken: untrustedToken }) => {
    checkUserPoolId(pool, UserPoolId)
    return sessionPage(pool, { user: findAnyUser(pool, Username), untrustedToken })
  },
)
