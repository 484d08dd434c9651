import type { FromSchema } from 'json-schema-to-ts'
import type { sessionsAnswer } from '../routes/schemas/sessions.ts'
import { shownSession } from '../routes/shown-session.ts'
import type { AdminRoutes } from './admin-room.ts'
import type { userSessionParams } from './schemas/user-sessions.ts'
import type { userParams } from './schemas/users.ts'

type OfUser = { Params: FromSchema<typeof userParams> }
type SessionsReply = FromSchema<typeof sessionsAnswer>

/** `POST /users/:username/sign-out`, `GET /users/:username/sessions`, `DELETE /users/:username/sessions/:id` */
export const signedInRoutes: AdminRoutes = (
  fastify,
  { admin, callFor, endAll, define, audited, ownAccount },
) => {
  fastify.post<OfUser>(
    '/users/:username/sign-out',
    define('signOutUser'),
    async (request, reply) => {
      const { username } = request.params
      await audited(request, { action: 'signOutUser', username }, async () => {
        const sub = await ownAccount.subOf(request, username)
        await admin.users.signOutEverywhere({ username }, callFor(request))
        await endAll({ sub })
      })
      return reply.code(204).send()
    },
  )

  fastify.get<OfUser>(
    '/users/:username/sessions',
    define('listUserSessions'),
    async (request): Promise<SessionsReply> => {
      const { username } = request.params
      const list = await audited(request, { action: 'listUserSessions', username }, () =>
        admin.sessions.list({ username }, callFor(request)),
      )
      return { sessions: list.map(shownSession) }
    },
  )

  fastify.delete<{ Params: FromSchema<typeof userSessionParams> }>(
    '/users/:username/sessions/:id',
    define('revokeUserSession'),
    async (request, reply) => {
      const { username, id } = request.params
      const act = { action: 'revokeUserSession', username, sessionId: id } as const
      await audited(request, act, () => admin.sessions.revoke({ username, id }, callFor(request)))
      return reply.code(204).send()
    },
  )
}
