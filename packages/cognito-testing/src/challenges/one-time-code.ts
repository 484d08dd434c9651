import { AwsError } from '../aws-error.ts'
import { completeSignIn } from '../complete-sign-in.ts'
import { requireParameter } from '../require-parameter.ts'
import type { AnswerChallenge } from './challenge-answer.ts'

/** SMS_MFA and EMAIL_OTP: the newest code sent for the purpose, once. */
const answerWithSentCode =
  (medium: 'sms' | 'email', parameter: string): AnswerChallenge =>
  (pool, { client, user, responses, consumeSession }) => {
    const untrustedCode = requireParameter(responses, parameter)
    const slot = { username: user.username, medium, purpose: 'mfa' } as const
    if (!pool.inbox.isValidCode({ ...slot, untrustedCode })) {
      throw new AwsError('CodeMismatchException', 'Invalid code or auth state for the user.')
    }
    consumeSession()
    pool.inbox.spendCode(slot)
    return completeSignIn(pool, { client, user })
  }

export const answerSmsMfa: AnswerChallenge = answerWithSentCode('sms', 'SMS_MFA_CODE')
export const answerEmailOtp: AnswerChallenge = answerWithSentCode('email', 'EMAIL_OTP_CODE')
