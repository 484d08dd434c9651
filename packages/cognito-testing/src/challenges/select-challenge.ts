import { invalidParameter } from '../aws-error.ts'
import { availableChallenges } from '../first-factors/available-challenges.ts'
import { firstFactorTable } from '../first-factors/first-factor-table.ts'
import { requireParameter } from '../require-parameter.ts'
import type { AnswerChallenge } from './challenge-answer.ts'

/**
 * SELECT_CHALLENGE: goes on with the factor that was chosen, of those that the user has now. A
 * password comes along, in clear or as SRP_A.
 */
export const answerSelectChallenge: AnswerChallenge = async (
  pool,
  { responses, consumeSession, session: _session, state: _state, ...signIn },
) => {
  const untrustedAnswer = requireParameter(responses, 'ANSWER')
  const challenge = availableChallenges(pool, signIn.user).find((name) => name === untrustedAnswer)
  if (!challenge) throw invalidParameter('Invalid ANSWER for SELECT_CHALLENGE')
  return firstFactorTable[challenge].start(pool, {
    ...signIn,
    parameters: responses,
    onAccepted: consumeSession,
  })
}
