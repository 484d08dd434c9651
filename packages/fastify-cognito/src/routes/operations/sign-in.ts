import { challengedName, typedNames } from '../counted-names.ts'
import { challengeBody, shownChallengeBody, signInAnswer, signInBody } from '../schemas/sign-in.ts'
import type { Operation } from './operation.ts'

export const signIn: Operation = {
  tag: 'Sign-in',
  summary: 'Sign in',
  description:
    'Gives a session or tokens, or says what is asked next: a challenge is answered at `/challenge`.',
  caller: 'anybody',
  limit: { preset: 'signIn', names: typedNames },
  body: signInBody,
  answer: signInAnswer,
  success: 'Signed in, or what comes next.',
  problems: [
    'COGNITO_INVALID_CREDENTIALS',
    'COGNITO_TEMPORARY_PASSWORD_EXPIRED',
    'COGNITO_TOO_MANY_ATTEMPTS',
    'COGNITO_LIMIT_EXCEEDED',
    'COGNITO_CODE_NOT_DELIVERED',
    'COGNITO_REJECTED_BY_TRIGGER',
    'COGNITO_TRIGGER_FAILED',
    'SESSION_TOO_LARGE',
  ],
  verboseProblems: ['COGNITO_USER_NOT_FOUND', 'COGNITO_USER_DISABLED'],
}

export const answerChallenge: Operation = {
  tag: 'Sign-in',
  summary: 'Answer a challenge',
  description:
    'Goes on with the sign-in under way. `retriable: true` in a refusal says that another answer may do; after any other, the user starts again.',
  caller: 'anybody',
  limit: { preset: 'code', names: challengedName },
  body: challengeBody,
  shownBody: shownChallengeBody,
  answer: signInAnswer,
  success: 'Signed in, or what is asked next.',
  problems: [
    ...signIn.problems,
    'COGNITO_CODE_MISMATCH',
    'COGNITO_CODE_EXPIRED',
    'COGNITO_INVALID_PASSWORD',
    'COGNITO_ATTRIBUTE_MISSING',
    'COGNITO_ATTRIBUTE_INVALID',
    'COGNITO_ATTRIBUTE_READ_ONLY',
    'COGNITO_SESSION_EXPIRED',
    'COGNITO_USER_NOT_CONFIRMED',
    'COGNITO_PASSWORD_RESET_REQUIRED',
  ],
  verboseProblems: ['COGNITO_USER_NOT_FOUND', 'COGNITO_USER_DISABLED'],
}
