import { AwsError } from '../aws-error.ts'
import { readClientPublic } from '../challenges/read-client-public.ts'
import { checkMaySignIn } from '../check-may-sign-in.ts'
import { checkSecretHash } from '../client-secret.ts'
import { continueCustomAuth } from '../custom-auth/continue-custom-auth.ts'
import type { ChallengeResult } from '../custom-auth/custom-auth.ts'
import { readDeviceKey } from '../devices/read-device-key.ts'
import { requireParameter } from '../require-parameter.ts'
import { requireTrigger } from '../triggers/require-trigger.ts'
import { runPreAuthentication } from '../triggers/run-pre-authentication.ts'
import type { StartFlow } from './start-flow.ts'

const srpStarted: ChallengeResult = {
  challengeName: 'SRP_A',
  challengeResult: true,
  challengeMetadata: null,
}

/**
 * CUSTOM_AUTH: the triggers say what is asked. CHALLENGE_NAME=SRP_A begins with the password, as
 * long as they ask for it.
 */
export const customAuth: StartFlow = async (pool, { client, parameters, clientMetadata }) => {
  const untrustedName = requireParameter(parameters, 'USERNAME')
  const withSrp = parameters['CHALLENGE_NAME'] === 'SRP_A'
  const clientPublic = withSrp ? readClientPublic(parameters) : undefined
  const untrustedHash = parameters['SECRET_HASH']
  checkSecretHash(pool, { client, username: untrustedName, untrustedHash })
  requireTrigger(pool, 'defineAuthChallenge')
  await runPreAuthentication(pool, { client, untrustedName, clientMetadata })
  const user = pool.users.resolve(untrustedName)
  if (!client.preventUserExistenceErrors) {
    if (!user) throw new AwsError('UserNotFoundException', 'User does not exist.')
    checkMaySignIn(user)
  }
  return continueCustomAuth(pool, {
    client,
    user,
    untrustedName,
    clientPublic,
    // With SRP_A it counts with the proof, as in USER_SRP_AUTH.
    deviceKey: withSrp ? undefined : readDeviceKey(pool, user, parameters),
    customAuth: { results: withSrp ? [srpStarted] : [] },
  })
}
