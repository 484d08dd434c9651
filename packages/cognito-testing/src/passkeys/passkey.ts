/** A passkey that a user registered. */
export interface Passkey {
  /** The credential id, base64url. */
  id: string
  name: string
  relyingPartyId: string
  /** COSE. */
  publicKey: Uint8Array<ArrayBuffer>
  /** As the authenticator last said it. */
  counter: number
  transports: readonly string[]
  attachment?: string
  /** Unix seconds. */
  createdAt: number
}
