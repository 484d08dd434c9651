import { always } from '../always.ts'
import { provedName, typedNames } from '../counted-names.ts'
import { codeDelivery } from '../schemas/code-delivery.ts'
import { changeBody, forgotBody, passwordPolicyAnswer, resetBody } from '../schemas/passwords.ts'
import { ofSentCodes, ofSpentCodes } from './code-problems.ts'
import type { Operation } from './operation.ts'

export const forgotPassword: Operation = {
  tag: 'Password',
  summary: 'Ask for a code to reset a password',
  caller: 'anybody',
  limit: { preset: 'sendCode', names: typedNames },
  body: forgotBody,
  answer: codeDelivery,
  success: 'Where the code goes, if there is such a user.',
  ...ofSentCodes,
  verboseProblems: [...ofSentCodes.verboseProblems, 'COGNITO_PASSWORD_RESET_NOT_POSSIBLE'],
}

export const resetPassword: Operation = {
  tag: 'Password',
  summary: 'Reset a password with a code',
  caller: 'anybody',
  limit: { preset: 'code', names: typedNames },
  body: resetBody,
  success: 'The new password counts.',
  ...ofSpentCodes,
  problems: [...ofSpentCodes.problems, 'COGNITO_INVALID_PASSWORD'],
  verboseProblems: [...ofSpentCodes.verboseProblems, 'COGNITO_PASSWORD_RESET_NOT_POSSIBLE'],
}

export const changePassword: Operation = {
  tag: 'Password',
  summary: 'Change the password',
  description: 'Whoever has no password yet leaves the current one out.',
  caller: 'user',
  stepUp: always,
  limit: { preset: 'password', names: provedName },
  body: changeBody,
  success: 'The new password counts.',
  problems: [
    'COGNITO_WRONG_PASSWORD',
    'COGNITO_INVALID_PASSWORD',
    'COGNITO_TOO_MANY_ATTEMPTS',
    'COGNITO_LIMIT_EXCEEDED',
  ],
}

export const getPasswordPolicy: Operation = {
  tag: 'Password',
  summary: 'What a password needs',
  caller: 'anybody',
  answer: passwordPolicyAnswer,
  success: 'The password policy of the user pool.',
  problems: ['NOT_FOUND'],
}
