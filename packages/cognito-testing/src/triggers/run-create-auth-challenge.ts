import type { CustomAttempt } from '../custom-auth/custom-attempt.ts'
import type { Pool } from '../pool.ts'
import { customAuthRequest } from './custom-auth-request.ts'
import { invokeTrigger, type TriggerResponse } from './invoke-trigger.ts'
import { requireTrigger } from './require-trigger.ts'

/** The challenge that `defineAuthChallenge` called for. */
export const runCreateAuthChallenge = (
  pool: Pool,
  attempt: CustomAttempt,
): Promise<TriggerResponse<'createAuthChallenge'>> =>
  invokeTrigger(pool, {
    kind: 'createAuthChallenge',
    handler: requireTrigger(pool, 'createAuthChallenge'),
    client: attempt.client,
    userName: attempt.user?.username ?? attempt.untrustedName,
    triggerSource: 'CreateAuthChallenge_Authentication',
    request: {
      ...customAuthRequest(pool, attempt),
      challengeName: 'CUSTOM_CHALLENGE',
      session: attempt.customAuth.results,
    },
    response: {
      publicChallengeParameters: null,
      privateChallengeParameters: null,
      challengeMetadata: null,
    },
  })
