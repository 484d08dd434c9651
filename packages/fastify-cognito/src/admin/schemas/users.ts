import { attributes } from '../../routes/schemas/attributes.ts'
import { cursor, pageSize } from '../../routes/schemas/page.ts'
import { password } from '../../routes/schemas/password.ts'
import { attributesAnswer } from '../../routes/schemas/profile.ts'
import { username } from '../../routes/schemas/username.ts'

const text = { type: 'string', minLength: 1, maxLength: 256 } as const

/** `GET /users`: all, or those that one attribute finds. */
export const usersQuery = {
  type: 'object',
  additionalProperties: false,
  properties: {
    by: {
      type: 'string',
      enum: [
        'username',
        'email',
        'phone_number',
        'name',
        'given_name',
        'family_name',
        'preferred_username',
        'sub',
        'status',
        'enabled',
      ],
      description: 'What users are searched by, with `equals` or `startsWith`.',
    },
    equals: text as typeof text,
    startsWith: text as typeof text,
    pageSize: pageSize as typeof pageSize,
    cursor: cursor as typeof cursor,
  },
} as const

export const userParams = {
  type: 'object',
  required: ['username'],
  properties: { username: username as typeof username },
} as const

/** `POST /users` */
export const createUserBody = {
  type: 'object',
  additionalProperties: false,
  required: ['username'],
  properties: {
    username: username as typeof username,
    temporaryPassword: password as typeof password,
    attributes: attributes as typeof attributes,
    deliverBy: {
      type: 'array',
      minItems: 1,
      uniqueItems: true,
      items: { type: 'string', enum: ['email', 'sms'] },
      description: 'How the invitation is sent.',
    },
    invitation: {
      type: 'string',
      enum: ['send', 'resend', 'none'],
      description: '`resend` sends a user there is another one. `send` where it is left out.',
    },
  },
} as const

export const shownUser = {
  type: 'object',
  required: ['username', 'attributes', 'status', 'enabled', 'createdAt', 'updatedAt'],
  additionalProperties: false,
  properties: {
    username: { type: 'string', description: 'The real name in the pool.' },
    attributes: attributesAnswer as typeof attributesAnswer,
    status: { type: 'string', description: 'As Cognito spells it, such as `CONFIRMED`.' },
    enabled: { type: 'boolean', description: 'Whether the user may sign in.' },
    createdAt: { type: 'integer', description: 'In Unix seconds.' },
    updatedAt: { type: 'integer', description: 'In Unix seconds.' },
  },
} as const

/** `POST /users`, `GET /users/:username` */
export const userAnswer = {
  type: 'object',
  required: ['user'],
  additionalProperties: false,
  properties: { user: shownUser as typeof shownUser },
} as const

/** `GET /users`, `GET /groups/:group/users` */
export const usersAnswer = {
  type: 'object',
  required: ['users'],
  additionalProperties: false,
  properties: {
    users: { type: 'array', items: shownUser as typeof shownUser },
    cursor: { type: 'string' },
  },
} as const
