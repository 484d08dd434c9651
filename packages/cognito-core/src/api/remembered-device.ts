import type { AuthenticationResultType } from '@aws-sdk/client-cognito-identity-provider'
import { requireObject } from '../require-object.ts'
import { requireText } from '../require-text.ts'

/** What a device is known by to the pool. Secret: it can stand in for the second factor of its user. */
export interface RememberedDevice {
  key: string
  groupKey: string
  /** Made by this package when the device was confirmed; Cognito keeps a verifier of it only. */
  password: string
}

export interface NewDevice extends RememberedDevice {
  /** Whether the pool asks the user before it remembers the device: then call `devices.update`. */
  needsConsent: boolean
}

/** @throws CognitoError `COGNITO_INVALID_INPUT` that names the field, and never shows its value. */
export const requireDevice = (field: string, value: unknown): RememberedDevice => {
  const { key, groupKey, password }: Partial<Record<keyof RememberedDevice, unknown>> =
    requireObject(field, value)
  return {
    key: requireText(`${field}.key`, key),
    groupKey: requireText(`${field}.groupKey`, groupKey),
    password: requireText(`${field}.password`, password),
  }
}

/** Of a sign-in that made one: it is known to the pool, and not yet confirmed. */
export const unconfirmedDeviceIn = ({
  NewDeviceMetadata: metadata,
}: AuthenticationResultType): Pick<RememberedDevice, 'key' | 'groupKey'> | undefined => {
  const { DeviceKey: key, DeviceGroupKey: groupKey } = metadata ?? {}
  return key && groupKey ? { key, groupKey } : undefined
}
