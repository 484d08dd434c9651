import type { WebAuthnCredentialDescription } from '@aws-sdk/client-cognito-identity-provider'
import { unixSeconds } from './unix-seconds.ts'

export interface Passkey {
  id: string
  /** As Cognito or the authenticator calls it. */
  name: string
  /** The site it is for, such as `example.com`. */
  relyingPartyId: string
  /** `'platform'` is built into a device, `'cross-platform'` is one that comes along. */
  attachment?: string
  /** How a browser may reach it, such as `usb` or `internal`. */
  transports: readonly string[]
  /** Unix seconds. */
  createdAt: number
}

export const passkeyOf = (described: WebAuthnCredentialDescription): Passkey => ({
  id: described.CredentialId ?? '',
  name: described.FriendlyCredentialName ?? '',
  relyingPartyId: described.RelyingPartyId ?? '',
  ...(described.AuthenticatorAttachment && { attachment: described.AuthenticatorAttachment }),
  transports: described.AuthenticatorTransports ?? [],
  createdAt: unixSeconds(described.CreatedAt) ?? 0,
})
