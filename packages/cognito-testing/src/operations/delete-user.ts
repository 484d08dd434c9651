import { readAccessToken } from '../read-access-token.ts'
import { removeUser } from '../remove-user.ts'
import { defineOperation, type Operation, token } from './operation.ts'

export const deleteUser: Operation = defineOperation({ AccessToken: token }, (pool, input) => {
  removeUser(pool, readAccessToken(pool, input.AccessToken).user)
  return undefined
})
