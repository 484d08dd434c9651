/** `MfaMethod` */
export const mfaMethod = { type: 'string', enum: ['totp', 'sms', 'email'] } as const
