export const pageSize = {
  type: 'string',
  pattern: '^(?:[1-9]|[1-5][0-9]|60)$',
  description: 'How many at most: 1 to 60. 25 where it is left out.',
} as const

export const cursor = {
  type: 'string',
  // A URL takes no more than this by far.
  maxLength: 12_000,
  pattern: '^[A-Za-z0-9_-]+$',
  description: 'Leads to the next page, for an hour or so, of the same search.',
} as const

/** Of a list that comes page by page. */
export const pageQuery = {
  type: 'object',
  additionalProperties: false,
  properties: {
    pageSize: pageSize as typeof pageSize,
    cursor: cursor as typeof cursor,
  },
} as const
