import { findDevice } from '../devices/find-device.ts'
import { findUserInPool } from '../find-user-in-pool.ts'
import { defineOperation, deviceKey, type Operation, ofUser } from './operation.ts'

/** Ends the refresh tokens that want this device, too. */
export const adminForgetDevice: Operation = defineOperation(
  { ...ofUser, DeviceKey: { ...deviceKey, required: true } },
  (pool, { DeviceKey, ...named }) => {
    const user = findUserInPool(pool, named)
    pool.devices.forget(user, findDevice(pool, user, DeviceKey).key)
    return undefined
  },
)
