import type { AttributeChanges } from '@x/cognito-core'
import type { FastifyPluginAsync } from 'fastify'
import type { FromSchema } from 'json-schema-to-ts'
import { userOf } from '../auth/cognito-user.ts'
import { kitOf } from '../kit.ts'
import { tellingFields } from '../problems/field-errors.ts'
import { isOver } from '../session/is-over.ts'
import { attributesAfter } from './attributes-after.ts'
import { defineRoutes } from './define-routes.ts'
import { forgetEnded } from './forget-ended.ts'
import { proved } from './proved.ts'
import type { codeDelivery } from './schemas/code-delivery.ts'
import {
  profileAnswer,
  profileBody,
  profileUpdateAnswer,
  type verifyBody,
  type verifyConfirmBody,
} from './schemas/profile.ts'
import { withReadAttributes } from './schemas/read-attributes.ts'
import { withTypedAttributes } from './schemas/typed-attributes.ts'

type ProfileBody = FromSchema<typeof profileBody>
type VerifyBody = FromSchema<typeof verifyBody>
type VerifyConfirmBody = FromSchema<typeof verifyConfirmBody>

/** `GET /me`, `PATCH /me`, `DELETE /me`, `POST /me/verify`, `POST /me/verify/confirm` */
export const profileRoutes: FastifyPluginAsync = async (fastify) => {
  const kit = kitOf(fastify)
  const { profile } = kit.cognito
  const { callFor } = kit
  const define = defineRoutes(fastify)
  const { customAttributes } = kit
  const read = { answer: withReadAttributes(profileAnswer, customAttributes) }
  const update = {
    body: withTypedAttributes(profileBody, customAttributes),
    answer: withReadAttributes(profileUpdateAnswer, customAttributes),
  }

  fastify.get('/me', define('getProfile', read), async (request, reply) => {
    const { accessToken, claims } = proved(request)
    const { attributes } = await profile
      .get({ accessToken }, callFor(request))
      .catch(forgetEnded(kit, request, reply))
    return { user: userOf(claims), attributes }
  })

  fastify.patch<{ Body: ProfileBody }>(
    '/me',
    define('updateProfile', update),
    async (request, reply) => {
      const { accessToken, claims } = proved(request)
      // The schema has compared each value with its name.
      const changes = request.body.attributes as AttributeChanges
      const { toVerify } = await profile
        .update({ accessToken, attributes: changes }, callFor(request))
        .catch(forgetEnded(kit, request, reply))
        .catch(tellingFields({ attribute: (name) => `/attributes/${name}` }))
      const attributes = await attributesAfter({
        profile,
        call: callFor(request),
        accessToken,
        changes,
        toVerify,
        request,
      }).catch(forgetEnded(kit, request, reply))
      return { user: userOf(claims), attributes, toVerify }
    },
  )

  fastify.delete('/me', define('deleteAccount'), async (request, reply) => {
    const { accessToken, user, claims, from } = proved(request)
    const call = callFor(request)
    const endWhatIsOver = async (error: unknown) => {
      if (isOver(error)) await kit.endAll(claims)
      return forgetEnded(kit, request, reply)(error)
    }
    // Who stole a token that was revoked since may not delete what the app keeps, either.
    if (kit.hooks.onDeleteAccount) await profile.get({ accessToken }, call).catch(endWhatIsOver)
    await kit.runHook('onDeleteAccount', { user, claims, request })
    await profile.delete({ accessToken }, call).catch(endWhatIsOver)
    await kit.endAll(claims)
    if (from === 'session') await kit.sessions?.drop({ request, reply })
    const { device_key: key } = claims
    if (typeof key === 'string') kit.devices.forget({ key, request, reply })
    return reply.code(204).send()
  })

  fastify.post<{ Body: VerifyBody; Reply: FromSchema<typeof codeDelivery> }>(
    '/me/verify',
    define('requestVerification'),
    (request, reply) => {
      const { accessToken } = proved(request)
      return profile
        .requestVerification({ accessToken, ...request.body }, callFor(request))
        .catch(forgetEnded(kit, request, reply))
        .catch(tellingFields({ attribute: () => '/attribute' }))
    },
  )

  fastify.post<{ Body: VerifyConfirmBody }>(
    '/me/verify/confirm',
    define('verifyAttribute'),
    async (request, reply) => {
      const { accessToken } = proved(request)
      await profile
        .verifyAttribute({ accessToken, ...request.body }, callFor(request))
        .catch(forgetEnded(kit, request, reply))
        .catch(tellingFields({ code: '/code' }))
      return reply.code(204).send()
    },
  )
}
