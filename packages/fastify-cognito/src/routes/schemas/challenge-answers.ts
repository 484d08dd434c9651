import type { ChallengeKind } from '@x/cognito-core'
import { code } from './code.ts'
import { password } from './password.ts'

const codeAnswer = {
  type: 'object',
  additionalProperties: false,
  required: ['code'],
  properties: { code },
} as const

/** What answers each kind of challenge: the `answer` of `POST /challenge`. */
export const challengeAnswers: Readonly<Record<ChallengeKind, object>> = {
  'new-password': {
    type: 'object',
    additionalProperties: false,
    required: ['newPassword'],
    properties: {
      newPassword: password,
      attributes: {
        type: 'object',
        maxProperties: 50,
        propertyNames: { pattern: '^(?:dev:)?(?:custom:)?[\\w.-]{1,32}$' },
        additionalProperties: {
          type: 'string',
          maxLength: 2048,
          // Tabs and line ends are the only control characters of an address or the like.
          pattern: '^[\\t\\n\\r\\P{Cc}]*$',
        },
      },
    },
  },
  'sms-code': codeAnswer,
  'email-code': codeAnswer,
  'totp-code': codeAnswer,
  unsupported: {
    type: 'object',
    additionalProperties: false,
    required: ['responses'],
    properties: {
      responses: {
        type: 'object',
        maxProperties: 50,
        propertyNames: { pattern: '^[\\w:.-]{1,64}$' },
        additionalProperties: { type: 'string', minLength: 1, maxLength: 4096 },
      },
    },
  },
}
