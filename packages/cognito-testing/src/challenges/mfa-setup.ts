import { attributeProblem } from '../attributes/attribute-problem.ts'
import { checkAliasIsFree } from '../attributes/check-alias-is-free.ts'
import { isOthersWayIn } from '../attributes/is-others-way-in.ts'
import type { AuthAnswer, SignIn } from '../auth-answer.ts'
import { invalidParameter } from '../aws-error.ts'
import { completeSignIn } from '../complete-sign-in.ts'
import { checkHasNoFactor } from '../mfa/check-has-no-factor.ts'
import { withFactor } from '../mfa/with-factor.ts'
import type { Pool } from '../pool.ts'
import type { AnswerChallenge } from './challenge-answer.ts'
import { challengeOfMethod, openChallenge } from './open-challenge.ts'
import { sendOneTimeCode } from './send-one-time-code.ts'

/** A code goes to the address before it is anything of the user's. */
const askForEmailCode = async (
  pool: Pool,
  signIn: SignIn,
  untrustedAddress: string,
): Promise<AuthAnswer> => {
  const attribute = 'email'
  const { schema, mfaMethods } = pool.settings
  if (!mfaMethods.includes('email')) {
    throw invalidParameter('E-mail MFA has not been enabled by the userPool')
  }
  const problem = attributeProblem(schema, { [attribute]: untrustedAddress })
  if (problem) throw invalidParameter(problem)
  const claim = { user: signIn.user, attribute, value: untrustedAddress } as const
  if (isOthersWayIn(pool, claim)) checkAliasIsFree(pool, claim)
  const to = untrustedAddress
  const code = { use: 'mfa', attribute, to, isForeign: true } as const
  const parameters = await sendOneTimeCode(pool, signIn, code)
  return openChallenge(pool, signIn, {
    name: challengeOfMethod.email,
    parameters,
    state: { emailToSetUp: to },
  })
}

/**
 * MFA_SETUP: with the Session of VerifySoftwareToken, or an address in EMAIL. Unlike at other
 * challenges, what is wrong with the answer uses the Session up.
 * Source: notes of aws-devtools-labs/aws-blocks on a live pool.
 */
export const answerMfaSetup: AnswerChallenge = async (
  pool,
  { responses, consumeSession, session: _session, state, ...signIn },
) => {
  consumeSession()
  if (state.isTotpVerified) {
    const user = pool.users.update(signIn.user.username, withFactor(signIn.user, 'totp'))
    return completeSignIn(pool, { ...signIn, user })
  }
  checkHasNoFactor(pool, signIn.user)
  const untrustedAddress = responses['EMAIL']
  if (untrustedAddress) return askForEmailCode(pool, signIn, untrustedAddress)
  throw invalidParameter(
    'Invalid MFA_SETUP answer: no software token was verified, and no EMAIL sent',
  )
}
