import { sessionParams } from '../../routes/schemas/sessions.ts'
import { username } from '../../routes/schemas/username.ts'

/** `DELETE /users/:username/sessions/:id` */
export const userSessionParams = {
  type: 'object',
  required: ['username', 'id'],
  properties: {
    username: username as typeof username,
    id: sessionParams.properties.id as typeof sessionParams.properties.id,
  },
} as const
