import { type AuthParameters, requireParameter } from '../auth-parameters.ts'
import { notAuthorized } from '../aws-error.ts'
import { checkSecretHash } from '../client-secret.ts'
import type { AuthAnswer } from '../next-step.ts'
import type { Pool } from '../pool.ts'
import type { AppClient } from '../pool-settings.ts'
import { issueTokens } from '../token-issuer.ts'

/** REFRESH_TOKEN_AUTH: there is no USERNAME, so the secret hash is over the token owner's real user name. */
export const refreshTokenAuth = (
  pool: Pool,
  client: AppClient,
  parameters: AuthParameters,
): AuthAnswer => {
  const untrustedToken = requireParameter(parameters, 'REFRESH_TOKEN')
  const untrustedHash = parameters['SECRET_HASH']
  const owner = pool.refreshTokens.find(untrustedToken)
  if (owner || untrustedHash === undefined) {
    checkSecretHash(client, { username: owner?.username ?? '', untrustedHash })
  }
  const grant = pool.refreshTokens.use({ client, untrustedToken })
  const user = pool.users.get(grant.username)
  if (!user) throw notAuthorized('Invalid Refresh Token')
  if (!user.enabled) throw notAuthorized('User is disabled.')
  const tokens = issueTokens({ ...pool, client, user, grant })
  return {
    ChallengeParameters: {},
    AuthenticationResult: {
      AccessToken: tokens.accessToken,
      ExpiresIn: tokens.expiresIn,
      TokenType: 'Bearer',
      IdToken: tokens.idToken,
    },
  }
}
