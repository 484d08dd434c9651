import { user } from './user.ts'

/** `GET /me` */
export const profileAnswer: object = {
  type: 'object',
  required: ['user', 'attributes'],
  properties: {
    user,
    attributes: { type: 'object', additionalProperties: { type: 'string' } },
  },
}
