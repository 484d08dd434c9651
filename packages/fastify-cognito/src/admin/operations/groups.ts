import { pageQuery } from '../../routes/schemas/page.ts'
import { noBody } from '../../routes/schemas/session.ts'
import { statusOfUsers } from '../refusal-of-call.ts'
import { groupParams, groupsAnswer, membershipParams } from '../schemas/groups.ts'
import { userParams, usersAnswer } from '../schemas/users.ts'
import { type AdminOperation, ofOperators, ofUser } from './admin-operation.ts'

const statuses = statusOfUsers

export const listGroups: AdminOperation = {
  tag: 'Groups',
  summary: 'List groups',
  caller: 'user',
  isChange: false,
  query: pageQuery,
  answer: groupsAnswer,
  success: 'A page of them. Without a `cursor` it is the last.',
  problems: [...ofOperators, 'INVALID_INPUT'],
}

export const listGroupMembers: AdminOperation = {
  tag: 'Groups',
  summary: 'List the users in a group',
  caller: 'user',
  isChange: false,
  params: groupParams,
  query: pageQuery,
  answer: usersAnswer,
  success: 'A page of them. Without a `cursor` it is the last.',
  problems: [...ofOperators, 'INVALID_INPUT', 'NOT_FOUND', 'COGNITO_GROUP_NOT_FOUND'],
}

export const listGroupsOfUser: AdminOperation = {
  tag: 'Groups',
  summary: 'List the groups that a user is in',
  caller: 'user',
  isChange: false,
  params: userParams,
  query: pageQuery,
  answer: groupsAnswer,
  success: 'A page of them. Without a `cursor` it is the last.',
  problems: [...ofUser, 'INVALID_INPUT'],
  statuses,
}

export const addUserToGroup: AdminOperation = {
  tag: 'Groups',
  summary: 'Add a user to a group',
  description: 'Tokens say so from the next sign-in or refresh on.',
  caller: 'user',
  isChange: true,
  params: membershipParams,
  body: noBody,
  success: 'A member, also where the user was.',
  problems: [...ofUser, 'COGNITO_GROUP_NOT_FOUND', 'OWN_ACCOUNT'],
  statuses,
}

export const removeUserFromGroup: AdminOperation = {
  tag: 'Groups',
  summary: 'Take a user out of a group',
  description:
    'Tokens say so from the next sign-in or refresh on. Operators keep the groups that make them one.',
  caller: 'user',
  isChange: true,
  params: membershipParams,
  body: noBody,
  success: 'No member, also where the user was none.',
  problems: [...ofUser, 'COGNITO_GROUP_NOT_FOUND', 'OWN_ACCOUNT'],
  statuses,
}
