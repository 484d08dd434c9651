import { findUserInPool } from '../find-user-in-pool.ts'
import { describeFactors } from '../first-factors/describe-factors.ts'
import { defineOperation, type Operation, ofUser } from './operation.ts'

export const adminGetUserAuthFactors: Operation = defineOperation(ofUser, (pool, input) =>
  describeFactors(pool, findUserInPool(pool, input)),
)
