import type { CustomAttempt } from '../custom-auth/custom-attempt.ts'
import type { Pool } from '../pool.ts'
import { customAuthRequest } from './custom-auth-request.ts'
import { invokeTrigger, type TriggerResponse } from './invoke-trigger.ts'
import { requireTrigger } from './require-trigger.ts'

/** What comes next, given all that was answered so far. */
export const runDefineAuthChallenge = (
  pool: Pool,
  attempt: CustomAttempt,
): Promise<TriggerResponse<'defineAuthChallenge'>> =>
  invokeTrigger(pool, {
    kind: 'defineAuthChallenge',
    handler: requireTrigger(pool, 'defineAuthChallenge'),
    client: attempt.client,
    userName: attempt.user?.username ?? attempt.untrustedName,
    triggerSource: 'DefineAuthChallenge_Authentication',
    request: { ...customAuthRequest(pool, attempt), session: attempt.customAuth.results },
    response: { challengeName: null, issueTokens: null, failAuthentication: null },
  })
