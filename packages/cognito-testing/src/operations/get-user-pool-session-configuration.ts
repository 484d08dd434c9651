import { checkUserPoolId } from '../check-user-pool-id.ts'
import { describeTracking } from '../user-sessions/describe-tracking.ts'
import { defineOperation, type Operation, userPoolId } from './operation.ts'

export const getUserPoolSessionConfiguration: Operation = defineOperation(
  { UserPoolId: userPoolId },
  (pool, { UserPoolId }) => {
    checkUserPoolId(pool, UserPoolId)
    return describeTracking(pool)
  },
)
