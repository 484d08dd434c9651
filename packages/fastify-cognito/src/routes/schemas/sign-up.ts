import { attributes } from './attributes.ts'
import { code } from './code.ts'
import { codeDelivery } from './code-delivery.ts'
import { email } from './email.ts'
import { password } from './password.ts'
import { phoneNumber } from './phone-number.ts'
import { challengeAnswer, signedInAnswer } from './sign-in.ts'
import { username } from './username.ts'

/** `POST /sign-up`; one of `username`, `email` and `phoneNumber` at least, and the first of them signs in. */
export const signUpBody = {
  type: 'object',
  additionalProperties: false,
  properties: {
    username: username as typeof username,
    email: email as typeof email,
    phoneNumber: phoneNumber as typeof phoneNumber,
    password: password as typeof password,
    attributes: attributes as typeof attributes,
  },
} as const

/** `POST /sign-up/confirm` */
export const confirmBody = {
  type: 'object',
  additionalProperties: false,
  required: ['username', 'code'],
  properties: {
    username: username as typeof username,
    code: code as typeof code,
    signUpToken: { type: 'string', minLength: 1, maxLength: 8192 },
  },
} as const

/** `POST /sign-up/resend` */
export const resendBody = {
  type: 'object',
  additionalProperties: false,
  required: ['username'],
  properties: { username: username as typeof username },
} as const

const confirmed = {
  type: 'object',
  required: ['status'],
  additionalProperties: false,
  properties: { status: { type: 'string', const: 'confirmed' } },
} as const

/** `ConfirmAnswer` */
export const confirmAnswer = {
  oneOf: [
    confirmed as typeof confirmed,
    signedInAnswer as typeof signedInAnswer,
    challengeAnswer as typeof challengeAnswer,
  ],
} as const

const toConfirm = {
  type: 'object',
  required: ['status'],
  additionalProperties: false,
  properties: {
    status: { type: 'string', const: 'confirm-sign-up' },
    delivery: codeDelivery as typeof codeDelivery,
    signUpToken: {
      type: 'string',
      description: 'Goes back with the code, to be signed in straight away; not with cookies.',
    },
  },
} as const

/** `SignUpAnswer` */
export const signUpAnswer = {
  oneOf: [toConfirm as typeof toConfirm, confirmed as typeof confirmed],
} as const
