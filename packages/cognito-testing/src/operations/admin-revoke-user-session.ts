import { checkUserPoolId } from '../check-user-pool-id.ts'
import { findAnyUser } from '../find-any-user.ts'
import { checkTracksSessions } from '../user-sessions/check-tracks-sessions.ts'
import { findSession } from '../user-sessions/find-session.ts'
import {
  associatedSessions,
  defineOperation,
  type Operation,
  sessionId,
  username,
  userPoolId,
} from './operation.ts'

export const adminRevokeUserSession: Operation = defineOperation(
  {
    UserPoolId: userPoolId,
    Username: username,
    SessionId: sessionId,
    RevokeAssociatedSessions: associatedSessions,
  },
  (pool, { UserPoolId, Username, SessionId }) => {
    checkUserPoolId(pool, UserPoolId)
    const user = findAnyUser(pool, Username)
    checkTracksSessions(pool)
    pool.refreshTokens.revoke(findSession(pool, user, SessionId).grant.originJti)
    return {}
  },
)
