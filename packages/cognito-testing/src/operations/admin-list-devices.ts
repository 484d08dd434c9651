import { describeDeviceToOperator } from '../devices/describe-device.ts'
import { devicePage } from '../devices/device-page.ts'
import { findUserInPool } from '../find-user-in-pool.ts'
import { defineOperation, limit, listToken, type Operation, ofUser } from './operation.ts'

/** Those that are not remembered, too. */
export const adminListDevices: Operation = defineOperation(
  { ...ofUser, Limit: limit, PaginationToken: listToken },
  (pool, { Limit, PaginationToken: untrustedToken, ...named }) => {
    const user = findUserInPool(pool, named)
    const devices = pool.devices.all(user)
    const describe = describeDeviceToOperator
    return devicePage(pool, { user, devices, describe, limit: Limit, untrustedToken })
  },
)
