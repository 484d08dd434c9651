import { invalidParameter } from '../aws-error.ts'
import { requireParameter } from '../require-parameter.ts'
import { usableFactors } from '../usable-factors.ts'
import type { AnswerChallenge } from './challenge-answer.ts'
import { challengeOfMethod, openMfaChallenge } from './open-challenge.ts'

/** SELECT_MFA_TYPE: asks for the factor that was chosen, with a new Session. */
export const answerSelectMfaType: AnswerChallenge = async (
  pool,
  { responses, consumeSession, ...signIn },
) => {
  const untrustedAnswer = requireParameter(responses, 'ANSWER')
  const method = usableFactors(pool, signIn.user).find(
    (factor) => challengeOfMethod[factor] === untrustedAnswer,
  )
  if (!method) throw invalidParameter('Invalid ANSWER for SELECT_MFA_TYPE')
  consumeSession()
  return openMfaChallenge(pool, signIn, method)
}
