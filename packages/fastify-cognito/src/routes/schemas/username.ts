/** As AWS constrains it: no spaces and nothing that cannot be seen. */
export const username = {
  type: 'string',
  minLength: 1,
  maxLength: 128,
  pattern: '^[\\p{L}\\p{M}\\p{S}\\p{N}\\p{P}]*$',
} as const
