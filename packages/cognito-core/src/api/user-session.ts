import type { SessionDescriptionType } from '@aws-sdk/client-cognito-identity-provider'
import { requireBoolean } from '../require-boolean.ts'
import { unixSeconds } from './unix-seconds.ts'

/** One sign-in that is still good, as a pool that tracks sessions knows it. */
export interface UserSession {
  /** Names it to `revoke`; no secret. */
  id: string
  /** Of an app's tokens, or of a browser that has signed in through managed login. */
  kind: 'token' | 'single-sign-on'
  clientId?: string
  /** Unix seconds. */
  createdAt?: number
  /** Of the last sign-in, refresh or rotation, in Unix seconds. */
  lastActiveAt?: number
  /** Such as `Chrome 125 / macOS 15.0`; absent where Cognito could not tell. */
  deviceType?: string
  /** The address it was last active from. */
  ipAddress?: string
  /** Of that address. */
  location?: { city?: string; country?: string }
  /** The single sign-on session that it came through. */
  originSessionId?: string
  /** Whether the access token that the list was asked with is of this one; never, where none was. */
  isCurrent: boolean
}

/** Where Cognito cannot tell a device or a country, it has this word for it. */
const known = (value: string | undefined): string | undefined =>
  value === 'unknown' ? undefined : value

export const userSessionOf = (described: SessionDescriptionType): UserSession => {
  const {
    ClientId: clientId,
    LastIPAddress: ipAddress,
    OriginSessionId: originSessionId,
  } = described
  const createdAt = unixSeconds(described.CreateDate)
  const lastActiveAt = unixSeconds(described.LastActiveDate)
  const deviceType = known(described.DeviceType)
  const city = known(described.LastLocation?.City)
  const country = known(described.LastLocation?.Country)
  return {
    id: described.SessionId ?? '',
    kind: described.SessionType === 'SSO' ? 'single-sign-on' : 'token',
    ...(clientId && { clientId }),
    ...(createdAt !== undefined && { createdAt }),
    ...(lastActiveAt !== undefined && { lastActiveAt }),
    ...(deviceType && { deviceType }),
    ...(ipAddress && { ipAddress }),
    ...((city || country) && {
      location: { ...(city && { city }), ...(country && { country }) },
    }),
    ...(originSessionId && { originSessionId }),
    isCurrent: described.IsCurrentSession ?? false,
  }
}

/** Whether what a session came through, or what came through it, ends with it. */
export const linkedMember = (linked: unknown): { RevokeAssociatedSessions?: 'LINKED' } =>
  linked !== undefined && requireBoolean('linked', linked)
    ? { RevokeAssociatedSessions: 'LINKED' }
    : {}
