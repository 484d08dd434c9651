import { user } from './user.ts'

/** `POST /sign-in` */
export const signInBody = {
  type: 'object',
  additionalProperties: false,
  required: ['username', 'password'],
  properties: {
    username: {
      type: 'string',
      minLength: 1,
      maxLength: 128,
      pattern: '^[\\p{L}\\p{M}\\p{S}\\p{N}\\p{P}]+$',
    },
    password: { type: 'string', minLength: 1, maxLength: 256 },
    method: { type: 'string', enum: ['srp', 'password'] },
  },
} as const

/** `POST /challenge`; what `answer` holds depends on the challenge. */
export const challengeBody = {
  type: 'object',
  additionalProperties: false,
  required: ['answer'],
  properties: {
    answer: { type: 'object' },
    challengeToken: { type: 'string', minLength: 1, maxLength: 16384 },
  },
} as const

/** `SignInAnswer` */
export const signInAnswer: object = {
  type: 'object',
  required: ['status'],
  properties: {
    status: {
      type: 'string',
      enum: ['signed-in', 'challenge', 'confirm-sign-up', 'reset-password'],
    },
    user,
    expiresAt: { type: 'integer' },
    tokens: {
      type: 'object',
      required: ['accessToken', 'idToken', 'expiresAt'],
      properties: {
        accessToken: { type: 'string' },
        idToken: { type: 'string' },
        refreshToken: { type: 'string' },
        expiresAt: { type: 'integer' },
      },
    },
    challenge: {
      type: 'object',
      required: ['kind', 'expiresAt'],
      additionalProperties: true,
      properties: { kind: { type: 'string' }, expiresAt: { type: 'integer' } },
    },
    challengeToken: { type: 'string' },
  },
}
