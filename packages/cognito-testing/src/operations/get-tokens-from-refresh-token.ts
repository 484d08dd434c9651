import { findClient } from '../app-client.ts'
import { notAuthorized } from '../aws-error.ts'
import { checkPlainSecret } from '../client-secret.ts'
import type { InputOf, Shape } from '../input-shape.ts'
import type { AuthAnswer } from '../next-step.ts'
import type { Pool } from '../pool.ts'
import { issueTokens } from '../token-issuer.ts'

export const getTokensFromRefreshTokenInput = {
  RefreshToken: { type: 'string', required: true, pattern: '[A-Za-z0-9-_=.]+', sensitive: true },
  ClientId: {
    type: 'string',
    required: true,
    min: 1,
    max: 128,
    pattern: '[\\w+]+',
    sensitive: true,
  },
  ClientSecret: { type: 'string', min: 24, max: 64, pattern: '[\\w+]+', sensitive: true },
  DeviceKey: { type: 'string', min: 1, max: 55, pattern: '[\\w-]+_[0-9a-f-]+' },
  ClientMetadata: { type: 'map' },
} as const satisfies Shape

/** Works with and without rotation; only a rotating client gets a new refresh token. */
export const getTokensFromRefreshToken = (
  pool: Pool,
  input: InputOf<typeof getTokensFromRefreshTokenInput>,
): Pick<AuthAnswer, 'AuthenticationResult'> => {
  const client = findClient(pool, input.ClientId)
  checkPlainSecret(client, {
    untrustedSecret: input.ClientSecret,
    errorName: 'NotAuthorizedException',
  })
  const refreshToken = input.RefreshToken
  const grant = pool.refreshTokens.use({ client, untrustedToken: refreshToken })
  const user = pool.users.get(grant.username)
  if (!user) throw notAuthorized('Invalid Refresh Token')
  if (!user.enabled) throw notAuthorized('User is disabled.')
  const tokens = issueTokens({ ...pool, client, user, grant })
  return {
    AuthenticationResult: {
      AccessToken: tokens.accessToken,
      ExpiresIn: tokens.expiresIn,
      TokenType: 'Bearer',
      ...(client.rotation && { RefreshToken: pool.refreshTokens.rotate({ client, refreshToken }) }),
      IdToken: tokens.idToken,
    },
  }
}
