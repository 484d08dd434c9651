/** `CodeDelivery` */
export const codeDelivery = {
  type: 'object',
  required: ['medium', 'destination'],
  additionalProperties: false,
  properties: {
    medium: { type: 'string', enum: ['email', 'sms'] },
    destination: { type: 'string', description: 'Masked, such as a***@e***.' },
    attribute: { type: 'string', enum: ['email', 'phone_number'] },
  },
} as const
