import { createHash, type KeyObject } from 'node:crypto'
import { encodeCBOR } from '@levischuck/tiny-cbor'

/** COSEAlgorithmIdentifier of ECDSA with SHA-256. Source: RFC 9053, 2.1. */
export const es256 = -7

const flags = { userPresent: 0x01, userVerified: 0x04, attestedCredential: 0x40 } as const

const withoutModel = Buffer.alloc(16)

const bytesOf = (base64url: string | undefined): Uint8Array =>
  new Uint8Array(Buffer.from(base64url ?? '', 'base64url'))

/** An EC2 key on P-256. Source: RFC 9053, 7.1.1. */
const coseKeyOf = (publicKey: KeyObject): Uint8Array => {
  const { x, y } = publicKey.export({ format: 'jwk' })
  const members = [
    [1, 2],
    [3, es256],
    [-1, 1],
    [-2, bytesOf(x)],
    [-3, bytesOf(y)],
  ] as const
  return encodeCBOR(new Map<number, number | Uint8Array>(members))
}

/** What an authenticator signs, or attests to. Source: Web Authentication Level 3, 6.1 and 6.5.1. */
export const authenticatorData = (input: {
  relyingPartyId: string
  userVerified: boolean
  counter: number
  /** Of a credential that is new. */
  attested?: { id: string; publicKey: KeyObject }
}): Buffer => {
  const { relyingPartyId, userVerified, counter, attested } = input
  const state = Buffer.alloc(5)
  state.writeUInt8(
    flags.userPresent |
      (userVerified ? flags.userVerified : 0) |
      (attested ? flags.attestedCredential : 0),
  )
  state.writeUInt32BE(counter, 1)
  const head = [createHash('sha256').update(relyingPartyId).digest(), state]
  if (!attested) return Buffer.concat(head)
  const id = Buffer.from(attested.id, 'base64url')
  const idLength = Buffer.alloc(2)
  idLength.writeUInt16BE(id.length)
  return Buffer.concat([...head, withoutModel, idLength, id, coseKeyOf(attested.publicKey)])
}

/** An attestation object of the format `none`. Source: Web Authentication Level 3, 8.7. */
export const attestationObject = (authData: Buffer): Buffer =>
  Buffer.from(
    encodeCBOR(
      new Map<string, string | Uint8Array | Map<string, never>>([
        ['fmt', 'none'],
        ['attStmt', new Map<string, never>()],
        ['authData', new Uint8Array(authData)],
      ]),
    ),
  )
