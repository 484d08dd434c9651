import { describeDevice } from '../devices/describe-device.ts'
import { devicePage } from '../devices/device-page.ts'
import { readAccessToken } from '../read-access-token.ts'
import { defineOperation, limit, listToken, type Operation, token } from './operation.ts'

/** Those that are remembered, the oldest first. */
export const listDevices: Operation = defineOperation(
  { AccessToken: token, Limit: limit, PaginationToken: listToken },
  (pool, { AccessToken, Limit, PaginationToken: untrustedToken }) => {
    const { user } = readAccessToken(pool, AccessToken)
    const devices = pool.devices.all(user).filter(({ isRemembered }) => isRemembered)
    const input = { user, devices, describe: describeDevice, limit: Limit, untrustedToken }
    return devicePage(pool, input)
  },
)
