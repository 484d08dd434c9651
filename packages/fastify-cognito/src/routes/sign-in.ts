import type { RememberedDevice } from '@x/cognito-core'
import type { FastifyPluginAsync, FastifyRequest } from 'fastify'
import type { FromSchema } from 'json-schema-to-ts'
import { takeBasicCredentials } from '../delivery/take-basic-credentials.ts'
import { type Kit, kitOf } from '../kit.ts'
import { beginSignIn } from './begin-sign-in.ts'
import { defineRoutes } from './define-routes.ts'
import { forgetEnded } from './forget-ended.ts'
import { proved } from './proved.ts'
import { refuseInCookie } from './refuse-in-cookie.ts'
import { refuseOthersSession } from './refuse-others-session.ts'
import { returnPath } from './return-path.ts'
import type { reauthenticateBody, signInBody } from './schemas/sign-in.ts'

type SignInBody = FromSchema<typeof signInBody>
type ReauthenticateBody = FromSchema<typeof reauthenticateBody>

/** `POST /sign-in`, `POST /reauthenticate` */
export const signInRoutes: FastifyPluginAsync = async (fastify) => {
  const kit = kitOf(fastify)
  const define = defineRoutes(fastify)

  const signIn = define('signIn')
  const preValidation = [takeBasicCredentials(kit), ...signIn.preValidation]

  fastify.post<{ Body: SignInBody }>(
    '/sign-in',
    { ...signIn, preValidation },
    async (request, reply) => {
      const { username, deviceToken, ...way } = request.body
      const device = deviceOf({ username, deviceToken }, request, kit)
      return beginSignIn({ username, way, device }, { kit, request, reply })
    },
  )

  fastify.post<{ Body: ReauthenticateBody }>(
    '/reauthenticate',
    define('reauthenticate'),
    async (request, reply) => {
      const exchange = { kit, request, reply }
      const { deviceToken, returnTo: untrustedReturnTo, ...way } = request.body
      const { username, sub } = proved(request).claims
      await refuseOthersSession(sub, exchange)
      const device = deviceOf({ username, deviceToken }, request, kit)
      const returnTo = untrustedReturnTo === undefined ? undefined : returnPath(untrustedReturnTo)
      const reauthenticates = { sub, ...(returnTo !== undefined && { returnTo }) }
      const begun = beginSignIn({ username, way, device, reauthenticates }, exchange)
      return begun.catch(forgetEnded(kit, request, reply))
    },
  )
}

/** The device that whoever has this name signed in on before, as this client tells it. */
const deviceOf = (
  { username, deviceToken }: { username: string; deviceToken: string | undefined },
  request: FastifyRequest,
  kit: Kit,
): RememberedDevice | undefined => {
  const isByCookie = kit.deliveryFor(request) === 'cookie'
  if (isByCookie) refuseInCookie({ deviceToken })
  if (!isByCookie && deviceToken === undefined) return undefined
  return kit.devices.find({ username, untrustedToken: deviceToken, request })
}
