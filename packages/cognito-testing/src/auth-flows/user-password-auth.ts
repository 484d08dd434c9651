import { timingSafeEqual } from 'node:crypto'
import { attemptPassword } from '../attempt-password.ts'
import { AwsError } from '../aws-error.ts'
import { checkSecretHash } from '../client-secret.ts'
import { readDeviceKey } from '../devices/read-device-key.ts'
import { requireParameter } from '../require-parameter.ts'
import { hashIdentity } from '../srp-server.ts'
import { migrateUser } from '../triggers/migrate-user.ts'
import { runPreAuthentication } from '../triggers/run-pre-authentication.ts'
import type { StartFlow } from './start-flow.ts'

/** USER_PASSWORD_AUTH */
export const userPasswordAuth: StartFlow = async (pool, { client, parameters, clientMetadata }) => {
  const untrustedName = requireParameter(parameters, 'USERNAME')
  const password = requireParameter(parameters, 'PASSWORD')
  checkSecretHash(client, { username: untrustedName, untrustedHash: parameters['SECRET_HASH'] })
  const attempt = { client, untrustedName, untrustedPassword: password, clientMetadata }
  await migrateUser(pool, attempt)
  await runPreAuthentication(pool, attempt)
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
    deviceKey: readDeviceKey(pool, user, parameters),
    isRight: () =>
      user?.credential !== undefined && timingSafeEqual(identityHash, user.credential.identityHash),
  })
}
