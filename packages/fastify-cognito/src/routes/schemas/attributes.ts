/** What `POST /sign-up` may set. */
export const attributes = {
  type: 'object',
  maxProperties: 50,
  propertyNames: { pattern: '^(?:dev:)?(?:custom:)?[\\w.-]{1,32}$' },
  additionalProperties: { type: ['string', 'number', 'boolean'] },
} as const

/** What `PATCH /me` may set; `null` takes an attribute away. */
export const attributeChanges = {
  type: 'object',
  minProperties: 1,
  maxProperties: 50,
  propertyNames: { pattern: '^(?:dev:)?(?:custom:)?[\\w.-]{1,32}$' },
  additionalProperties: { type: ['string', 'number', 'boolean', 'null'] },
} as const
