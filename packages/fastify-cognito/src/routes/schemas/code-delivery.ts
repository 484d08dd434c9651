/** `CodeDelivery` */
export const codeDelivery = {
  type: 'object',
  required: ['medium', 'destination'],
  properties: {
    medium: { type: 'string', enum: ['email', 'sms'] },
    /** Masked. */
    destination: { type: 'string' },
    attribute: { type: 'string' },
  },
} as const
