import { describeDevice } from '../devices/describe-device.ts'
import { longestPage, paginate } from '../paginate.ts'
import { readAccessToken } from '../read-access-token.ts'
import { defineOperation, type Operation, token } from './operation.ts'

/** Those that are remembered, the oldest first. */
export const listDevices: Operation = defineOperation(
  {
    AccessToken: token,
    Limit: { type: 'integer', min: 0, max: longestPage },
    PaginationToken: { type: 'string', min: 1, pattern: '[\\S]+' },
  },
  (pool, { AccessToken, Limit, PaginationToken }) => {
    const { user } = readAccessToken(pool, AccessToken)
    const devices = pool.devices
      .all(user)
      .filter(({ isRemembered }) => isRemembered)
      .map((device) => ({ device, place: `${device.createdAt} ${device.key}` }))
    const { page, nextToken } = paginate(pool, {
      list: `devices of ${user.sub}`,
      entries: devices.toSorted((a, b) => (a.place < b.place ? -1 : 1)),
      keyOf: ({ place }) => place,
      limit: Limit || longestPage,
      untrustedToken: PaginationToken,
    })
    return {
      Devices: page.map(({ device }) => describeDevice(device)),
      ...(nextToken !== undefined && { PaginationToken: nextToken }),
    }
  },
)
