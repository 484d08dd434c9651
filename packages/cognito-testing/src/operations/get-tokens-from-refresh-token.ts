import { checkPlainSecret } from '../client-secret.ts'
import { findClient } from '../find-client.ts'
import { refreshSignIn } from '../refresh-sign-in.ts'
import {
  clientId,
  clientSecret,
  defineOperation,
  deviceKey,
  type Operation,
  token,
} from './operation.ts'

/** Works with and without rotation; only a rotating client gets a new refresh token. */
export const getTokensFromRefreshToken: Operation = defineOperation(
  {
    RefreshToken: token,
    ClientId: clientId,
    ClientSecret: clientSecret,
    DeviceKey: deviceKey,
    ClientMetadata: { type: 'map' },
  },
  async (pool, { ClientId, ...input }) => {
    const { RefreshToken: untrustedToken, ClientSecret: untrustedSecret } = input
    const client = findClient(pool, ClientId)
    checkPlainSecret(pool, { client, untrustedSecret, errorName: 'NotAuthorizedException' })
    const result = await refreshSignIn(pool, {
      client,
      untrustedToken,
      untrustedDeviceKey: input.DeviceKey,
      clientMetadata: input.ClientMetadata,
    })
    const rotated = client.rotation && {
      RefreshToken: pool.refreshTokens.rotate({ client, untrustedToken }),
    }
    return { AuthenticationResult: { ...result, ...rotated } }
  },
)
