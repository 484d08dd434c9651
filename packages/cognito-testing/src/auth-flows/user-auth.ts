import type { PendingAuthAnswer } from '../auth-answer.ts'
import { invalidParameter, notAuthorized } from '../aws-error.ts'
import { checkSecretHash } from '../client-secret.ts'
import { afterPassword } from '../next-step.ts'
import type { Pool } from '../pool.ts'
import type { AppClient } from '../pool-settings.ts'
import { type AuthParameters, requireParameter } from '../require-parameter.ts'
import { signUpSteps } from '../sign-up-sessions.ts'

/**
 * USER_AUTH for somebody who has just confirmed their sign-up: the Session of ConfirmSignUp stands
 * for the code that they gave there, and nothing else is asked before a second factor.
 */
export const userAuth = (
  pool: Pool,
  client: AppClient,
  parameters: AuthParameters,
  untrustedSession: string | undefined,
): PendingAuthAnswer => {
  const untrustedName = requireParameter(parameters, 'USERNAME')
  checkSecretHash(client, { username: untrustedName, untrustedHash: parameters['SECRET_HASH'] })
  if (untrustedSession === undefined) {
    throw invalidParameter(
      'This version of @x/cognito-testing answers USER_AUTH only with the Session of ' +
        'ConfirmSignUp',
    )
  }
  const user = pool.users.resolve(untrustedName)
  if (!user) throw notAuthorized('Invalid session for the user.')
  const binding = { clientId: client.id, sub: user.sub, challenge: signUpSteps.signIn }
  pool.sessions.check({ ...binding, untrustedSession })
  pool.sessions.consume(untrustedSession)
  return afterPassword(pool, { client, user })
}
