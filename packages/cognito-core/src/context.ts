import type { CustomAttributeTypes } from './api/attribute-types.ts'
import type { AuthOperations, Send } from './api/operations.ts'
import type { Clock } from './clock.ts'
import { secretHash } from './crypto/secret-hash.ts'
import type { Srp } from './crypto/srp-jobs.ts'
import type { Warn } from './warnings.ts'

/** Rides along with any call. */
export interface CallOptions {
  signal?: AbortSignal
  /** Handed to the pool's Lambda triggers. Not encrypted, not stored. */
  clientMetadata?: Record<string, string>
  /** What threat protection is told about the caller. */
  device?: { ipAddress?: string; encodedData?: string }
}

/** What a flow is given: one pool, one app client, one way to call. */
export interface Context {
  send: Send
  auth: AuthOperations
  warn: Warn
  clock: Clock
  srp: Srp
  clientId: string
  clientSecret?: string
  userPoolId: string
  /** The part of the pool's id after the underscore, which SRP hashes over. */
  poolName: string
  /** By name, without `custom:`. */
  customAttributes: CustomAttributeTypes
}

/**
 * USERNAME and, for an app client with a secret, the hash over that very name. Cognito checks the hash
 * against the USERNAME of the same request, so nothing but these two builds either of them.
 */
export const usernameParameters = (
  { clientId, clientSecret }: Context,
  username: string,
): Record<string, string> => ({
  USERNAME: username,
  ...(clientSecret && { SECRET_HASH: secretHash({ username, clientId, clientSecret }) }),
})

/** The device that a sign-in is made with goes into every call of it. */
export const deviceParameters = (device: { key: string } | undefined): Record<string, string> =>
  device ? { DEVICE_KEY: device.key } : {}

/** Name and hash for operations that take the name as a member of their own, and the app client with it. */
export const usernameMembers = (
  { clientId, clientSecret }: Context,
  username: string,
): { ClientId: string; Username: string; SecretHash?: string } => ({
  ClientId: clientId,
  Username: username,
  ...(clientSecret && { SecretHash: secretHash({ username, clientId, clientSecret }) }),
})

/** What the pool's triggers are told: all that the operations take which need a token. */
export const metadataMember = ({
  clientMetadata,
}: CallOptions): { ClientMetadata?: Record<string, string> } =>
  clientMetadata ? { ClientMetadata: clientMetadata } : {}

/** What the caller said about itself, in the shape of the operations that need no token. */
export const callParameters = (
  call: CallOptions,
): {
  ClientMetadata?: Record<string, string>
  UserContextData?: { IpAddress?: string; EncodedData?: string }
} => {
  const { ipAddress, encodedData } = call.device ?? {}
  return {
    ...metadataMember(call),
    ...((ipAddress || encodedData) && {
      UserContextData: {
        ...(ipAddress && { IpAddress: ipAddress }),
        ...(encodedData && { EncodedData: encodedData }),
      },
    }),
  }
}
