import { attributeChanges } from './attributes.ts'
import { code } from './code.ts'
import { codeDelivery } from './code-delivery.ts'
import { textAttributes } from './text-attributes.ts'
import { user } from './user.ts'

/** `PATCH /me` */
export const profileBody = {
  type: 'object',
  additionalProperties: false,
  required: ['attributes'],
  properties: { attributes: attributeChanges as typeof attributeChanges },
} as const

/** `POST /me/verify` */
export const verifyBody = {
  type: 'object',
  additionalProperties: false,
  required: ['attribute'],
  properties: { attribute: { type: 'string', enum: ['email', 'phone_number'] } },
} as const

/** `POST /me/verify/confirm` */
export const verifyConfirmBody = {
  type: 'object',
  additionalProperties: false,
  required: ['attribute', 'code'],
  properties: {
    attribute: { type: 'string', enum: ['email', 'phone_number'] },
    code: code as typeof code,
  },
} as const

const standardAttributes: Readonly<Record<string, { type: string; description?: string }>> = {
  sub: { type: 'string' },
  ...Object.fromEntries(textAttributes.map((name) => [name, { type: 'string' }])),
  email: { type: 'string' },
  email_verified: { type: 'boolean' },
  phone_number: { type: 'string' },
  phone_number_verified: { type: 'boolean' },
  updated_at: { type: 'number', description: 'In Unix seconds.' },
  identities: { type: 'string' },
}

/** Custom ones by what the options say they are; a date is text, ISO 8601. */
export const attributesAnswer = {
  type: 'object',
  properties: standardAttributes as typeof standardAttributes,
  additionalProperties: { type: ['string', 'number', 'boolean'] },
} as const

/** `GET /me` */
export const profileAnswer = {
  type: 'object',
  required: ['user', 'attributes'],
  additionalProperties: false,
  properties: {
    user: user as typeof user,
    attributes: attributesAnswer as typeof attributesAnswer,
  },
} as const

/** `PATCH /me` */
export const profileUpdateAnswer = {
  type: 'object',
  required: ['user', 'attributes', 'toVerify'],
  additionalProperties: false,
  properties: {
    user: user as typeof user,
    attributes: attributesAnswer as typeof attributesAnswer,
    toVerify: { type: 'array', items: codeDelivery as typeof codeDelivery },
  },
} as const
