/** A device that a user signed in on, where the pool tracks devices. */
export interface Device {
  /** `us-east-1_` and a UUID. */
  key: string
  groupKey: string
  /** Undefined until the device is confirmed. */
  secret?: { salt: bigint; verifier: bigint }
  name?: string
  isRemembered: boolean
  lastIp?: string
  /** Unix seconds. */
  createdAt: number
  /** Unix seconds. */
  modifiedAt: number
  /** Unix seconds. */
  lastUsedAt: number
}
