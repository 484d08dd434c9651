import { deviceName } from './device-name.ts'
import { firstFactor } from './first-factor.ts'
import { mfaMethod } from './mfa-method.ts'
import { totpCode } from './totp-code.ts'

const enabled = {
  type: 'array',
  items: mfaMethod as typeof mfaMethod,
  uniqueItems: true,
  description: 'What is asked for at sign-in, besides the first factor.',
} as const

const preferred = {
  type: 'string',
  enum: ['totp', 'sms', 'email', 'none'],
  description: 'What is asked for first; `none` leaves it to the user where several are enabled.',
} as const

/** `MfaSettings` */
export const mfaAnswer = {
  type: 'object',
  required: ['enabled', 'preferred', 'factors'],
  additionalProperties: false,
  properties: {
    enabled: enabled as typeof enabled,
    preferred: preferred as typeof preferred,
    factors: {
      type: 'array',
      items: firstFactor as typeof firstFactor,
      description: 'What the user can sign in with.',
    },
  },
} as const

/** `PUT /mfa` */
export const mfaBody = {
  type: 'object',
  additionalProperties: false,
  required: ['enabled', 'preferred'],
  properties: { enabled: enabled as typeof enabled, preferred: preferred as typeof preferred },
} as const

/** `TotpSetup` */
export const totpSetupAnswer = {
  type: 'object',
  required: ['secret', 'uri', 'qr'],
  additionalProperties: false,
  properties: {
    secret: { type: 'string', description: 'In base32, to be typed where no code can be scanned.' },
    uri: { type: 'string', description: 'The same as `otpauth://` URI.' },
    qr: { type: 'string', description: 'The same as QR code: an SVG document.' },
  },
} as const

/** `POST /mfa/totp/confirm` */
export const totpConfirmBody = {
  type: 'object',
  additionalProperties: false,
  required: ['code'],
  properties: {
    code: totpCode as typeof totpCode,
    deviceName: deviceName as typeof deviceName,
  },
} as const
