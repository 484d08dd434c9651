/** What may be a refresh token, wherever a client sends it: as JSON Schema. */
export const refreshToken = {
  type: 'string',
  minLength: 1,
  maxLength: 8192,
  pattern: '^[A-Za-z0-9_=.-]+$',
} as const
