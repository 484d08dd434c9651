import { notAuthorized } from './aws-error.ts'
import { type AuthenticationResult, issueTokens } from './issue-tokens.ts'
import type { Pool } from './pool.ts'
import type { AppClient } from './pool-settings.ts'

/** New ID and access tokens, with what is true of the user now. @throws {AwsError} */
export const refreshSignIn = (
  pool: Pool,
  { client, untrustedToken }: { client: AppClient; untrustedToken: string },
): AuthenticationResult | Promise<AuthenticationResult> => {
  const grant = pool.refreshTokens.use({ client, untrustedToken })
  const user = pool.users.get(grant.username)
  if (user?.sub !== grant.sub) throw notAuthorized('Invalid Refresh Token')
  if (!user.enabled) throw notAuthorized('User is disabled.')
  return issueTokens({ settings: pool.settings, client, user, grant, now: pool.clock.now() })
}
