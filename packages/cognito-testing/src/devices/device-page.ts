import { longestPage, paginate } from '../paginate.ts'
import type { Pool } from '../pool.ts'
import type { User } from '../user-store.ts'
import type { ConfirmedDevice } from './device.ts'

/** Devices of a user, the oldest first. @throws {AwsError} for a token of another list */
export const devicePage = (
  pool: Pool,
  input: {
    user: User
    devices: readonly ConfirmedDevice[]
    describe: (device: ConfirmedDevice) => object
    limit: number | undefined
    untrustedToken: string | undefined
  },
): object => {
  const { user, devices, describe, limit, untrustedToken } = input
  const placed = devices.map((device) => ({ device, place: `${device.createdAt} ${device.key}` }))
  const { page, nextToken } = paginate(pool, {
    list: `devices of ${user.sub}`,
    entries: placed.toSorted((a, b) => (a.place < b.place ? -1 : 1)),
    keyOf: ({ place }) => place,
    limit: limit || longestPage,
    untrustedToken,
  })
  return {
    Devices: page.map(({ device }) => describe(device)),
    ...(nextToken !== undefined && { PaginationToken: nextToken }),
  }
}
