import type { ChallengeKind } from '@x/cognito-core'

/** By any of the ways in which Cognito sends or checks one. */
const codeAnswer = {
  type: 'object',
  additionalProperties: false,
  required: ['code'],
  properties: {
    code: { type: 'string', minLength: 1, maxLength: 2048, pattern: '^[^\\s\\p{C}]*$' },
  },
} as const

/** What answers each kind of challenge: the `answer` of `POST /challenge`. */
export const challengeAnswers: Readonly<Record<ChallengeKind, object>> = {
  'new-password': {
    type: 'object',
    additionalProperties: false,
    required: ['newPassword'],
    properties: {
      newPassword: { type: 'string', minLength: 1, maxLength: 256 },
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
