import { readAccessToken } from '../read-access-token.ts'
import { defineOperation, type Operation, token } from './operation.ts'

/** Ends every sign-in of the user. */
export const globalSignOut: Operation = defineOperation({ AccessToken: token }, (pool, input) => {
  pool.refreshTokens.revokeAllOf(readAccessToken(pool, input.AccessToken).user.sub)
  return {}
})
