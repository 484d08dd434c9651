import { eventPage } from '../auth-events/event-page.ts'
import { findUserInPool } from '../find-user-in-pool.ts'
import { defineOperation, limit, type Operation, ofUser, pageToken } from './operation.ts'

export const adminListUserAuthEvents: Operation = defineOperation(
  { ...ofUser, MaxResults: limit, NextToken: pageToken },
  (pool, { MaxResults, NextToken: untrustedToken, ...named }) =>
    eventPage(pool, { user: findUserInPool(pool, named), limit: MaxResults, untrustedToken }),
)
