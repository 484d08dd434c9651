/** A path of this site: nothing that a browser may read as another host, and nothing that it drops. */
export const returnTo = {
  type: 'string',
  maxLength: 1024,
  pattern: '^/(?!/)[^\\\\\\s\\p{C}\\p{Z}]*$',
  description: 'A path of this site, such as `/orders?page=2`.',
} as const
