import type { DeviceType } from '@aws-sdk/client-cognito-identity-provider'
import { namedValues } from './named-values.ts'
import { unixSeconds } from './unix-seconds.ts'

/** A device that Cognito knows. */
export interface Device {
  key: string
  /** What the user calls it, or the browser. */
  name?: string
  /** Absent where Cognito does not say. */
  remembered?: boolean
  /** The address it last signed in from. */
  lastIp?: string
  /** Unix seconds. */
  createdAt: number
  /** Unix seconds. */
  lastUsedAt?: number
  /** All that Cognito says, by its names. */
  attributes: Readonly<Record<string, string>>
}

const remembered: Readonly<Record<string, boolean>> = { remembered: true, not_remembered: false }

export const deviceOf = (described: DeviceType): Device => {
  const attributes = namedValues(described.DeviceAttributes)
  const lastUsedAt = unixSeconds(described.DeviceLastAuthenticatedDate)
  const { device_name: name, last_ip_used: lastIp } = attributes
  const isRemembered = remembered[attributes['dev:device_remembered_status'] ?? '']
  return {
    key: described.DeviceKey ?? '',
    ...(name && { name }),
    ...(isRemembered !== undefined && { remembered: isRemembered }),
    ...(lastIp && { lastIp }),
    createdAt: unixSeconds(described.DeviceCreateDate) ?? 0,
    ...(lastUsedAt !== undefined && { lastUsedAt }),
    attributes,
  }
}
