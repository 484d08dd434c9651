import { timingSafeEqual } from 'node:crypto'
import { attemptPassword } from '../attempt-password.ts'
import type { PendingAuthAnswer } from '../auth-answer.ts'
import { AwsError } from '../aws-error.ts'
import { checkSecretHash } from '../client-secret.ts'
import type { Pool } from '../pool.ts'
import type { AppClient } from '../pool-settings.ts'
import { type AuthParameters, requireParameter } from '../require-parameter.ts'
import { hashIdentity } from '../srp-server.ts'

/** USER_PASSWORD_AUTH */
export const userPasswordAuth = (
  pool: Pool,
  client: AppClient,
  parameters: AuthParameters,
): PendingAuthAnswer => {
  const untrustedName = requireParameter(parameters, 'USERNAME')
  const password = requireParameter(parameters, 'PASSWORD')
  checkSecretHash(client, { username: untrustedName, untrustedHash: parameters['SECRET_HASH'] })
  const user = pool.users.resolve(untrustedName)
  if (!user && !client.preventUserExistenceErrors) {
    throw new AwsError('UserNotFoundException', 'User does not exist.')
  }
  const username = user?.username ?? untrustedName
  const identityHash = hashIdentity({ poolName: pool.settings.poolName, username, password })
  return attemptPassword(pool, {
    client,
    user,
    username,
    isRight: () =>
      user?.credential !== undefined && timingSafeEqual(identityHash, user.credential.identityHash),
  })
}
