import { AwsError } from '../aws-error.ts'
import { openPasswordVerifier } from '../challenges/open-password-verifier.ts'
import { readClientPublic } from '../challenges/read-client-public.ts'
import { checkSecretHash } from '../client-secret.ts'
import { requireParameter } from '../require-parameter.ts'
import { runPreAuthentication } from '../triggers/run-pre-authentication.ts'
import type { StartFlow } from './start-flow.ts'

/**
 * USER_SRP_AUTH: answers PASSWORD_VERIFIER, without a Session, for users who exist and (where
 * hidden) who do not. DEVICE_KEY counts with the proof: here nobody has shown who they are.
 */
export const userSrpAuth: StartFlow = async (pool, { client, parameters, clientMetadata }) => {
  const untrustedName = requireParameter(parameters, 'USERNAME')
  const clientPublic = readClientPublic(parameters)
  const untrustedHash = parameters['SECRET_HASH']
  checkSecretHash(pool, { client, username: untrustedName, untrustedHash })
  await runPreAuthentication(pool, { client, untrustedName, clientMetadata })
  const user = pool.users.resolve(untrustedName)
  if (!user && !client.preventUserExistenceErrors) {
    throw new AwsError('UserNotFoundException', 'User does not exist.')
  }
  return openPasswordVerifier(pool, { client, user, untrustedName, clientPublic, state: undefined })
}
