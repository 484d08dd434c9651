import { AwsError } from '../aws-error.ts'
import { completeSignIn } from '../complete-sign-in.ts'
import { requireParameter } from '../require-parameter.ts'
import { matchTotpStep } from '../totp.ts'
import type { AnswerChallenge } from './challenge-answer.ts'

/** SOFTWARE_TOKEN_MFA: the code of this, the previous or the next 30 seconds, once. */
export const answerSoftwareTokenMfa: AnswerChallenge = async (
  pool,
  { responses, consumeSession, ...signIn },
) => {
  const { user } = signIn
  const untrustedCode = requireParameter(responses, 'SOFTWARE_TOKEN_MFA_CODE')
  const secret = user.totpSecret ?? ''
  const step = matchTotpStep({ secret, untrustedCode, now: pool.clock.now() })
  if (step === undefined) throw new AwsError('CodeMismatchException', 'Code mismatch')
  const spent = JSON.stringify([user.username, step])
  if (pool.spentTotpSteps.has(spent)) {
    throw new AwsError('ExpiredCodeException', 'Your software token has already been used once.')
  }
  consumeSession()
  pool.spentTotpSteps.add(spent)
  return completeSignIn(pool, signIn)
}
