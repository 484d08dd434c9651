import { attributes } from './attributes.ts'
import { code } from './code.ts'
import { codeDelivery } from './code-delivery.ts'
import { email } from './email.ts'
import { password } from './password.ts'
import { phoneNumber } from './phone-number.ts'
import { signInAnswer } from './sign-in.ts'
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

/** `ConfirmAnswer` */
export const confirmAnswer: object = {
  anyOf: [
    {
      type: 'object',
      required: ['status'],
      properties: { status: { type: 'string', enum: ['confirmed'] } },
    },
    signInAnswer,
  ],
}

/** `SignUpAnswer` */
export const signUpAnswer = {
  type: 'object',
  additionalProperties: false,
  required: ['status'],
  properties: {
    status: { type: 'string', enum: ['confirm-sign-up', 'confirmed'] },
    delivery: codeDelivery as typeof codeDelivery,
    signUpToken: { type: 'string' },
  },
} as const
