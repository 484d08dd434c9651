import { CognitoError, type CognitoErrorCode, type SignInResult } from '@x/cognito-core'

type Step = Exclude<SignInResult, { tokens: unknown } | { challenge: unknown }>

/** Two next steps of a sign-in say as much about a user as the refusals that core reads them from. */
const steps: Readonly<Record<Step['status'], CognitoErrorCode>> = {
  'confirm-sign-up': 'COGNITO_USER_NOT_CONFIRMED',
  'reset-password': 'COGNITO_PASSWORD_RESET_REQUIRED',
}

/** Where a password is proved, by SRP. */
const provingOperation = 'RespondToAuthChallenge'

/** Whether Cognito had a proof of the password when it refused. */
export const isAfterProof = ({ operation }: CognitoError): boolean => operation === provingOperation

/** @throws CognitoError for such a step. */
export const refuseSteps = (result: SignInResult): SignInResult => {
  const code = new Map<string, CognitoErrorCode>(Object.entries(steps)).get(result.status)
  if (!code) return result
  const isProved = 'afterProof' in result && result.afterProof
  throw new CognitoError(code, { operation: isProved ? provingOperation : 'InitiateAuth' })
}

/** The step again, where it may be told. For `catch`. */
export const takeSteps = (error: unknown): SignInResult => {
  const code = error instanceof CognitoError && error.code
  const [status] = Object.entries(steps).find(([, each]) => each === code) ?? []
  if (status === undefined) throw error
  return { status, afterProof: isAfterProof(error as CognitoError) } as Step
}
