import { readAccessToken } from '../read-access-token.ts'
import { defineOperation, type Operation, token } from './operation.ts'

/** Nothing of the user is left: tokens speak for nobody, and the name can be had again. */
export const deleteUser: Operation = defineOperation({ AccessToken: token }, (pool, input) => {
  const { username } = readAccessToken(pool, input.AccessToken).user
  pool.users.remove(username)
  pool.passwordAttempts.succeed(username)
  return undefined
})
