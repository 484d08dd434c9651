import { provedName } from '../counted-names.ts'
import { noBody } from '../schemas/session.ts'
import { elsewhereAnswer, sessionParams, sessionsAnswer } from '../schemas/sessions.ts'
import type { Operation } from './operation.ts'

const limit = { preset: 'factors', names: provedName } as const

export const listSessions: Operation = {
  tag: 'Sessions',
  summary: 'Where the user is signed in',
  caller: 'user',
  answer: sessionsAnswer,
  success: 'Every session, of every app client of the pool.',
  problems: [],
}

export const revokeSession: Operation = {
  tag: 'Sessions',
  summary: 'End another session',
  description: 'It is not refreshed any more. To end the own one, sign out.',
  caller: 'user',
  limit,
  params: sessionParams,
  body: noBody,
  success: 'Ended.',
  problems: ['NOT_FOUND', 'COGNITO_SESSION_NOT_FOUND'],
}

export const signOutElsewhere: Operation = {
  tag: 'Sessions',
  summary: 'Sign out everywhere else',
  description: 'Ends every session of the user but this one. May be said again where it failed.',
  caller: 'user',
  limit,
  body: noBody,
  answer: elsewhereAnswer,
  success: 'How many sessions have ended.',
  problems: [],
}
