/** As it came with a sign-in; not with cookies. */
export const deviceToken = {
  type: 'string',
  minLength: 1,
  maxLength: 8192,
  pattern: '^[\\w-]+$',
  description: 'As it came with a sign-in; not with cookies.',
} as const
