/** `CognitoUser` */
export const user: object = {
  type: 'object',
  required: ['sub', 'username', 'groups', 'scopes'],
  additionalProperties: true,
  properties: {
    sub: { type: 'string' },
    username: { type: 'string' },
    groups: { type: 'array', items: { type: 'string' } },
    scopes: { type: 'array', items: { type: 'string' } },
  },
}
