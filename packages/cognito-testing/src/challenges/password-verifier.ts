import { attemptPassword } from '../attempt-password.ts'
import type { AuthAnswer, SignIn } from '../auth-answer.ts'
import { wrongCredentials } from '../aws-error.ts'
import type { SessionState } from '../challenge-sessions.ts'
import { withResult } from '../custom-auth/with-result.ts'
import { readDeviceKey } from '../devices/read-device-key.ts'
import type { Pool } from '../pool.ts'
import { type AuthParameters, requireParameter } from '../require-parameter.ts'
import { subjectOf } from '../subject-of.ts'
import { readSrpProof } from './read-srp-proof.ts'

interface PasswordProofAnswer extends Pick<SignIn, 'client' | 'clientMetadata'> {
  responses: AuthParameters
  untrustedSession: string | undefined
}

const readSession = (
  pool: Pool,
  { client, responses, untrustedSession }: PasswordProofAnswer,
): SessionState => {
  if (untrustedSession === undefined) return {}
  const untrustedName = requireParameter(responses, 'USERNAME')
  return pool.sessions.check({
    untrustedSession,
    clientId: client.id,
    sub: subjectOf(pool, pool.users.resolve(untrustedName), untrustedName),
    challenge: 'PASSWORD_VERIFIER',
  })
}

/**
 * PASSWORD_VERIFIER: what was under way is in the secret block. In USER_SRP_AUTH there is no Session;
 * every other flow goes on with the one that the block was issued with.
 */
export const answerPasswordVerifier = async (
  pool: Pool,
  input: PasswordProofAnswer,
): Promise<AuthAnswer> => {
  const { client, responses, clientMetadata, untrustedSession: session } = input
  const untrustedName = requireParameter(responses, 'USERNAME')
  const { customAuth } = readSession(pool, input)
  const namedUser = pool.users.resolve(untrustedName)
  const deviceKey = readDeviceKey(pool, namedUser, responses)
  const proof = readSrpProof(pool, { client, responses, session })
  if (proof?.username !== (namedUser?.username ?? untrustedName)) throw wrongCredentials()
  const { username } = proof
  const user = pool.users.get(username)
  const { poolName } = pool.settings
  return attemptPassword(pool, {
    client,
    user,
    username,
    clientMetadata,
    deviceKey,
    customAuth: withResult(customAuth, 'PASSWORD_VERIFIER'),
    isRight: () =>
      user?.credential !== undefined &&
      proof.proves({ poolName, verifier: user.credential.verifier() }),
    onRight: () => {
      if (session !== undefined) pool.sessions.consume(session)
    },
  })
}
