import { findDevice } from '../devices/find-device.ts'
import { findUserInPool } from '../find-user-in-pool.ts'
import {
  defineOperation,
  deviceKey,
  type Operation,
  ofUser,
  rememberedStatus,
} from './operation.ts'

export const adminUpdateDeviceStatus: Operation = defineOperation(
  {
    ...ofUser,
    DeviceKey: { ...deviceKey, required: true },
    DeviceRememberedStatus: rememberedStatus,
  },
  (pool, { DeviceKey, DeviceRememberedStatus: status, ...named }) => {
    const user = findUserInPool(pool, named)
    const { key } = findDevice(pool, user, DeviceKey)
    if (status !== undefined) pool.devices.remember(user, key, status === 'remembered')
    return {}
  },
)
