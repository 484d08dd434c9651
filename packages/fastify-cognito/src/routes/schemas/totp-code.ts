/** What an authenticator app shows. */
export const totpCode = { type: 'string', pattern: '^[0-9]{6}$' } as const
