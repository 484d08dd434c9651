import { AwsError } from '../aws-error.ts'
import { checkPlainSecret } from '../client-secret.ts'
import { findClient } from '../find-client.ts'
import {
  associatedSessions,
  clientId,
  clientSecret,
  defineOperation,
  type Operation,
  token,
} from './operation.ts'

const unauthorized = 'UnauthorizedException'

/** Ends a sign-in: its refresh tokens, and its access tokens wherever the pool is asked. */
export const revokeToken: Operation = defineOperation(
  {
    Token: token,
    ClientId: clientId,
    ClientSecret: clientSecret,
    RevokeAssociatedSessions: associatedSessions,
  },
  (pool, { Token: untrustedToken, ClientId, ClientSecret: untrustedSecret }) => {
    const client = findClient(pool, ClientId)
    checkPlainSecret(pool, { client, untrustedSecret, errorName: unauthorized })
    if (!client.tokenRevocation) {
      throw new AwsError(
        'UnsupportedOperationException',
        `Token revocation is not enabled for client ${client.id}`,
      )
    }
    const grant = pool.refreshTokens.find(untrustedToken)
    if (!grant && untrustedToken.split('.').length === 3) {
      throw new AwsError('UnsupportedTokenTypeException', 'Only refresh tokens can be revoked')
    }
    if (grant && grant.clientId !== client.id) {
      throw new AwsError(unauthorized, `The token was not issued to client ${client.id}`)
    }
    if (grant) pool.refreshTokens.revoke(grant.originJti)
    return {}
  },
)
