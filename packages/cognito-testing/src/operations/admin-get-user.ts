import { describeState, listAttributes } from '../describe-user.ts'
import { findUserInPool } from '../find-user-in-pool.ts'
import { describeMfa } from '../mfa/describe-mfa.ts'
import { defineOperation, type Operation, ofUser } from './operation.ts'

export const adminGetUser: Operation = defineOperation(ofUser, (pool, input) => {
  const user = findUserInPool(pool, input)
  return {
    ...describeState(pool, user),
    UserAttributes: listAttributes(user),
    ...describeMfa(user),
  }
})
