import { findDevice } from '../devices/find-device.ts'
import { readAccessToken } from '../read-access-token.ts'
import { defineOperation, deviceKey, type Operation, token } from './operation.ts'

/** Ends the refresh tokens that want this device, too. */
export const forgetDevice: Operation = defineOperation(
  { DeviceKey: { ...deviceKey, required: true }, AccessToken: token },
  (pool, { AccessToken, DeviceKey }) => {
    const { user } = readAccessToken(pool, AccessToken)
    findDevice(pool, user, DeviceKey)
    pool.devices.forget(user, DeviceKey)
    return undefined
  },
)
