import { noBody } from '../../routes/schemas/session.ts'
import { statusOfUsers } from '../refusal-of-call.ts'
import {
  createUserBody,
  userAnswer,
  userParams,
  usersAnswer,
  usersQuery,
} from '../schemas/users.ts'
import { type AdminOperation, ofOperators, ofUser } from './admin-operation.ts'

const statuses = statusOfUsers

export const listUsers: AdminOperation = {
  tag: 'Users',
  summary: 'List or search users',
  description: 'As Cognito knows them: what was done within the last moments may be missing.',
  caller: 'user',
  isChange: false,
  query: usersQuery,
  answer: usersAnswer,
  success:
    'A page of them, which may hold fewer than asked for. Without a `cursor` it is the last.',
  problems: [...ofOperators, 'INVALID_INPUT'],
}

export const createUser: AdminOperation = {
  tag: 'Users',
  summary: 'Create a user',
  description: 'Sends an invitation with a temporary password, unless told not to.',
  caller: 'user',
  isChange: true,
  body: createUserBody,
  answer: userAnswer,
  success: 'The user, without the password.',
  problems: [
    ...ofOperators,
    'COGNITO_USER_NOT_FOUND',
    'COGNITO_USERNAME_TAKEN',
    'COGNITO_ALIAS_TAKEN',
    'COGNITO_INVALID_PASSWORD',
    'COGNITO_ATTRIBUTE_MISSING',
    'COGNITO_ATTRIBUTE_INVALID',
    'COGNITO_ATTRIBUTE_READ_ONLY',
    'COGNITO_CODE_NOT_DELIVERED',
    'COGNITO_LIMIT_EXCEEDED',
    'COGNITO_REJECTED_BY_TRIGGER',
    'COGNITO_TRIGGER_FAILED',
  ],
  statuses,
}

export const getUser: AdminOperation = {
  tag: 'Users',
  summary: 'Show a user',
  caller: 'user',
  isChange: false,
  params: userParams,
  answer: userAnswer,
  success: 'The user.',
  problems: ofUser,
  statuses,
}

export const enableUser: AdminOperation = {
  tag: 'Users',
  summary: 'Let a user sign in again',
  caller: 'user',
  isChange: true,
  params: userParams,
  body: noBody,
  success: 'Enabled, also where the user was.',
  problems: ofUser,
  statuses,
}

export const disableUser: AdminOperation = {
  tag: 'Users',
  summary: 'Let a user sign in no more',
  description: 'Ends every session of the user. The own account is refused.',
  caller: 'user',
  isChange: true,
  params: userParams,
  body: noBody,
  success: 'Disabled, also where the user was.',
  problems: [...ofUser, 'OWN_ACCOUNT'],
  statuses,
}
