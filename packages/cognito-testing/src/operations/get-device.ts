import { describeDevice } from '../devices/describe-device.ts'
import { deviceNotFound } from '../devices/device-not-found.ts'
import { rememberedDevice } from '../devices/remembered-device.ts'
import { readAccessToken } from '../read-access-token.ts'
import { defineOperation, deviceKey, type Operation, token } from './operation.ts'

/** Of a remembered device: to the user there is no other. */
export const getDevice: Operation = defineOperation(
  { DeviceKey: { ...deviceKey, required: true }, AccessToken: token },
  (pool, { AccessToken, DeviceKey }) => {
    const caller = readAccessToken(pool, AccessToken)
    const device = rememberedDevice(pool, { ...caller, deviceKey: DeviceKey })
    if (!device) throw deviceNotFound()
    return { Device: describeDevice(device) }
  },
)
