import { readAccessToken } from '../access-token.ts'
import { accessToken, defineOperation, type Operation } from './operation.ts'

/** Ends every sign-in of the user. */
export const globalSignOut: Operation = defineOperation(
  { AccessToken: accessToken },
  (pool, input) => {
    pool.refreshTokens.revokeAllOf(readAccessToken(pool, input.AccessToken).username)
    return {}
  },
)
