import type { MfaSettings, UserAttributes } from '@x/cognito-core'
import type { FastifyPluginAsync } from 'fastify'
import type { FromSchema } from 'json-schema-to-ts'
import { kitOf } from '../kit.ts'
import { tellingFields } from '../problems/field-errors.ts'
import { invalidFields } from '../problems/invalid-input.ts'
import { defineRoutes } from './define-routes.ts'
import { forgetEnded } from './forget-ended.ts'
import { proved } from './proved.ts'
import type { mfaAnswer, mfaBody, totpConfirmBody, totpSetupAnswer } from './schemas/mfa.ts'

type MfaBody = FromSchema<typeof mfaBody>
type MfaReply = FromSchema<typeof mfaAnswer>
type TotpReply = FromSchema<typeof totpSetupAnswer>
type TotpConfirmBody = FromSchema<typeof totpConfirmBody>

/** `GET /mfa`, `PUT /mfa`, `POST /mfa/totp`, `POST /mfa/totp/confirm` */
export const mfaRoutes: FastifyPluginAsync = async (fastify) => {
  const kit = kitOf(fastify)
  const { callFor } = kit
  const { mfa, profile } = kit.cognito
  const define = defineRoutes(fastify)

  fastify.get('/mfa', define('getMfa'), async (request, reply): Promise<MfaReply> => {
    const { accessToken } = proved(request)
    const settings = await mfa
      .get({ accessToken }, callFor(request))
      .catch(forgetEnded(kit, request, reply))
    return shown(settings)
  })

  fastify.put<{ Body: MfaBody }>(
    '/mfa',
    define('setMfa'),
    async (request, reply): Promise<MfaReply> => {
      const { accessToken } = proved(request)
      checkPreferred(request.body)
      const settings = await mfa
        .setPreference({ accessToken, ...request.body }, callFor(request))
        .catch(forgetEnded(kit, request, reply))
        .catch(tellingFields({ enabled: '/enabled' }))
      return shown(settings)
    },
  )

  fastify.post('/mfa/totp', define('startTotp'), async (request, reply): Promise<TotpReply> => {
    const { accessToken, claims } = proved(request)
    const call = callFor(request)
    const [{ attributes }, { secret }] = await Promise.all([
      profile.get({ accessToken }, call),
      mfa.startTotp({ accessToken }, call),
    ]).catch(forgetEnded(kit, request, reply))
    return kit.totpSetup({ secret, account: accountOf(attributes) ?? claims.username, request })
  })

  fastify.post<{ Body: TotpConfirmBody }>(
    '/mfa/totp/confirm',
    define('confirmTotp'),
    async (request, reply) => {
      const { accessToken } = proved(request)
      await mfa
        .confirmTotp({ accessToken, ...request.body }, callFor(request))
        .catch(forgetEnded(kit, request, reply))
        .catch(tellingFields({ code: '/code' }))
      return reply.code(204).send()
    },
  )
}

/** Named one by one: what core adds is not shown by that alone. */
const shown = ({ enabled, preferred, factors }: MfaSettings): MfaReply => ({
  enabled: [...enabled],
  preferred,
  factors: [...factors],
})

const checkPreferred = ({ enabled, preferred }: MfaBody): void => {
  if (preferred === 'none' || enabled.includes(preferred)) return
  throw invalidFields([{ path: '/preferred', message: 'should be enabled as well.' }])
}

/** By which people know their account; a user name may be a UUID. */
const accountOf = ({ email, phone_number: phoneNumber }: UserAttributes): string | undefined =>
  email ?? phoneNumber
