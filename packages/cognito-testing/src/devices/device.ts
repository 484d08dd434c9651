/** What a client makes up and keeps, and the pool can check: as a password, over SRP. */
export interface DeviceSecret {
  salt: bigint
  verifier: bigint
}

/** A device of a user, in a pool that tracks them. */
export interface Device {
  /** Region and UUID. */
  key: string
  groupKey: string
  /** Undefined until the device is confirmed: to everybody but ConfirmDevice there is none. */
  secret?: DeviceSecret
  name?: string
  isRemembered: boolean
  /** Unix seconds, as all that follow. */
  createdAt: number
  modifiedAt: number
  authenticatedAt: number
}

export interface ConfirmedDevice extends Device {
  secret: DeviceSecret
}
