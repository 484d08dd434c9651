const session = {
  type: 'object',
  required: ['id', 'kind', 'isCurrent'],
  additionalProperties: false,
  properties: {
    id: { type: 'string' },
    kind: {
      type: 'string',
      enum: ['token', 'single-sign-on'],
      description: 'Of an app, or of a browser that has signed in through managed login.',
    },
    clientId: { type: 'string' },
    createdAt: { type: 'integer', description: 'In Unix seconds.' },
    lastActiveAt: {
      type: 'integer',
      description: 'When it was last signed in or refreshed, in Unix seconds.',
    },
    deviceType: { type: 'string', description: 'Only where Cognito could tell.' },
    ipAddress: { type: 'string', description: 'Where it was last active.' },
    location: {
      type: 'object',
      description: 'Of that address, about.',
      additionalProperties: false,
      properties: { city: { type: 'string' }, country: { type: 'string' } },
    },
    originSessionId: {
      type: 'string',
      description: 'The single sign-on session that it came through.',
    },
    isCurrent: { type: 'boolean', description: 'Whether it is that of the caller.' },
  },
} as const

/** `GET /sessions` */
export const sessionsAnswer = {
  type: 'object',
  required: ['sessions'],
  additionalProperties: false,
  properties: { sessions: { type: 'array', items: session as typeof session } },
} as const

/** `DELETE /sessions/:id` */
export const sessionParams = {
  type: 'object',
  required: ['id'],
  properties: {
    id: {
      type: 'string',
      maxLength: 64,
      pattern: '^[a-z0-9]+$',
      description: 'As `GET /sessions` tells it.',
    },
  },
} as const

/** `POST /sign-out/elsewhere` */
export const elsewhereAnswer = {
  type: 'object',
  required: ['revoked'],
  additionalProperties: false,
  properties: { revoked: { type: 'integer', minimum: 0, description: 'How many.' } },
} as const
