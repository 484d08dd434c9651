/** `POST /refresh` and `POST /sign-out`: nothing, or the refresh token where no cookie holds it. */
export const refreshTokenBody = {
  type: ['object', 'null'],
  additionalProperties: false,
  properties: {
    refreshToken: {
      type: 'string',
      minLength: 1,
      maxLength: 8192,
      pattern: '^[A-Za-z0-9_=.-]+$',
    },
  },
} as const

/** Routes that take nothing. */
export const noBody = {
  type: ['object', 'null'],
  additionalProperties: false,
} as const
