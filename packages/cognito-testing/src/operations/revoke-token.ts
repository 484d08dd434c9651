import { findClient } from '../app-client.ts'
import { AwsError } from '../aws-error.ts'
import { checkPlainSecret } from '../client-secret.ts'
import type { InputOf, Shape } from '../input-shape.ts'
import type { Pool } from '../pool.ts'

export const revokeTokenInput = {
  Token: { type: 'string', required: true, pattern: '[A-Za-z0-9-_=.]+', sensitive: true },
  ClientId: {
    type: 'string',
    required: true,
    min: 1,
    max: 128,
    pattern: '[\\w+]+',
    sensitive: true,
  },
  ClientSecret: { type: 'string', min: 24, max: 64, pattern: '[\\w+]+', sensitive: true },
} as const satisfies Shape

/** Ends a sign-in: its refresh tokens, and its access tokens wherever the pool is asked. */
export const revokeToken = (
  pool: Pool,
  input: InputOf<typeof revokeTokenInput>,
): Record<string, never> => {
  const client = findClient(pool, input.ClientId)
  const errorName = 'UnauthorizedException'
  checkPlainSecret(client, { untrustedSecret: input.ClientSecret, errorName })
  const grant = pool.refreshTokens.find(input.Token)
  if (!grant && input.Token.split('.').length === 3) {
    throw new AwsError('UnsupportedTokenTypeException', 'Only refresh tokens can be revoked')
  }
  if (grant && grant.clientId !== client.id) {
    throw new AwsError(errorName, `The token was not issued to client ${client.id}`)
  }
  if (grant) pool.refreshTokens.revoke(grant.originJti)
  return {}
}
