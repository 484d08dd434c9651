import { createPrivateKey, createPublicKey } from 'node:crypto'
import { N, pad, toInteger } from './srp-group.ts'

const INTEGER = 0x02
const BIT_STRING = 0x03
const OCTET_STRING = 0x04
const OBJECT_IDENTIFIER = 0x06
const SEQUENCE = 0x30

const derLength = (length: number): Buffer =>
  length < 0x80
    ? Buffer.of(length)
    : length < 0x100
      ? Buffer.of(0x81, length)
      : Buffer.of(0x82, length >> 8, length & 0xff)

const der = (tag: number, ...contents: readonly Buffer[]): Buffer => {
  const content = Buffer.concat(contents)
  return Buffer.concat([Buffer.of(tag), derLength(content.length), content])
}

const prime = der(INTEGER, pad(N))
const version = der(INTEGER, pad(0n))
/** 1.2.840.113549.1.3.1, `dhKeyAgreement` of PKCS #3. */
const dhKeyAgreement = der(OBJECT_IDENTIFIER, Buffer.from('2a864886f70d010301', 'hex'))

/** PKCS#8 of the Diffie-Hellman key with modulus N, generator `base`, private value `exponent`. */
const privateKeyInfo = ({ base, exponent }: { base: bigint; exponent: bigint }): Buffer => {
  const parameters = der(SEQUENCE, prime, der(INTEGER, pad(base)))
  const secret = der(OCTET_STRING, der(INTEGER, pad(exponent)))
  return der(SEQUENCE, version, der(SEQUENCE, dhKeyAgreement, parameters), secret)
}

interface Element {
  readonly tag: number
  readonly content: Buffer
  readonly rest: Buffer
}

const readElement = (bytes: Buffer): Element => {
  const short = bytes.readUInt8(1)
  const lengthBytes = short < 0x80 ? 0 : short & 0x7f
  const start = 2 + lengthBytes
  const length = lengthBytes === 0 ? short : bytes.readUIntBE(2, lengthBytes)
  return {
    tag: bytes.readUInt8(0),
    content: bytes.subarray(start, start + length),
    rest: bytes.subarray(start + length),
  }
}

/** The public value in an SPKI: SEQUENCE { algorithm, BIT STRING { 00, INTEGER } } */
const publicValue = (spki: Buffer): bigint => {
  const algorithm = readElement(readElement(spki).content)
  const key = readElement(algorithm.rest)
  if (key.tag !== BIT_STRING) throw new Error('OpenSSL exported an unexpected public key')
  return toInteger(readElement(key.content.subarray(1)).content)
}

/**
 * base^exponent mod N by OpenSSL, in constant time, for 1 < base < N - 1 and exponent > 0: the
 * public half that it computes on import of a private key. Unlike `createDiffieHellman` and
 * `computeSecret`, which block for seconds or throw for a base that is no square on some versions
 * of Node, this form behaves alike on all of them.
 */
export const opensslModexp = (base: bigint, exponent: bigint): bigint => {
  const key = privateKeyInfo({ base, exponent })
  try {
    const privateKey = createPrivateKey({ key, format: 'der', type: 'pkcs8' })
    return publicValue(createPublicKey(privateKey).export({ format: 'der', type: 'spki' }))
  } finally {
    key.fill(0)
  }
}
