import type { FromSchema } from 'json-schema-to-ts'
import type { AdminRoutes } from './admin-room.ts'
import type { membershipParams } from './schemas/groups.ts'

type OfMembership = { Params: FromSchema<typeof membershipParams> }

/** `PUT /users/:username/groups/:group`, `DELETE /users/:username/groups/:group` */
export const membershipRoutes: AdminRoutes = (
  fastify,
  { admin, callFor, define, audited, ownAccount, guardGroups },
) => {
  fastify.put<OfMembership>(
    '/users/:username/groups/:group',
    define('addUserToGroup'),
    async (request, reply) => {
      const { username, group } = request.params
      await audited(request, { action: 'addUserToGroup', username, group }, async () => {
        if (guardGroups.forbidden.has(group)) {
          await ownAccount.subOfOther(request, username, lockedOut)
        }
        await admin.groups.add({ username, group }, callFor(request))
      })
      return reply.code(204).send()
    },
  )

  fastify.delete<OfMembership>(
    '/users/:username/groups/:group',
    define('removeUserFromGroup'),
    async (request, reply) => {
      const { username, group } = request.params
      await audited(request, { action: 'removeUserFromGroup', username, group }, async () => {
        if (guardGroups.needed.has(group)) {
          await ownAccount.subOfOther(request, username, lockedOut)
        }
        await admin.groups.remove({ username, group }, callFor(request))
      })
      return reply.code(204).send()
    },
  )
}

const lockedOut = 'You would be no operator any more. Ask another operator.'
