/** With its country code. */
export const phoneNumber = { type: 'string', pattern: '^\\+[0-9]{1,50}$' } as const
