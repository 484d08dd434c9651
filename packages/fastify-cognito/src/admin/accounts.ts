import type { FromSchema } from 'json-schema-to-ts'
import type { AdminRoutes } from './admin-room.ts'
import type { userParams } from './schemas/users.ts'

type OfUser = { Params: FromSchema<typeof userParams> }

/** `POST /users/:username/enable`, `/users/:username/disable` */
export const accountRoutes: AdminRoutes = (
  fastify,
  { admin, callFor, endAll, define, audited, ownAccount },
) => {
  fastify.post<OfUser>('/users/:username/enable', define('enableUser'), async (request, reply) => {
    const { username } = request.params
    await audited(request, { action: 'enableUser', username }, () =>
      admin.users.enable({ username }, callFor(request)),
    )
    return reply.code(204).send()
  })

  fastify.post<OfUser>(
    '/users/:username/disable',
    define('disableUser'),
    async (request, reply) => {
      const { username } = request.params
      await audited(request, { action: 'disableUser', username }, async () => {
        const sub = await ownAccount.subOfOther(
          request,
          username,
          'This is your own account, and you would be locked out. Ask another operator.',
        )
        await admin.users.disable({ username }, callFor(request))
        await endAll({ sub })
      })
      return reply.code(204).send()
    },
  )
}
