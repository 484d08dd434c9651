import type { Passkey } from '@x/cognito-core'
import type { FastifyPluginAsync } from 'fastify'
import type { FromSchema } from 'json-schema-to-ts'
import { kitOf } from '../kit.ts'
import { tellingFields } from '../problems/field-errors.ts'
import { defineRoutes } from './define-routes.ts'
import { forgetEnded } from './forget-ended.ts'
import { proved } from './proved.ts'
import type { finishPasskeyBody, passkeyParams, passkeysAnswer } from './schemas/passkeys.ts'

type FinishBody = FromSchema<typeof finishPasskeyBody>
type Params = FromSchema<typeof passkeyParams>
type PasskeysReply = FromSchema<typeof passkeysAnswer>

/** `GET /passkeys`, `POST /passkeys/start`, `POST /passkeys/finish`, `DELETE /passkeys/:id` */
export const passkeyRoutes: FastifyPluginAsync = async (fastify) => {
  const kit = kitOf(fastify)
  const { callFor } = kit
  const { passkeys } = kit.cognito
  const define = defineRoutes(fastify)

  fastify.get(
    '/passkeys',
    define('listPasskeys'),
    async (request, reply): Promise<PasskeysReply> => {
      const { accessToken } = proved(request)
      const list = await passkeys
        .list({ accessToken }, callFor(request))
        .catch(forgetEnded(kit, request, reply))
      return { passkeys: list.map(shown) }
    },
  )

  fastify.post('/passkeys/start', define('startPasskey'), (request, reply) => {
    const { accessToken } = proved(request)
    return passkeys
      .startRegistration({ accessToken }, callFor(request))
      .catch(forgetEnded(kit, request, reply))
  })

  fastify.post<{ Body: FinishBody }>(
    '/passkeys/finish',
    define('finishPasskey'),
    async (request, reply) => {
      const { accessToken } = proved(request)
      const { credential } = request.body
      await passkeys
        .finishRegistration({ accessToken, credential }, callFor(request))
        .catch(forgetEnded(kit, request, reply))
        .catch(tellingFields({ credential: '/credential' }))
      return reply.code(204).send()
    },
  )

  // Longer than the 100 letters that Fastify takes for a parameter, as some are.
  fastify.delete<{ Params: Params }>(
    '/passkeys/*',
    define('deletePasskey'),
    async (request, reply) => {
      const { accessToken } = proved(request)
      const { id } = request.params
      await passkeys
        .delete({ accessToken, id }, callFor(request))
        .catch(forgetEnded(kit, request, reply))
      return reply.code(204).send()
    },
  )
}

/** Named one by one: what core adds is not shown by that alone. */
const shown = (passkey: Passkey): PasskeysReply['passkeys'][number] => {
  const { id, name, relyingPartyId, attachment, transports, createdAt } = passkey
  return {
    id,
    name,
    relyingPartyId,
    ...(attachment && { attachment }),
    transports: [...transports],
    createdAt,
  }
}
