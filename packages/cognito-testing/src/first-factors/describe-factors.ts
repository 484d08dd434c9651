import { describeMfa } from '../mfa/describe-mfa.ts'
import type { Pool } from '../pool.ts'
import type { User } from '../user-store.ts'
import { firstFactorsOf } from './available-challenges.ts'
import { awsFirstFactor } from './aws-first-factor.ts'

/** What the user can sign in with, first and second. */
export const describeFactors = (pool: Pool, user: User): object => {
  const factors = firstFactorsOf(pool, user)
  return {
    Username: user.username,
    ...describeMfa(user),
    ...(factors.length > 0 && {
      ConfiguredUserAuthFactors: factors.map((factor) => awsFirstFactor[factor]),
    }),
  }
}
