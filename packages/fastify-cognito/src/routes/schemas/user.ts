/** `TokenUser` */
export const user = {
  type: 'object',
  required: ['sub', 'username', 'groups', 'scopes'],
  additionalProperties: false,
  properties: {
    sub: { type: 'string', description: "The user's id, which never changes." },
    username: { type: 'string' },
    groups: { type: 'array', items: { type: 'string' } },
    scopes: { type: 'array', items: { type: 'string' } },
  },
} as const
