import type { UserSession } from '@x/cognito-core'
import type { FastifyPluginAsync } from 'fastify'
import type { FromSchema } from 'json-schema-to-ts'
import { kitOf } from '../kit.ts'
import { defineRoutes } from './define-routes.ts'
import { forgetEnded } from './forget-ended.ts'
import { proved } from './proved.ts'
import type { elsewhereAnswer, sessionParams, sessionsAnswer } from './schemas/sessions.ts'

type SessionsReply = FromSchema<typeof sessionsAnswer>
type ElsewhereReply = FromSchema<typeof elsewhereAnswer>
type ShownSession = SessionsReply['sessions'][number]

/** `GET /sessions`, `DELETE /sessions/:id`, `POST /sign-out/elsewhere` */
export const userSessionRoutes: FastifyPluginAsync = async (fastify) => {
  const kit = kitOf(fastify)
  const { callFor } = kit
  const { sessions } = kit.cognito
  const define = defineRoutes(fastify)

  fastify.get(
    '/sessions',
    define('listSessions'),
    async (request, reply): Promise<SessionsReply> => {
      const { accessToken } = proved(request)
      const list = await sessions
        .list({ accessToken }, callFor(request))
        .catch(forgetEnded(kit, request, reply))
      return { sessions: list.map(shown) }
    },
  )

  fastify.delete<{ Params: FromSchema<typeof sessionParams> }>(
    '/sessions/:id',
    define('revokeSession'),
    async (request, reply) => {
      const { accessToken } = proved(request)
      const { id } = request.params
      await sessions
        .revoke({ accessToken, id }, callFor(request))
        .catch(forgetEnded(kit, request, reply))
      return reply.code(204).send()
    },
  )

  fastify.post(
    '/sign-out/elsewhere',
    define('signOutElsewhere'),
    (request, reply): Promise<ElsewhereReply> => {
      const { accessToken } = proved(request)
      return sessions
        .revokeOthers({ accessToken }, callFor(request))
        .catch(forgetEnded(kit, request, reply))
    },
  )
}

/** Named one by one: what core adds is not shown by that alone. */
const shown = (session: UserSession): ShownSession => {
  const { id, kind, clientId, createdAt, lastActiveAt, deviceType } = session
  const { ipAddress, location, originSessionId, isCurrent } = session
  return {
    id,
    kind,
    ...(clientId && { clientId }),
    ...(createdAt !== undefined && { createdAt }),
    ...(lastActiveAt !== undefined && { lastActiveAt }),
    ...(deviceType && { deviceType }),
    ...(ipAddress && { ipAddress }),
    ...(location && { location }),
    ...(originSessionId && { originSessionId }),
    isCurrent,
  }
}
