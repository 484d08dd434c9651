import { typedNames } from '../counted-names.ts'
import { codeDelivery } from '../schemas/code-delivery.ts'
import {
  confirmAnswer,
  confirmBody,
  resendBody,
  signUpAnswer,
  signUpBody,
} from '../schemas/sign-up.ts'
import { ofSentCodes, ofSpentCodes } from './code-problems.ts'
import type { Operation } from './operation.ts'

export const signUp: Operation = {
  tag: 'Sign-up',
  summary: 'Sign up',
  description:
    'One of `username`, `email` and `phoneNumber` is needed; the first of them is what the user signs in with.',
  caller: 'anybody',
  limit: { preset: 'signUp', names: typedNames },
  body: signUpBody,
  answer: signUpAnswer,
  success: 'Signed up; a code is to confirm it where the status says so.',
  problems: [
    'COGNITO_INVALID_PASSWORD',
    'COGNITO_ATTRIBUTE_MISSING',
    'COGNITO_ATTRIBUTE_INVALID',
    'COGNITO_ATTRIBUTE_READ_ONLY',
    'COGNITO_SIGN_UP_CLOSED',
    'COGNITO_REJECTED_BY_TRIGGER',
    'COGNITO_TRIGGER_FAILED',
  ],
  verboseProblems: [
    'COGNITO_USERNAME_TAKEN',
    'COGNITO_CODE_NOT_DELIVERED',
    'COGNITO_LIMIT_EXCEEDED',
    'COGNITO_TOO_MANY_ATTEMPTS',
  ],
}

export const confirmSignUp: Operation = {
  tag: 'Sign-up',
  summary: 'Confirm a sign-up',
  description: 'Signs in straight away where the sign-up was begun here.',
  caller: 'anybody',
  limit: { preset: 'code', names: typedNames },
  body: confirmBody,
  answer: confirmAnswer,
  success: 'Confirmed, and signed in where that is possible.',
  ...ofSpentCodes,
  problems: [...ofSpentCodes.problems, 'COGNITO_ALIAS_TAKEN'],
  verboseProblems: [...ofSpentCodes.verboseProblems, 'COGNITO_ALREADY_CONFIRMED'],
}

export const resendSignUpCode: Operation = {
  tag: 'Sign-up',
  summary: 'Send the code of a sign-up again',
  caller: 'anybody',
  limit: { preset: 'sendCode', names: typedNames },
  body: resendBody,
  answer: codeDelivery,
  success: 'Where the code goes, if there is such a sign-up.',
  ...ofSentCodes,
  verboseProblems: [...ofSentCodes.verboseProblems, 'COGNITO_ALREADY_CONFIRMED'],
}
