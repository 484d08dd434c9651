import { AwsError } from '../aws-error.ts'
import { completeSignIn } from '../complete-sign-in.ts'
import { requireParameter } from '../require-parameter.ts'
import { spendTotpCode, usedTotpCode } from '../spend-totp-code.ts'
import type { AnswerChallenge } from './challenge-answer.ts'

/** SOFTWARE_TOKEN_MFA: the code of this, the previous or the next 30 seconds, once. */
export const answerSoftwareTokenMfa: AnswerChallenge = async (
  pool,
  { responses, consumeSession, ...signIn },
) => {
  const { sub, totpSecret: secret } = signIn.user
  const untrustedCode = requireParameter(responses, 'SOFTWARE_TOKEN_MFA_CODE')
  const worth = spendTotpCode(pool, { sub, secret, untrustedCode })
  if (worth === 'wrong') throw new AwsError('CodeMismatchException', 'Code mismatch')
  if (worth === 'used') throw new AwsError('ExpiredCodeException', usedTotpCode)
  consumeSession()
  return completeSignIn(pool, signIn)
}
