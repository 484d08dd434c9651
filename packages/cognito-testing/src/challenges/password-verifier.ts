import { attemptPassword } from '../attempt-password.ts'
import type { AuthAnswer, SignIn } from '../auth-answer.ts'
import { wrongCredentials } from '../aws-error.ts'
import type { Pool } from '../pool.ts'
import { type AuthParameters, requireParameter } from '../require-parameter.ts'
import { isProofOf } from '../srp-server.ts'
import { isSrpTimestamp } from '../srp-timestamp.ts'

/** PASSWORD_VERIFIER: what was under way is in the secret block, so there is no Session. */
export const answerPasswordVerifier = async (
  pool: Pool,
  input: Omit<SignIn, 'user'> & { responses: AuthParameters },
): Promise<AuthAnswer> => {
  const { client, responses, clientMetadata } = input
  const untrustedName = requireParameter(responses, 'USERNAME')
  const untrustedSignature = requireParameter(responses, 'PASSWORD_CLAIM_SIGNATURE')
  const untrustedBlock = requireParameter(responses, 'PASSWORD_CLAIM_SECRET_BLOCK')
  const timestamp = requireParameter(responses, 'TIMESTAMP')
  const state = pool.secretBlocks.open(untrustedBlock)
  const namedUser = pool.users.resolve(untrustedName)?.username ?? untrustedName
  if (state?.clientId !== client.id || state.username !== namedUser) throw wrongCredentials()
  const { username } = state
  const user = pool.users.get(username)
  return attemptPassword(pool, {
    client,
    user,
    username,
    clientMetadata,
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
  })
}
