import {
  challengedName,
  isChoice,
  provedName,
  typedNameOfChallenge,
  typedNames,
} from '../counted-names.ts'
import { shownReauthenticateBody, shownSignInBody } from '../schemas/shown-sign-in.ts'
import {
  challengeBody,
  reauthenticateBody,
  resendChallengeBody,
  shownChallengeBody,
  signInAnswer,
  signInBody,
} from '../schemas/sign-in.ts'
import type { Operation } from './operation.ts'

export const signIn: Operation = {
  tag: 'Sign-in',
  summary: 'Sign in',
  description:
    'Gives a session or tokens, or says what is asked next: a challenge is answered at `/challenge`.',
  caller: 'anybody',
  basicCredentials: true,
  limit: { preset: 'signIn', names: typedNames },
  body: signInBody,
  shownBody: shownSignInBody,
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
    'CHALLENGE_TOO_LARGE',
  ],
  verboseProblems: ['COGNITO_USER_NOT_FOUND', 'COGNITO_USER_DISABLED'],
}

export const answerChallenge: Operation = {
  tag: 'Sign-in',
  summary: 'Answer a challenge',
  description:
    'Goes on with the sign-in under way. Each refusal says by `retriable` whether another answer may do; where it is `false`, the user starts again.',
  caller: 'anybody',
  limit: {
    preset: 'code',
    names: challengedName,
    presetOf: (request) => (isChoice(request) ? 'session' : 'code'),
  },
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
    'COGNITO_PASSKEY_REJECTED',
    'COGNITO_USER_NOT_CONFIRMED',
    'COGNITO_PASSWORD_RESET_REQUIRED',
  ],
  verboseProblems: ['COGNITO_USER_NOT_FOUND', 'COGNITO_USER_DISABLED'],
}

export const resendChallenge: Operation = {
  tag: 'Sign-in',
  summary: 'Ask for a new code, or for a passkey once more',
  description:
    'Makes a fresh attempt where that takes nothing of the user: with `choice`, and with `custom` without a password. Elsewhere the challenge under way stays as it is.',
  caller: 'anybody',
  limit: { preset: 'sendCode', names: typedNameOfChallenge },
  body: resendChallengeBody,
  answer: signInAnswer,
  success: 'What is asked next.',
  problems: [...signIn.problems, 'COGNITO_SESSION_EXPIRED', 'SIGN_IN_AGAIN'],
  verboseProblems: ['COGNITO_USER_NOT_FOUND', 'COGNITO_USER_DISABLED'],
}

export const reauthenticate: Operation = {
  tag: 'Sign-in',
  summary: 'Prove once more who is signed in',
  description:
    'For what needs a recent sign-in. The session is renewed, for nobody but the user who is signed in.',
  caller: 'user',
  limit: { preset: 'signIn', names: provedName },
  body: reauthenticateBody,
  shownBody: shownReauthenticateBody,
  answer: signInAnswer,
  success: 'Signed in anew, or what comes next.',
  problems: [...signIn.problems, 'COGNITO_SESSION_EXPIRED'],
}
