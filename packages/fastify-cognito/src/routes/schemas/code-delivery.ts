/** `CodeDelivery` */
export const codeDelivery = {
  type: 'object',
  additionalProperties: false,
  required: ['medium', 'destination'],
  properties: {
    medium: { type: 'string', enum: ['email', 'sms'] },
    /** Masked. */
    destination: { type: 'string' },
    /** What the code proves, where it is told. */
    attribute: { type: 'string', enum: ['email', 'phone_number'] },
  },
} as const
