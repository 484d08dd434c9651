import { CognitoError, type Device } from '@x/cognito-core'
import type { FastifyPluginAsync } from 'fastify'
import type { FromSchema } from 'json-schema-to-ts'
import { kitOf } from '../kit.ts'
import { defineRoutes } from './define-routes.ts'
import { forgetEnded } from './forget-ended.ts'
import { proved } from './proved.ts'
import type { deviceBody, deviceParams, devicesAnswer } from './schemas/devices.ts'

type DeviceBody = FromSchema<typeof deviceBody>
type Params = FromSchema<typeof deviceParams>
type DevicesReply = FromSchema<typeof devicesAnswer>

/** `GET /devices`, `PUT /devices/:key`, `DELETE /devices/:key` */
export const deviceRoutes: FastifyPluginAsync = async (fastify) => {
  const kit = kitOf(fastify)
  const { callFor } = kit
  const { devices } = kit.cognito
  const define = defineRoutes(fastify)

  fastify.get('/devices', define('listDevices'), async (request, reply): Promise<DevicesReply> => {
    const { accessToken, claims } = proved(request)
    const list = await devices
      .list({ accessToken }, callFor(request))
      .catch(forgetEnded(kit, request, reply))
    const current = claims['device_key']
    return { devices: list.map((device) => shown(device, current)) }
  })

  fastify.put<{ Body: DeviceBody; Params: Params }>(
    '/devices/:key',
    define('updateDevice'),
    async (request, reply) => {
      const { accessToken } = proved(request)
      const { key } = request.params
      await devices
        .update({ accessToken, key, ...request.body }, callFor(request))
        .catch(forgetEnded(kit, request, reply))
      return reply.code(204).send()
    },
  )

  fastify.delete<{ Params: Params }>(
    '/devices/:key',
    define('forgetDevice'),
    async (request, reply) => {
      const { accessToken } = proved(request)
      const { key } = request.params
      const forgetHere = () => kit.devices.forget({ key, request, reply })
      await devices
        .forget({ accessToken, key }, callFor(request))
        .catch(forgetEnded(kit, request, reply))
        .catch((error: unknown) => {
          if (isGone(error)) forgetHere()
          throw error
        })
      forgetHere()
      return reply.code(204).send()
    },
  )
}

/** Named one by one: what core adds is not shown by that alone. */
const shown = (device: Device, current: unknown): DevicesReply['devices'][number] => {
  const { key, name, remembered, lastIp, createdAt, lastUsedAt } = device
  return {
    key,
    ...(name && { name }),
    ...(remembered !== undefined && { remembered }),
    ...(lastIp && { lastIp }),
    createdAt,
    ...(lastUsedAt !== undefined && { lastUsedAt }),
    isCurrent: key === current,
  }
}

const isGone = (error: unknown): boolean =>
  error instanceof CognitoError && error.code === 'COGNITO_DEVICE_NOT_FOUND'
