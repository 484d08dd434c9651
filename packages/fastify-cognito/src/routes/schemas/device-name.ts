/** What a user calls an authenticator app or the like. */
export const deviceName = {
  type: 'string',
  minLength: 1,
  maxLength: 128,
  pattern: '^\\P{Cc}*$',
} as const
