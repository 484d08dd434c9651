import { CognitoError } from '@x/cognito-core'
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
    const isCurrent = (key: string) => key === claims['device_key']
    return {
      devices: list.map(({ attributes: _, ...device }) => ({
        ...device,
        isCurrent: isCurrent(device.key),
      })),
    }
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

const isGone = (error: unknown): boolean =>
  error instanceof CognitoError && error.code === 'COGNITO_DEVICE_NOT_FOUND'
