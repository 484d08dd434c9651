import type { FastifyPluginAsync } from 'fastify'
import type { FromSchema } from 'json-schema-to-ts'
import { kitOf } from '../kit.ts'
import { tellingFields } from '../problems/field-errors.ts'
import { defineRoutes } from './define-routes.ts'
import { forgetEnded } from './forget-ended.ts'
import { proved } from './proved.ts'
import type { codeDelivery } from './schemas/code-delivery.ts'
import type { changeBody, forgotBody, resetBody } from './schemas/passwords.ts'

type ForgotBody = FromSchema<typeof forgotBody>
type ResetBody = FromSchema<typeof resetBody>
type ChangeBody = FromSchema<typeof changeBody>
type DeliveryReply = FromSchema<typeof codeDelivery>

/** `POST /password/forgot`, `POST /password/reset`, `POST /password/change` */
export const passwordRoutes: FastifyPluginAsync = async (fastify) => {
  const kit = kitOf(fastify)
  const { enumeration, callFor } = kit
  const { password } = kit.cognito
  const define = defineRoutes(fastify)

  fastify.post<{ Body: ForgotBody; Reply: DeliveryReply }>(
    '/password/forgot',
    define('forgotPassword'),
    (request) => {
      const { username } = request.body
      const ask = () => password.forgot({ username }, callFor(request))
      return enumeration.sendCode({ purpose: 'forgot', request, username, ask })
    },
  )

  fastify.post<{ Body: ResetBody }>(
    '/password/reset',
    define('resetPassword'),
    async (request, reply) => {
      await enumeration
        .spendCode({
          purpose: 'reset',
          request,
          ask: () => password.reset(request.body, callFor(request)),
        })
        .catch(tellingFields({ code: '/code', password: '/newPassword' }))
      return reply.code(204).send()
    },
  )

  fastify.post<{ Body: ChangeBody }>(
    '/password/change',
    define('changePassword'),
    async (request, reply) => {
      const { accessToken } = proved(request)
      await password
        .change({ accessToken, ...request.body }, callFor(request))
        .catch(forgetEnded(kit, request, reply))
        .catch(tellingFields({ password: '/newPassword', currentPassword: '/currentPassword' }))
      return reply.code(204).send()
    },
  )
}
