import { readAccessToken } from '../access-token.ts'
import type { InputOf, Shape } from '../input-shape.ts'
import type { Pool } from '../pool.ts'

export const globalSignOutInput = {
  AccessToken: { type: 'string', required: true, pattern: '[A-Za-z0-9-_=.]+', sensitive: true },
} as const satisfies Shape

/** Ends every sign-in of the user. */
export const globalSignOut = (
  pool: Pool,
  input: InputOf<typeof globalSignOutInput>,
): Record<string, never> => {
  const { user } = readAccessToken(pool, input.AccessToken)
  pool.refreshTokens.revokeAllOf(user.username)
  return {}
}
