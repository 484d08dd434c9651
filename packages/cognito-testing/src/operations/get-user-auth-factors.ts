import { firstFactorsOf } from '../first-factors/available-challenges.ts'
import { awsFirstFactor } from '../first-factors/aws-first-factor.ts'
import { describeMfa } from '../mfa/describe-mfa.ts'
import { readAccessToken } from '../read-access-token.ts'
import { defineOperation, type Operation, token } from './operation.ts'

/** What the user can sign in with, first and second. */
export const getUserAuthFactors: Operation = defineOperation(
  { AccessToken: token },
  (pool, input) => {
    const { user } = readAccessToken(pool, input.AccessToken)
    const factors = firstFactorsOf(pool, user)
    return {
      Username: user.username,
      ...describeMfa(user),
      ...(factors.length > 0 && {
        ConfiguredUserAuthFactors: factors.map((factor) => awsFirstFactor[factor]),
      }),
    }
  },
)
