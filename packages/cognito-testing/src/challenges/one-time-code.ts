import { AwsError } from '../aws-error.ts'
import { completeSignIn } from '../complete-sign-in.ts'
import type { ContactAttribute } from '../options.ts'
import { requireParameter } from '../require-parameter.ts'
import type { AnswerChallenge } from './challenge-answer.ts'

/** SMS_MFA and EMAIL_OTP: the newest code sent for the purpose, once. */
const answerWithSentCode =
  (attribute: ContactAttribute, parameter: string): AnswerChallenge =>
  async (pool, { responses, consumeSession, ...signIn }) => {
    const untrustedCode = requireParameter(responses, parameter)
    const slot = { subject: signIn.user.sub, purpose: 'mfa', attribute } as const
    if (pool.codes.match(slot, untrustedCode).state !== 'right') {
      throw new AwsError('CodeMismatchException', 'Invalid code or auth state for the user.')
    }
    consumeSession()
    pool.codes.drop(slot)
    return completeSignIn(pool, signIn)
  }

export const answerSmsMfa: AnswerChallenge = answerWithSentCode('phone_number', 'SMS_MFA_CODE')
export const answerEmailOtp: AnswerChallenge = answerWithSentCode('email', 'EMAIL_OTP_CODE')
