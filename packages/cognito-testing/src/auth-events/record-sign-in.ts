import type { AuthAnswer } from '../auth-answer.ts'
import { AwsError } from '../aws-error.ts'
import type { Pool } from '../pool.ts'
import type { AuthEvent, Outcome } from './auth-events.ts'

/** What the flows and challenges prove that prove anything. */
const proofs: Readonly<Record<string, 'Password' | 'Mfa'>> = {
  USER_PASSWORD_AUTH: 'Password',
  ADMIN_USER_PASSWORD_AUTH: 'Password',
  ADMIN_NO_SRP_AUTH: 'Password',
  PASSWORD: 'Password',
  PASSWORD_VERIFIER: 'Password',
  SMS_MFA: 'Mfa',
  SOFTWARE_TOKEN_MFA: 'Mfa',
  EMAIL_OTP: 'Mfa',
}

const answersOf = (step: string, outcome: Outcome): AuthEvent['answers'] => {
  const name = proofs[step]
  return name ? [{ name, isRight: outcome !== 'Fail' }] : []
}

/** Remembers how a step of a sign-in ended, where it is that of somebody who exists. */
export const recordSignIn = async (
  pool: Pool,
  attempt: {
    untrustedName: string | undefined
    /** A flow or a challenge, in AWS's words. */
    step: string
    isNew: boolean
  },
  run: () => Promise<AuthAnswer>,
): Promise<AuthAnswer> => {
  const { untrustedName = '', step, isNew } = attempt
  const note = (outcome: Outcome): void => {
    const user = pool.users.resolve(untrustedName)
    if (!user) return
    const answers = answersOf(step, outcome)
    pool.authEvents.record(user.sub, { isNew, outcome, answers, caller: pool.caller })
  }
  try {
    const answer = await run()
    note(answer.AuthenticationResult ? 'Pass' : 'InProgress')
    return answer
  } catch (error) {
    if (error instanceof AwsError) note('Fail')
    throw error
  }
}
