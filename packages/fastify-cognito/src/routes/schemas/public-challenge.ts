import { codeDelivery } from './code-delivery.ts'
import { firstFactor } from './first-factor.ts'
import { mfaMethod } from './mfa-method.ts'

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

const totpSetup = {
  type: 'object',
  required: ['kind', 'expiresAt', 'secret', 'uri', 'qr'],
  additionalProperties: false,
  properties: {
    kind: { type: 'string', const: 'totp-setup' },
    expiresAt: expiresAt as typeof expiresAt,
    secret: { type: 'string', description: 'The key, in base32, for whoever types it.' },
    uri: { type: 'string', description: 'The key as a link, `otpauth://…`.' },
    qr: { type: 'string', description: 'That link as a QR code: an SVG document.' },
  },
} as const

const emailSetup = {
  type: 'object',
  required: ['kind', 'expiresAt'],
  additionalProperties: false,
  properties: {
    kind: { type: 'string', const: 'email-setup' },
    expiresAt: expiresAt as typeof expiresAt,
  },
} as const

const mfaChoice = {
  type: 'object',
  required: ['kind', 'expiresAt', 'methods'],
  additionalProperties: false,
  properties: {
    kind: { type: 'string', const: 'mfa-choice' },
    expiresAt: expiresAt as typeof expiresAt,
    methods: { type: 'array', items: mfaMethod as typeof mfaMethod },
  },
} as const

const mfaSetupChoice = {
  type: 'object',
  required: ['kind', 'expiresAt', 'methods'],
  additionalProperties: false,
  properties: {
    kind: { type: 'string', const: 'mfa-setup-choice' },
    expiresAt: expiresAt as typeof expiresAt,
    methods: { type: 'array', items: { type: 'string', enum: ['totp', 'email'] } },
  },
} as const

const factorChoice = {
  type: 'object',
  required: ['kind', 'expiresAt', 'factors'],
  additionalProperties: false,
  properties: {
    kind: { type: 'string', const: 'factor-choice' },
    expiresAt: expiresAt as typeof expiresAt,
    factors: { type: 'array', items: firstFactor as typeof firstFactor },
  },
} as const

const password = {
  type: 'object',
  required: ['kind', 'expiresAt', 'method'],
  additionalProperties: false,
  properties: {
    kind: { type: 'string', const: 'password' },
    expiresAt: expiresAt as typeof expiresAt,
    method: {
      type: 'string',
      enum: ['srp', 'password'],
      description: 'How this service will prove it to Cognito.',
    },
  },
} as const

const passkey = {
  type: 'object',
  required: ['kind', 'expiresAt', 'requestOptions'],
  additionalProperties: false,
  properties: {
    kind: { type: 'string', const: 'passkey' },
    expiresAt: expiresAt as typeof expiresAt,
    requestOptions: {
      type: 'object',
      additionalProperties: true,
      description: 'For `PublicKeyCredential.parseRequestOptionsFromJSON`.',
    },
  },
} as const

const custom = {
  type: 'object',
  required: ['kind', 'expiresAt', 'parameters'],
  additionalProperties: false,
  properties: {
    kind: { type: 'string', const: 'custom' },
    expiresAt: expiresAt as typeof expiresAt,
    parameters: {
      type: 'object',
      additionalProperties: { type: 'string' },
      description: 'What the trigger of the user pool shows.',
    },
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
    totpSetup as typeof totpSetup,
    emailSetup as typeof emailSetup,
    mfaChoice as typeof mfaChoice,
    mfaSetupChoice as typeof mfaSetupChoice,
    factorChoice as typeof factorChoice,
    password as typeof password,
    passkey as typeof passkey,
    custom as typeof custom,
    unsupported as typeof unsupported,
  ],
} as const
