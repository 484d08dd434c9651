/** What answers each kind of challenge: the `answer` of `POST /challenge`. */
export const challengeAnswers = {
  'new-password': {
    type: 'object',
    additionalProperties: false,
    required: ['newPassword'],
    properties: {
      newPassword: { type: 'string', minLength: 1, maxLength: 256 },
      attributes: {
        type: 'object',
        maxProperties: 50,
        propertyNames: { pattern: '^[\\w:.-]{1,64}$' },
        additionalProperties: { type: 'string', maxLength: 2048 },
      },
    },
  },
  'sms-code': {
    type: 'object',
    additionalProperties: false,
    required: ['code'],
    properties: { code: { type: 'string', maxLength: 64, pattern: '^\\S+$' } },
  },
  'email-code': {
    type: 'object',
    additionalProperties: false,
    required: ['code'],
    properties: { code: { type: 'string', maxLength: 64, pattern: '^\\S+$' } },
  },
  'totp-code': {
    type: 'object',
    additionalProperties: false,
    required: ['code'],
    properties: { code: { type: 'string', maxLength: 64, pattern: '^\\S+$' } },
  },
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
} as const
