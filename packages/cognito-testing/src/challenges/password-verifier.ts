import { attemptPassword } from '../attempt-password.ts'
import type { AuthAnswer, SignIn } from '../auth-answer.ts'
import { notAuthorized, wrongCredentials } from '../aws-error.ts'
import type { SessionState } from '../challenge-sessions.ts'
import { withResult } from '../custom-auth/with-result.ts'
import { readDeviceKey } from '../devices/read-device-key.ts'
import type { Pool } from '../pool.ts'
import { type AuthParameters, requireParameter } from '../require-parameter.ts'
import { isProofOf } from '../srp-server.ts'
import { isSrpTimestamp } from '../srp-timestamp.ts'
import { subjectOf } from '../subject-of.ts'
import { endOfSession } from './end-of-session.ts'

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
  const { client, responses, clientMetadata, untrustedSession } = input
  const untrustedName = requireParameter(responses, 'USERNAME')
  const { customAuth } = readSession(pool, input)
  const untrustedSignature = requireParameter(responses, 'PASSWORD_CLAIM_SIGNATURE')
  const untrustedBlock = requireParameter(responses, 'PASSWORD_CLAIM_SECRET_BLOCK')
  const timestamp = requireParameter(responses, 'TIMESTAMP')
  const namedUser = pool.users.resolve(untrustedName)
  const deviceKey = readDeviceKey(pool, namedUser, responses)
  const state = pool.secretBlocks.open(untrustedBlock)
  if (state && state.sessionEnd !== endOfSession(untrustedSession)) {
    throw notAuthorized('Invalid session for the user.')
  }
  if (state?.clientId !== client.id || state.username !== (namedUser?.username ?? untrustedName)) {
    throw wrongCredentials()
  }
  const { username } = state
  const user = pool.users.get(username)
  return attemptPassword(pool, {
    client,
    user,
    username,
    clientMetadata,
    deviceKey,
    customAuth: withResult(customAuth, 'PASSWORD_VERIFIER'),
    isRight: () =>
      user?.credential !== undefined &&
      isSrpTimestamp(timestamp) &&
      isProofOf({
        ...state,
        verifier: user.credential.verifier(),
        poolName: pool.settings.poolName,
        secretBlock: Buffer.from(untrustedBlock, 'base64'),
        timestamp,
        untrustedSignature,
      }),
    onRight: () => {
      if (untrustedSession !== undefined) pool.sessions.consume(untrustedSession)
    },
  })
}
