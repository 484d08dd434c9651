/** An e-mail address, as far as its form can tell. */
export const email = {
  type: 'string',
  maxLength: 2048,
  pattern: '^[^\\s\\p{C}@]+@[^\\s\\p{C}]+$',
} as const
