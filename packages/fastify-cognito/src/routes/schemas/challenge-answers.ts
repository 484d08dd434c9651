import type { ChallengeKind } from '@x/cognito-core'
import { code } from './code.ts'
import { deviceName } from './device-name.ts'
import { email } from './email.ts'
import { firstFactor } from './first-factor.ts'
import { mfaMethod } from './mfa-method.ts'
import { passkeyAssertion } from './passkey-assertion.ts'
import { password } from './password.ts'

/** An object with this one field. */
const only = (name: string, field: object) => ({
  type: 'object',
  additionalProperties: false,
  required: [name],
  properties: { [name]: field },
})

const codeAnswer = only('code', code)

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
  'totp-setup': {
    type: 'object',
    additionalProperties: false,
    required: ['code'],
    properties: { code, deviceName },
  },
  'email-setup': only('email', email),
  'mfa-choice': only('method', mfaMethod),
  'mfa-setup-choice': only('method', { type: 'string', enum: ['totp', 'email'] }),
  'factor-choice': only('factor', firstFactor),
  password: only('password', password),
  passkey: only('credential', passkeyAssertion),
  custom: only('answer', { type: 'string', minLength: 1, maxLength: 16_384 }),
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
