import { describeFactors } from '../first-factors/describe-factors.ts'
import { readAccessToken } from '../read-access-token.ts'
import { defineOperation, type Operation, token } from './operation.ts'

export const getUserAuthFactors: Operation = defineOperation(
  { AccessToken: token },
  (pool, { AccessToken }) => describeFactors(pool, readAccessToken(pool, AccessToken).user),
)
