import { sessionName } from '../counted-names.ts'
import { noBody, refreshBody, refreshTokenBody } from '../schemas/session.ts'
import { signedInAnswer } from '../schemas/sign-in.ts'
import type { Operation } from './operation.ts'

export const refresh: Operation = {
  tag: 'Session',
  summary: 'Get new tokens',
  description:
    'The refresh token is in the session cookie, or in the body where no cookies are used.',
  caller: 'anybody',
  limit: { preset: 'session', names: sessionName },
  body: refreshBody,
  answer: signedInAnswer,
  success: 'Still signed in, with new tokens.',
  problems: [
    'COGNITO_TOKEN_REJECTED',
    'COGNITO_USER_NOT_FOUND',
    'COGNITO_USER_DISABLED',
    'COGNITO_USER_NOT_CONFIRMED',
    'COGNITO_PASSWORD_RESET_REQUIRED',
    'COGNITO_REJECTED_BY_TRIGGER',
    'COGNITO_TRIGGER_FAILED',
  ],
}

export const signOut: Operation = {
  tag: 'Session',
  summary: 'Sign out',
  description: 'Revokes the refresh token. May be said twice, and by nobody.',
  caller: 'anybody',
  limit: { preset: 'session', names: sessionName },
  body: refreshTokenBody,
  success: 'Signed out.',
  problems: [],
}

export const signOutEverywhere: Operation = {
  tag: 'Session',
  summary: 'Sign out everywhere',
  description: 'Ends every session of the user.',
  caller: 'user',
  body: noBody,
  success: 'Signed out everywhere.',
  problems: [],
}
