import { codeDelivery } from './code-delivery.ts'

const expiresAt = { type: 'integer', description: 'In Unix seconds.' } as const

const newPassword = {
  type: 'object',
  required: ['kind', 'expiresAt', 'missingAttributes'],
  additionalProperties: false,
  properties: {
    kind: { type: 'string', const: 'new-password' },
    expiresAt: expiresAt as typeof expiresAt,
    missingAttributes: {
      type: 'array',
      items: { type: 'string' },
      description: 'Those that the answer has to give as well.',
    },
  },
} as const

const smsCode = {
  type: 'object',
  required: ['kind', 'expiresAt', 'delivery'],
  additionalProperties: false,
  properties: {
    kind: { type: 'string', const: 'sms-code' },
    expiresAt: expiresAt as typeof expiresAt,
    delivery: codeDelivery as typeof codeDelivery,
  },
} as const

const emailCode = {
  type: 'object',
  required: ['kind', 'expiresAt', 'delivery'],
  additionalProperties: false,
  properties: {
    kind: { type: 'string', const: 'email-code' },
    expiresAt: expiresAt as typeof expiresAt,
    delivery: codeDelivery as typeof codeDelivery,
  },
} as const

const totpCode = {
  type: 'object',
  required: ['kind', 'expiresAt'],
  additionalProperties: false,
  properties: {
    kind: { type: 'string', const: 'totp-code' },
    expiresAt: expiresAt as typeof expiresAt,
    deviceName: { type: 'string', description: 'What the user called the authenticator app.' },
  },
} as const

const unsupported = {
  type: 'object',
  required: ['kind', 'expiresAt', 'parameters'],
  additionalProperties: false,
  properties: {
    kind: { type: 'string', const: 'unsupported' },
    expiresAt: expiresAt as typeof expiresAt,
    parameters: { type: 'object', additionalProperties: { type: 'string' } },
  },
} as const

/** `PublicChallenge`, one for each kind. */
export const publicChallenge = {
  oneOf: [
    newPassword as typeof newPassword,
    smsCode as typeof smsCode,
    emailCode as typeof emailCode,
    totpCode as typeof totpCode,
    unsupported as typeof unsupported,
  ],
} as const
