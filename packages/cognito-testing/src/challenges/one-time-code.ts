import { AwsError, notAuthorized } from '../aws-error.ts'
import type { IssuedCode } from '../codes/code-slots.ts'
import { completeSignIn } from '../complete-sign-in.ts'
import { availableChallenges } from '../first-factors/available-challenges.ts'
import { confirmByCode } from '../first-factors/confirm-by-code.ts'
import { setUpEmailMfa } from '../mfa/set-up-email-mfa.ts'
import type { ContactAttribute } from '../options.ts'
import type { Pool } from '../pool.ts'
import { requireParameter } from '../require-parameter.ts'
import { usableFactors } from '../usable-factors.ts'
import type { User } from '../user-store.ts'
import type { AnswerChallenge, ChallengeAnswer } from './challenge-answer.ts'

const firstFactorBy = { email: 'EMAIL_OTP', phone_number: 'SMS_OTP' } as const

/** What a right code makes of the user, beside letting them in. */
const afterCode = (
  pool: Pool,
  { user, state }: Pick<ChallengeAnswer, 'user' | 'state'>,
  issued: IssuedCode,
): User => {
  if (state.isFirstFactor) return confirmByCode(pool, user, issued)
  return state.emailToSetUp === undefined ? user : setUpEmailMfa(pool, user, state.emailToSetUp)
}

/**
 * Whether a code is good for this Session and enough still: the user may have set up MFA, or have
 * another address, since it was sent.
 */
const isEnough = (
  pool: Pool,
  { user, state }: Pick<ChallengeAnswer, 'user' | 'state'>,
  { attribute, to }: IssuedCode,
): boolean => {
  const { isFirstFactor, emailToSetUp } = state
  if (isFirstFactor) return availableChallenges(pool, user).includes(firstFactorBy[attribute])
  if (emailToSetUp === undefined) return to === user.attributes[attribute]
  return to === emailToSetUp && usableFactors(pool, user).length === 0
}

/** The newest code sent for the purpose of the Session, once. */
const answerWithSentCode =
  (attribute: ContactAttribute, parameter: string): AnswerChallenge =>
  async (pool, { responses, consumeSession, session: _session, state, ...signIn }) => {
    const untrustedCode = requireParameter(responses, parameter)
    const { user } = signIn
    const purpose = state.isFirstFactor ? 'sign-in' : 'mfa'
    const slot = { subject: user.sub, purpose, attribute } as const
    const match = pool.codes.match(slot, untrustedCode)
    if (match.state !== 'right' || !isEnough(pool, { user, state }, match.issued)) {
      throw new AwsError('CodeMismatchException', 'Invalid code or auth state for the user.')
    }
    if (!user.enabled) throw notAuthorized('User is disabled.')
    const updated = afterCode(pool, { user, state }, match.issued)
    consumeSession()
    pool.codes.drop(slot)
    return completeSignIn(pool, { ...signIn, user: updated })
  }

export const answerSmsMfa: AnswerChallenge = answerWithSentCode('phone_number', 'SMS_MFA_CODE')
export const answerSmsOtp: AnswerChallenge = answerWithSentCode('phone_number', 'SMS_OTP_CODE')
/** As first factor and as second: the Session says which. */
export const answerEmailOtp: AnswerChallenge = answerWithSentCode('email', 'EMAIL_OTP_CODE')
