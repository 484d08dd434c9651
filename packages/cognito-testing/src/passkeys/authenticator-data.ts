import { createHash } from 'node:crypto'
import { encodeCBOR } from '@levischuck/tiny-cbor'

/** COSEAlgorithmIdentifier of ECDSA with SHA-256. Source: RFC 9053, 2.1. */
export const es256 = -7

const flags = { userPresent: 0x01, userVerified: 0x04, attestedCredential: 0x40 } as const

const withoutModel = Buffer.alloc(16)

/** Of a coordinate on P-256. */
const coordinateLength = 32

/** An EC2 key on P-256. Source: RFC 9053, 7.1.1. */
const coseKeyOf = (publicDer: Buffer): Uint8Array => {
  // A SubjectPublicKeyInfo ends in both, uncompressed.
  const point = new Uint8Array(publicDer).slice(-2 * coordinateLength)
  const members = [
    [1, 2],
    [3, es256],
    [-1, 1],
    [-2, point.slice(0, coordinateLength)],
    [-3, point.slice(coordinateLength)],
  ] as const
  return encodeCBOR(new Map<number, number | Uint8Array>(members))
}

/** What an authenticator signs, or attests to. Source: Web Authentication Level 3, 6.1 and 6.5.1. */
export const authenticatorData = (input: {
  relyingPartyId: string
  userVerified: boolean
  counter: number
  /** Of a credential that is new. */
  attested?: { id: string; publicDer: Buffer }
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
  return Buffer.concat([...head, withoutModel, idLength, id, coseKeyOf(attested.publicDer)])
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
