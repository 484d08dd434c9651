const device = {
  type: 'object',
  required: ['key', 'createdAt', 'isCurrent'],
  additionalProperties: false,
  properties: {
    key: { type: 'string' },
    name: { type: 'string' },
    remembered: { type: 'boolean', description: 'Only where Cognito says so.' },
    lastIp: { type: 'string' },
    createdAt: { type: 'integer', description: 'In Unix seconds.' },
    lastUsedAt: { type: 'integer', description: 'In Unix seconds.' },
    isCurrent: { type: 'boolean', description: 'Whether the caller has signed in on it.' },
  },
} as const

/** `GET /devices` */
export const devicesAnswer = {
  type: 'object',
  required: ['devices'],
  additionalProperties: false,
  properties: { devices: { type: 'array', items: device as typeof device } },
} as const

/** `PUT /devices/:key` */
export const deviceBody = {
  type: 'object',
  additionalProperties: false,
  required: ['remembered'],
  properties: { remembered: { type: 'boolean' } },
} as const

/** `PUT /devices/:key`, `DELETE /devices/:key` */
export const deviceParams = {
  type: 'object',
  required: ['key'],
  properties: {
    key: {
      type: 'string',
      maxLength: 55,
      pattern: '^[\\w-]+_[0-9a-f-]+$',
      description: 'As `GET /devices` tells it.',
    },
  },
} as const
