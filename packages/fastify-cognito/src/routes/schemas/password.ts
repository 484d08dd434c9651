/** What else it needs is for the pool's policy to say. */
export const password = { type: 'string', minLength: 1, maxLength: 256 } as const
