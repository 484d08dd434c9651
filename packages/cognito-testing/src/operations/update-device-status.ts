import { deviceNotFound } from '../devices/device-not-found.ts'
import { readAccessToken } from '../read-access-token.ts'
import { defineOperation, deviceKey, type Operation, token } from './operation.ts'

export const updateDeviceStatus: Operation = defineOperation(
  {
    AccessToken: token,
    DeviceKey: { ...deviceKey, required: true },
    DeviceRememberedStatus: { type: 'string', values: ['remembered', 'not_remembered'] },
  },
  (pool, { AccessToken, DeviceKey, DeviceRememberedStatus: status }) => {
    const { user } = readAccessToken(pool, AccessToken)
    if (!pool.devices.find(user, DeviceKey)) throw deviceNotFound()
    if (status !== undefined) pool.devices.remember(user, DeviceKey, status === 'remembered')
    return {}
  },
)
