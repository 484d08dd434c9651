import { attributeChanges } from './attributes.ts'
import { code } from './code.ts'
import { codeDelivery } from './code-delivery.ts'
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

const attributesAnswer = {
  type: 'object',
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
