import { randomBytes, randomUUID } from 'node:crypto'
import type { Clock } from '../clock.ts'
import type { User, UserStore } from '../user-store.ts'
import type { ConfirmedDevice, Device, DeviceSecret } from './device.ts'

/** Whose device it is. */
type Owner = Pick<User, 'username' | 'sub'>

/** The devices of users as they are now, however long ago a user was looked up. */
export interface DeviceStore {
  /** Names a device that the user signs in with for the first time. */
  issue(owner: Owner): Device
  /** A device that was named and is not confirmed yet. */
  findNew(owner: Owner, key: string): Device | undefined
  /** A device that was confirmed, remembered or not. */
  find(owner: Owner, key: string): ConfirmedDevice | undefined
  /** Those that were confirmed. */
  all(owner: Owner): readonly ConfirmedDevice[]
  confirm(
    owner: Owner,
    key: string,
    device: { secret: DeviceSecret; name?: string | undefined; isRemembered: boolean },
  ): void
  remember(owner: Owner, key: string, isRemembered: boolean): void
  /** It has proved itself. */
  authenticate(owner: Owner, key: string): void
  forget(owner: Owner, key: string): void
}

const isConfirmed = (device: Device): device is ConfirmedDevice => device.secret !== undefined

export const createDeviceStore = (input: {
  clock: Clock
  users: UserStore
  region: string
}): DeviceStore => {
  const { clock, users, region } = input

  /** None of somebody who is gone, whoever has the name now. */
  const devicesOf = ({ username, sub }: Owner): readonly Device[] => {
    const user = users.get(username)
    return user?.sub === sub ? user.devices : []
  }

  const save = (owner: Owner, devices: readonly Device[]): void => {
    users.update(owner.username, { devices })
  }

  const change = (owner: Owner, key: string, changes: Partial<Device>): void => {
    const devices = devicesOf(owner)
    if (!devices.some((device) => device.key === key)) return
    const modifiedAt = clock.now()
    save(
      owner,
      devices.map((device) =>
        device.key === key ? { ...device, ...changes, modifiedAt } : device,
      ),
    )
  }

  return {
    issue: (owner) => {
      const now = clock.now()
      const device: Device = {
        key: `${region}_${randomUUID()}`,
        groupKey: `-${randomBytes(6).toString('base64url')}`,
        isRemembered: false,
        createdAt: now,
        modifiedAt: now,
        authenticatedAt: now,
      }
      save(owner, [...devicesOf(owner), device])
      return device
    },
    findNew: (owner, key) =>
      devicesOf(owner).find((device) => device.key === key && !isConfirmed(device)),
    find: (owner, key) =>
      devicesOf(owner)
        .filter(isConfirmed)
        .find((device) => device.key === key),
    all: (owner) => devicesOf(owner).filter(isConfirmed),
    confirm: (owner, key, { name, ...device }) => {
      change(owner, key, { ...device, ...(name !== undefined && { name }) })
    },
    remember: (owner, key, isRemembered) => {
      change(owner, key, { isRemembered })
    },
    authenticate: (owner, key) => {
      change(owner, key, { authenticatedAt: clock.now() })
    },
    forget: (owner, key) => {
      const devices = devicesOf(owner)
      if (devices.length === 0) return
      save(
        owner,
        devices.filter((device) => device.key !== key),
      )
    },
  }
}
