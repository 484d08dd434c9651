import { username } from '../../routes/schemas/username.ts'

/** As AWS constrains it, which is as the name of a user. */
const groupName: typeof username = username

export const groupParams = {
  type: 'object',
  required: ['group'],
  properties: { group: groupName as typeof groupName },
} as const

/** `PUT` and `DELETE /users/:username/groups/:group` */
export const membershipParams = {
  type: 'object',
  required: ['username', 'group'],
  properties: {
    username: username as typeof username,
    group: groupName as typeof groupName,
  },
} as const

const shownGroup = {
  type: 'object',
  required: ['name'],
  additionalProperties: false,
  properties: {
    name: { type: 'string' },
    description: { type: 'string' },
    precedence: { type: 'integer' },
  },
} as const

/** `GET /groups`, `GET /users/:username/groups` */
export const groupsAnswer = {
  type: 'object',
  required: ['groups'],
  additionalProperties: false,
  properties: {
    groups: { type: 'array', items: shownGroup as typeof shownGroup },
    cursor: { type: 'string' },
  },
} as const
