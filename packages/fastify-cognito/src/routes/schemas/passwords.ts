import { code } from './code.ts'
import { password } from './password.ts'
import { username } from './username.ts'

/** `POST /password/forgot` */
export const forgotBody = {
  type: 'object',
  additionalProperties: false,
  required: ['username'],
  properties: { username: username as typeof username },
} as const

/** `POST /password/reset` */
export const resetBody = {
  type: 'object',
  additionalProperties: false,
  required: ['username', 'code', 'newPassword'],
  properties: {
    username: username as typeof username,
    code: code as typeof code,
    newPassword: password as typeof password,
  },
} as const

/** `POST /password/change`; who has no password yet leaves the current one out. */
export const changeBody = {
  type: 'object',
  additionalProperties: false,
  required: ['newPassword'],
  properties: {
    currentPassword: password as typeof password,
    newPassword: password as typeof password,
  },
} as const

/** `GET /password/policy` */
export const passwordPolicyAnswer = {
  type: 'object',
  additionalProperties: false,
  required: [
    'minimumLength',
    'requireLowercase',
    'requireUppercase',
    'requireNumbers',
    'requireSymbols',
    'historySize',
    'temporaryPasswordDays',
  ],
  properties: {
    minimumLength: { type: 'integer' },
    requireLowercase: { type: 'boolean' },
    requireUppercase: { type: 'boolean' },
    requireNumbers: { type: 'boolean' },
    requireSymbols: { type: 'boolean' },
    historySize: { type: 'integer' },
    temporaryPasswordDays: { type: 'integer' },
  },
} as const
