/** A one-time code, by any of the ways in which Cognito sends or checks one. */
export const code = {
  type: 'string',
  minLength: 1,
  maxLength: 2048,
  pattern: '^[^\\s\\p{C}]*$',
} as const
