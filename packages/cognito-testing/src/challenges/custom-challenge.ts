import type { AuthAnswer, SignIn } from '../auth-answer.ts'
import { invalidParameter } from '../aws-error.ts'
import { checkMaySignIn } from '../check-may-sign-in.ts'
import { continueCustomAuth } from '../custom-auth/continue-custom-auth.ts'
import { stillThere } from '../custom-auth/still-there.ts'
import { readDeviceKey } from '../devices/read-device-key.ts'
import type { Pool } from '../pool.ts'
import { type AuthParameters, requireParameter } from '../require-parameter.ts'
import { subjectOf } from '../subject-of.ts'
import { runVerifyAuthChallengeResponse } from '../triggers/run-verify-auth-challenge-response.ts'

const challenge = 'CUSTOM_CHALLENGE'

/**
 * CUSTOM_CHALLENGE: an answer uses its Session up, right or wrong, and whoever gave it may not
 * exist. Where users are hidden, those who may not sign in are told so once the triggers let them.
 */
export const answerCustomChallenge = async (
  pool: Pool,
  input: Pick<SignIn, 'client' | 'clientMetadata'> & {
    responses: AuthParameters
    untrustedSession: string | undefined
  },
): Promise<AuthAnswer> => {
  const { client, clientMetadata, responses, untrustedSession } = input
  if (untrustedSession === undefined) throw invalidParameter('Missing required parameter Session')
  const untrustedName = requireParameter(responses, 'USERNAME')
  const user = pool.users.resolve(untrustedName)
  const { customAuth = { results: [] } } = pool.sessions.check({
    untrustedSession,
    clientId: client.id,
    sub: subjectOf(pool, user, untrustedName),
    challenge,
  })
  if (user && !client.preventUserExistenceErrors) checkMaySignIn(user)
  const deviceKey = readDeviceKey(pool, user, responses)
  const untrustedAnswer = requireParameter(responses, 'ANSWER')
  pool.sessions.consume(untrustedSession)
  const typedName = pool.simulatedNames.get(untrustedName) ?? untrustedName
  const attempt = {
    client,
    clientMetadata,
    user,
    untrustedName: typedName,
    deviceKey,
    customAuth,
  }
  const challengeResult = await runVerifyAuthChallengeResponse(pool, attempt, untrustedAnswer)
  const { results, standIn, metadata: challengeMetadata = null } = customAuth
  return continueCustomAuth(pool, {
    ...stillThere(pool, attempt),
    customAuth: {
      standIn,
      results: [...results, { challengeName: challenge, challengeResult, challengeMetadata }],
    },
  })
}
