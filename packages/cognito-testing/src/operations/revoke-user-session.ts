import { invalidParameter } from '../aws-error.ts'
import { readAccessToken } from '../read-access-token.ts'
import { checkTracksSessions } from '../user-sessions/check-tracks-sessions.ts'
import { findSession } from '../user-sessions/find-session.ts'
import {
  associatedSessions,
  defineOperation,
  type Operation,
  sessionId,
  token,
} from './operation.ts'

/** Ends another session than that of the caller, with all its tokens. */
export const revokeUserSession: Operation = defineOperation(
  { AccessToken: token, SessionId: sessionId, RevokeAssociatedSessions: associatedSessions },
  (pool, { AccessToken, SessionId }) => {
    const { user, originJti } = readAccessToken(pool, AccessToken)
    checkTracksSessions(pool)
    const { grant } = findSession(pool, user, SessionId)
    if (grant.originJti === originJti) throw invalidParameter('Cannot revoke the current session.')
    pool.refreshTokens.revoke(grant.originJti)
    return {}
  },
)
