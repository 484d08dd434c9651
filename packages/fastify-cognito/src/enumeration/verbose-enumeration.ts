import { CognitoError } from '@x/cognito-core'
import { toRefusal } from '../problems/refusal.ts'
import type { Enumeration } from './enumeration.ts'
import { statusOfOthers } from './status-of-others.ts'

const ofAnAccount = (error: unknown): never => {
  const statusCode = error instanceof CognitoError && statusOfOthers[error.code]
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
