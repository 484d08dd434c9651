import type { Pool } from '../pool.ts'
import type { User } from '../user-store.ts'
import type { ConfirmedDevice } from './device.ts'
import { deviceNotFound } from './device-not-found.ts'

/** One that was confirmed, remembered or not. @throws {AwsError} ResourceNotFoundException */
export const findDevice = (
  { devices }: Pool,
  user: User,
  untrustedKey: string,
): ConfirmedDevice => {
  const device = devices.find(user, untrustedKey)
  if (device) return device
  throw deviceNotFound()
}
