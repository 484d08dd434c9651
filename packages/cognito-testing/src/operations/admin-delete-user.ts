import { findUserInPool } from '../find-user-in-pool.ts'
import { removeUser } from '../remove-user.ts'
import { defineOperation, type Operation, ofUser } from './operation.ts'

export const adminDeleteUser: Operation = defineOperation(ofUser, (pool, input) => {
  removeUser(pool, findUserInPool(pool, input))
  return undefined
})
