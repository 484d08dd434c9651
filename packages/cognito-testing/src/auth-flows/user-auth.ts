import { invalidParameter, notAuthorized } from '../aws-error.ts'
import { checkSecretHash } from '../client-secret.ts'
import { afterPassword } from '../next-step.ts'
import { requireParameter } from '../require-parameter.ts'
import { signUpSteps } from '../sign-up-sessions.ts'
import { runPreAuthentication } from '../triggers/run-pre-authentication.ts'
import type { StartFlow } from './start-flow.ts'

/**
 * USER_AUTH for somebody who has just confirmed their sign-up: the Session of ConfirmSignUp stands
 * for the code that they gave there, and nothing else is asked before a second factor.
 */
export const userAuth: StartFlow = async (
  pool,
  { client, parameters, untrustedSession, clientMetadata },
) => {
  const untrustedName = requireParameter(parameters, 'USERNAME')
  checkSecretHash(client, { username: untrustedName, untrustedHash: parameters['SECRET_HASH'] })
  if (untrustedSession === undefined) {
    throw invalidParameter(
      'This version of @x/cognito-testing answers USER_AUTH only with the Session of ' +
        'ConfirmSignUp',
    )
  }
  await runPreAuthentication(pool, { client, untrustedName, clientMetadata })
  const user = pool.users.resolve(untrustedName)
  if (!user) throw notAuthorized('Invalid session for the user.')
  const binding = { clientId: client.id, sub: user.sub, challenge: signUpSteps.signIn }
  pool.sessions.check({ ...binding, untrustedSession })
  pool.sessions.consume(untrustedSession)
  return afterPassword(pool, { client, user })
}
