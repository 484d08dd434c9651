import { readAccessToken } from '../read-access-token.ts'
import { sessionPage } from '../user-sessions/session-page.ts'
import { defineOperation, type Operation, pageToken, token } from './operation.ts'

/** Of every client of the pool. */
export const listUserSessions: Operation = defineOperation(
  { AccessToken: token, NextToken: pageToken },
  (pool, { AccessToken, NextToken: untrustedToken }) => {
    const { user, originJti } = readAccessToken(pool, AccessToken)
    return sessionPage(pool, { user, currentOriginJti: originJti, untrustedToken })
  },
)
