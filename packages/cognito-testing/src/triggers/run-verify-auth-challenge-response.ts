import type { CustomAttempt } from '../custom-auth/custom-attempt.ts'
import type { Pool } from '../pool.ts'
import { customAuthRequest } from './custom-auth-request.ts'
import { invokeTrigger } from './invoke-trigger.ts'
import { requireTrigger } from './require-trigger.ts'

/** Whether the answer to the challenge that is open is right. */
export const runVerifyAuthChallengeResponse = async (
  pool: Pool,
  attempt: CustomAttempt,
  untrustedAnswer: string,
): Promise<boolean> => {
  const { answerCorrect } = await invokeTrigger(pool, {
    kind: 'verifyAuthChallengeResponse',
    handler: requireTrigger(pool, 'verifyAuthChallengeResponse'),
    client: attempt.client,
    userName: attempt.user?.username ?? attempt.untrustedName,
    triggerSource: 'VerifyAuthChallengeResponse_Authentication',
    request: {
      ...customAuthRequest(pool, attempt),
      privateChallengeParameters: attempt.customAuth.privateParameters ?? {},
      challengeAnswer: untrustedAnswer,
    },
    response: { answerCorrect: null },
  })
  return answerCorrect ?? false
}
