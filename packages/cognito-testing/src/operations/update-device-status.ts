import { findDevice } from '../devices/find-device.ts'
import { readAccessToken } from '../read-access-token.ts'
import { defineOperation, deviceKey, type Operation, rememberedStatus, token } from './operation.ts'

export const updateDeviceStatus: Operation = defineOperation(
  {
    AccessToken: token,
    DeviceKey: { ...deviceKey, required: true },
    DeviceRememberedStatus: rememberedStatus,
  },
  (pool, { AccessToken, DeviceKey, DeviceRememberedStatus: status }) => {
    const { user } = readAccessToken(pool, AccessToken)
    findDevice(pool, user, DeviceKey)
    if (status !== undefined) pool.devices.remember(user, DeviceKey, status === 'remembered')
    return {}
  },
)
