import { attemptClearPassword } from '../attempt-clear-password.ts'
import { AwsError } from '../aws-error.ts'
import { checkSecretHash } from '../client-secret.ts'
import { readDeviceKey } from '../devices/read-device-key.ts'
import { requireParameter } from '../require-parameter.ts'
import { simulateUser } from '../simulated-user.ts'
import { migrateUser } from '../triggers/migrate-user.ts'
import { runPreAuthentication } from '../triggers/run-pre-authentication.ts'
import type { StartFlow } from './start-flow.ts'

/** USER_PASSWORD_AUTH */
export const userPasswordAuth: StartFlow = async (pool, { client, parameters, clientMetadata }) => {
  const untrustedName = requireParameter(parameters, 'USERNAME')
  const untrustedPassword = requireParameter(parameters, 'PASSWORD')
  const untrustedHash = parameters['SECRET_HASH']
  checkSecretHash(pool, { client, username: untrustedName, untrustedHash })
  const attempt = { client, untrustedName, untrustedPassword, clientMetadata }
  await migrateUser(pool, attempt)
  await runPreAuthentication(pool, attempt)
  const user = pool.users.resolve(untrustedName)
  if (!user && !client.preventUserExistenceErrors) {
    throw new AwsError('UserNotFoundException', 'User does not exist.')
  }
  return attemptClearPassword(pool, {
    client,
    user,
    username: user?.username ?? simulateUser(pool.simulationKey, untrustedName).username,
    untrustedPassword,
    deviceKey: readDeviceKey(pool, user, parameters),
  })
}
