/** `FirstFactor` */
export const firstFactor = {
  type: 'string',
  enum: ['password', 'email-code', 'sms-code', 'passkey'],
} as const
