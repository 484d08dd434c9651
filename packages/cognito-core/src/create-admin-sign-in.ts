import { type AdminSignInOptions, adminAuth } from './admin-auth.ts'
import type { AnswerTo, ChallengeKind, ChallengeOf } from './api/challenges.ts'
import type { Context } from './context.ts'
import { type ContextOptions, createContext } from './create-context.ts'
import { ConfigurationError } from './errors/configuration-error.ts'
import { type AdminSignInInput, adminSignIn } from './flows/admin-sign-in.ts'
import { answerChallenge } from './flows/answer-challenge.ts'
import type { SignInResult } from './sign-in-result.ts'

export type { AdminSignInInput } from './flows/admin-sign-in.ts'

export interface AdminSignInApi {
  /**
   * Signs somebody in as a backend, with AWS credentials; the options need `clientId`, and `clientSecret`
   * where the app client has one. Needs the IAM actions `cognito-idp:AdminInitiateAuth` and
   * `cognito-idp:AdminRespondToAuthChallenge`.
   *
   * @throws CognitoError, such as `COGNITO_INVALID_CREDENTIALS`; ConfigurationError without `clientId`.
   */
  signIn(input: AdminSignInInput, call?: AdminSignInOptions): Promise<SignInResult>

  /**
   * Answers what `signIn` or an earlier answer asked. Needs the IAM action
   * `cognito-idp:AdminRespondToAuthChallenge`.
   *
   * @throws CognitoError, such as `COGNITO_CODE_MISMATCH`; ConfigurationError without `clientId`.
   */
  answerChallenge<Kind extends ChallengeKind>(
    challenge: ChallengeOf<Kind>,
    answer: AnswerTo[Kind],
    call?: AdminSignInOptions,
  ): Promise<SignInResult>
}

/** @param options have been checked, as far as they are there. */
export const createAdminSignIn = ({
  clientId,
  ...options
}: Omit<ContextOptions, 'clientId'> & { clientId?: string }): AdminSignInApi => {
  const context = clientId === undefined ? undefined : createContext({ ...options, clientId })
  const contextOf = ({ device }: AdminSignInOptions): Context => {
    if (!context) {
      throw new ConfigurationError('clientId', 'is missing; signing in needs an app client.')
    }
    const { send, userPoolId } = context
    return { ...context, auth: adminAuth(send, { userPoolId, ...(device && { device }) }) }
  }
  return {
    signIn: async (input, call = {}) => adminSignIn(contextOf(call), input, call),
    answerChallenge: async (challenge, answer, call = {}) =>
      answerChallenge(contextOf(call), challenge, answer, call),
  }
}
