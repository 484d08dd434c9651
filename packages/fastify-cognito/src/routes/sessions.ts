import type { FastifyPluginAsync } from 'fastify'
import type { FromSchema } from 'json-schema-to-ts'
import { kitOf } from '../kit.ts'
import { defineRoutes } from './define-routes.ts'
import { forgetEnded } from './forget-ended.ts'
import { proved } from './proved.ts'
import type { elsewhereAnswer, sessionParams, sessionsAnswer } from './schemas/sessions.ts'
import { shownSession } from './shown-session.ts'

type SessionsReply = FromSchema<typeof sessionsAnswer>
type ElsewhereReply = FromSchema<typeof elsewhereAnswer>

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
      return { sessions: list.map(shownSession) }
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
