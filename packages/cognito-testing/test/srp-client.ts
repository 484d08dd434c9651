import {
  constants,
  createHash,
  createHmac,
  createPublicKey,
  hkdfSync,
  publicEncrypt,
  randomBytes,
} from 'node:crypto'
import { N } from '../src/srp-server.ts'

/**
 * The client's half of SRP, to hold the server's half to account. It shares no arithmetic with it:
 * exponentiation is OpenSSL's RSA without padding, key derivation OpenSSL's HKDF.
 */
const bytesOf = (value: bigint): Buffer => {
  const hex = value.toString(16)
  return Buffer.from(hex.padStart(hex.length + (hex.length % 2), '0'), 'hex')
}

/** As Java's BigInteger.toByteArray() writes it. */
const signedBytesOf = (value: bigint): Buffer => {
  const bytes = bytesOf(value)
  return (bytes[0] ?? 0) > 127 ? Buffer.concat([Buffer.of(0), bytes]) : bytes
}

const power = (base: bigint, exponent: bigint): bigint => {
  const key = createPublicKey({
    format: 'jwk',
    key: {
      kty: 'RSA',
      n: bytesOf(N).toString('base64url'),
      e: bytesOf(exponent).toString('base64url'),
    },
  })
  const message = Buffer.from(base.toString(16).padStart(768, '0'), 'hex')
  const result = publicEncrypt({ key, padding: constants.RSA_NO_PADDING }, message)
  return BigInt(`0x${result.toString('hex')}`)
}

const hash = (...parts: (Buffer | string)[]): Buffer => {
  const sha256 = createHash('sha256')
  for (const part of parts) sha256.update(part)
  return sha256.digest()
}

const hashToInteger = (...parts: (Buffer | string)[]): bigint =>
  BigInt(`0x${hash(...parts).toString('hex')}`)

export const startSrp = (): { a: bigint; A: string } => {
  const a = BigInt(`0x${randomBytes(32).toString('hex')}`)
  return { a, A: power(2n, a).toString(16) }
}

export const signSrp = (input: {
  a: bigint
  poolName: string
  password: string
  timestamp: string
  challenge: Readonly<Record<string, string>>
}): string => {
  const { a, poolName, password, timestamp, challenge } = input
  const { SALT, SRP_B, SECRET_BLOCK = '', USER_ID_FOR_SRP: user } = challenge
  const A = power(2n, a)
  const B = BigInt(`0x${SRP_B}`)
  const u = hashToInteger(signedBytesOf(A), signedBytesOf(B))
  const x = hashToInteger(
    signedBytesOf(BigInt(`0x${SALT}`)),
    hash(`${poolName}${user}:${password}`),
  )
  const k = hashToInteger(signedBytesOf(N), signedBytesOf(2n))
  const base = (((B - k * power(2n, x)) % N) + N) % N
  const S = power(base, a + u * x)
  const key = hkdfSync('sha256', signedBytesOf(S), signedBytesOf(u), 'Caldera Derived Key', 16)
  return createHmac('sha256', Buffer.from(key))
    .update(`${poolName}${user}`)
    .update(Buffer.from(SECRET_BLOCK, 'base64'))
    .update(timestamp)
    .digest('base64')
}

/** What ConfirmDevice is told of the password of a device, as amazon-cognito-identity-js makes it. */
export const makeDeviceSecret = (device: {
  key: string
  groupKey: string
  password: string
}): { Salt: string; PasswordVerifier: string } => {
  const salt = BigInt(`0x${randomBytes(16).toString('hex')}`)
  const secret = hash(`${device.groupKey}${device.key}:${device.password}`)
  const x = hashToInteger(signedBytesOf(salt), secret)
  return {
    Salt: signedBytesOf(salt).toString('base64'),
    PasswordVerifier: signedBytesOf(power(2n, x)).toString('base64'),
  }
}
