import { always } from '../always.ts'
import { provedName } from '../counted-names.ts'
import { mfaAnswer, mfaBody, totpConfirmBody, totpSetupAnswer } from '../schemas/mfa.ts'
import { noBody } from '../schemas/session.ts'
import type { Operation } from './operation.ts'

export const getMfa: Operation = {
  tag: 'MFA',
  summary: 'Which second factors are asked for',
  caller: 'user',
  answer: mfaAnswer,
  success: 'The second factors that are enabled, and what the user can sign in with.',
  problems: [],
}

export const setMfa: Operation = {
  tag: 'MFA',
  summary: 'Choose second factors',
  description:
    '`totp` can be enabled once it is set up, `sms` and `email` where the user has a phone number or an e-mail address.',
  caller: 'user',
  stepUp: always,
  limit: { preset: 'factors', names: provedName },
  body: mfaBody,
  answer: mfaAnswer,
  success: 'The second factors that are asked for from now on.',
  problems: ['COGNITO_MFA_NOT_SET_UP'],
}

export const startTotp: Operation = {
  tag: 'MFA',
  summary: 'Set up an authenticator app',
  description: 'Nothing changes before a code of the app has confirmed it.',
  caller: 'user',
  stepUp: always,
  limit: { preset: 'factors', names: provedName },
  body: noBody,
  answer: totpSetupAnswer,
  success: 'The secret that the app is to be told, once.',
  problems: [],
}

export const confirmTotp: Operation = {
  tag: 'MFA',
  summary: 'Confirm an authenticator app with a code of it',
  caller: 'user',
  stepUp: always,
  limit: { preset: 'code', names: provedName },
  body: totpConfirmBody,
  success: 'The app is asked for at sign-in from now on.',
  problems: ['COGNITO_CODE_MISMATCH', 'COGNITO_CODE_EXPIRED', 'COGNITO_MFA_NOT_SET_UP'],
}
