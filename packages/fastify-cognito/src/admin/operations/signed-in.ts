import { noBody } from '../../routes/schemas/session.ts'
import { sessionsAnswer } from '../../routes/schemas/sessions.ts'
import { statusOfUsers } from '../refusal-of-call.ts'
import { userSessionParams } from '../schemas/user-sessions.ts'
import { userParams } from '../schemas/users.ts'
import { type AdminOperation, ofUser } from './admin-operation.ts'

const statuses = statusOfUsers

export const signOutUser: AdminOperation = {
  tag: 'Users',
  summary: 'Sign a user out everywhere',
  caller: 'user',
  isChange: true,
  params: userParams,
  body: noBody,
  success: 'Every session of the user has ended.',
  problems: ofUser,
  statuses,
}

export const listUserSessions: AdminOperation = {
  tag: 'Users',
  summary: 'Where a user is signed in',
  description: 'Of a pool that keeps track of sessions. None is said to be that of the caller.',
  caller: 'user',
  isChange: false,
  params: userParams,
  answer: sessionsAnswer,
  success: 'Every session, of every app client of the pool.',
  problems: ofUser,
  statuses,
}

export const revokeUserSession: AdminOperation = {
  tag: 'Users',
  summary: 'End a session of a user',
  description: 'It is not refreshed any more.',
  caller: 'user',
  isChange: true,
  params: userSessionParams,
  body: noBody,
  success: 'Ended.',
  problems: [...ofUser, 'COGNITO_SESSION_NOT_FOUND'],
  statuses,
}
