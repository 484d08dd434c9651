import { checkSecretHash } from '../client-secret.ts'
import { refreshSignIn } from '../refresh-sign-in.ts'
import { requireParameter } from '../require-parameter.ts'
import type { StartFlow } from './start-flow.ts'

/**
 * REFRESH_TOKEN_AUTH: there is no USERNAME, so the secret hash is over the token owner's real user
 * name.
 */
export const refreshTokenAuth: StartFlow = async (pool, { client, parameters }) => {
  const untrustedToken = requireParameter(parameters, 'REFRESH_TOKEN')
  const untrustedHash = parameters['SECRET_HASH']
  const owner = pool.refreshTokens.find(untrustedToken)
  // The hash for an unknown token is over nobody's name: then the token is what is wrong.
  if (owner || untrustedHash === undefined) {
    checkSecretHash(pool, { client, username: owner?.username ?? '', untrustedHash })
  }
  return {
    ChallengeParameters: {},
    AuthenticationResult: await refreshSignIn(pool, {
      client,
      untrustedToken,
      untrustedDeviceKey: parameters['DEVICE_KEY'],
    }),
  }
}
