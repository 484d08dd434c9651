import { CognitoError, type CognitoErrorCode } from '@x/cognito-core'
import { toRefusal } from '../problems/refusal.ts'
import type { Enumeration } from './enumeration.ts'

/** Where nobody signs in, these are about somebody else than who asks. */
const ofOthers: Readonly<Partial<Record<CognitoErrorCode, number>>> = {
  COGNITO_USER_NOT_FOUND: 404,
  COGNITO_USER_DISABLED: 403,
}

const ofAnAccount = (error: unknown): never => {
  const statusCode = error instanceof CognitoError && ofOthers[error.code]
  throw statusCode ? toRefusal(error, { statusCode }) : error
}

/** Everything as Cognito said it: for services whose users may know of each other. */
export const verboseEnumeration: Enumeration = {
  signIn: ({ ask }) => ask(),
  answerChallenge: ({ ask }) => ask(),
  signUp: async ({ ask }) => {
    const result = await ask()
    const { status } = result
    const delivery = status === 'confirm-sign-up' ? result.delivery : undefined
    return { told: { status, ...(delivery && { delivery }) }, result }
  },
  sendCode: ({ ask }) => ask().catch(ofAnAccount),
  spendCode: ({ ask }) => ask().catch(ofAnAccount),
}
