import { httpStatus, type ProblemCode } from '../../http-status.ts'

const codes = Object.keys(httpStatus) as ProblemCode[]

/** `Problem`; only with keywords that OpenAPI 3.0 and 3.1 read alike. */
export const problem = {
  type: 'object',
  description: 'Problem details, by RFC 9457.',
  required: ['type', 'title', 'status', 'code', 'detail', 'key', 'params'],
  additionalProperties: false,
  properties: {
    type: { type: 'string' },
    title: { type: 'string' },
    status: { type: 'integer' },
    code: {
      type: 'string',
      enum: codes as readonly ProblemCode[],
      description: 'Stable; the sentence in `detail` is not.',
    },
    detail: { type: 'string', description: 'A sentence that may be shown to a person.' },
    key: {
      type: 'string',
      description: 'Of the sentence, for translations: the code, or `code.variant`.',
    },
    params: {
      type: 'object',
      additionalProperties: { type: 'string' },
      description: 'What the sentence is filled with.',
    },
    errors: {
      type: 'array',
      description: 'What is wrong with single fields.',
      items: {
        type: 'object',
        required: ['path', 'message'],
        additionalProperties: false,
        properties: {
          path: { type: 'string', description: 'A JSON pointer; empty for the body as a whole.' },
          message: { type: 'string' },
        },
      },
    },
    retryAfter: { type: 'integer', description: 'In seconds.' },
    maxAge: {
      type: 'integer',
      description:
        'How recent a sign-in is needed, where it was longer ago, in seconds: reauthenticate, and ask again.',
    },
    retriable: {
      type: 'boolean',
      description: 'Whether the same request, or another answer in it, may do.',
    },
    expiresAt: {
      type: 'integer',
      description: 'Until when the challenge under way may be answered, in Unix seconds.',
    },
  },
} as const
