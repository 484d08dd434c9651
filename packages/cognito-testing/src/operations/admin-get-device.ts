import { describeDeviceToOperator } from '../devices/describe-device.ts'
import { findDevice } from '../devices/find-device.ts'
import { findUserInPool } from '../find-user-in-pool.ts'
import { defineOperation, deviceKey, type Operation, ofUser } from './operation.ts'

export const adminGetDevice: Operation = defineOperation(
  { ...ofUser, DeviceKey: { ...deviceKey, required: true } },
  (pool, { DeviceKey, ...named }) => {
    const device = findDevice(pool, findUserInPool(pool, named), DeviceKey)
    return { Device: describeDeviceToOperator(device) }
  },
)
