/** `GET /me` */
export const profileAnswer = {
  type: 'object',
  required: ['user', 'attributes'],
  properties: {
    user: {
      type: 'object',
      required: ['sub', 'username', 'groups', 'scopes'],
      additionalProperties: true,
      properties: {
        sub: { type: 'string' },
        username: { type: 'string' },
        groups: { type: 'array', items: { type: 'string' } },
        scopes: { type: 'array', items: { type: 'string' } },
      },
    },
    attributes: { type: 'object', additionalProperties: { type: 'string' } },
  },
} as const
