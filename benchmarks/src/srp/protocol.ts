import { createHash, createHmac, getDiffieHellman } from 'node:crypto'

// Cognito's SRP once more, for the fake server, the naive BigInt client and the floor. Neither ours
// nor a peer's client runs any of it.

export interface Account {
  /** The user pool id after its first `_`. */
  readonly poolName: string
  readonly userIdForSrp: string
  readonly password: string
}

export interface SrpChallenge {
  /** Hex. */
  readonly salt: string
  /** Hex. */
  readonly B: string
  /** Base64. */
  readonly secretBlock: string
}

export interface Claim {
  /** Base64. */
  readonly signature: string
  readonly timestamp: string
}

export const toInteger = (bytes: Uint8Array): bigint =>
  BigInt(`0x${Buffer.from(bytes).toString('hex')}`)

/** The bytes of a positive integer, with a zero in front where the first would have its top bit set. */
export const toBytes = (integer: bigint): Buffer => {
  const hex = integer.toString(16)
  const even = hex.length % 2 === 0 ? hex : `0${hex}`
  return Buffer.from(/^[89a-f]/.test(even) ? `00${even}` : even, 'hex')
}

const sha256 = (...parts: readonly (Buffer | string)[]): Buffer =>
  parts.reduce((hash, part) => hash.update(part), createHash('sha256')).digest()

const hmac = (key: Buffer, ...parts: readonly (Buffer | string)[]): Buffer =>
  parts.reduce((mac, part) => mac.update(part), createHmac('sha256', key)).digest()

export const N: bigint = toInteger(getDiffieHellman('modp15').getPrime())
export const g: bigint = 2n
export const k: bigint = toInteger(sha256(toBytes(N), toBytes(g)))

export const modulo = (integer: bigint): bigint => ((integer % N) + N) % N

/** Square and multiply, bit by bit, as one would first write it. */
export const power = (base: bigint, exponent: bigint): bigint => {
  let result = 1n
  for (let square = base, left = exponent; left > 0n; left >>= 1n) {
    if (left & 1n) result = (result * square) % N
    square = (square * square) % N
  }
  return result
}

export const scrambler = ({ A, B }: { A: bigint; B: bigint }): bigint =>
  toInteger(sha256(toBytes(A), toBytes(B)))

export const passwordExponent = (
  { poolName, userIdForSrp, password }: Account,
  salt: bigint,
): bigint => toInteger(sha256(toBytes(salt), sha256(`${poolName}${userIdForSrp}:${password}`)))

export const sessionKey = ({ S, u }: { S: bigint; u: bigint }): Buffer =>
  hmac(hmac(toBytes(u), toBytes(S)), 'Caldera Derived Key', Buffer.of(1)).subarray(0, 16)

export const signature = (input: {
  readonly key: Buffer
  readonly account: Account
  readonly challenge: SrpChallenge
  readonly timestamp: string
}): string => {
  const { key, account, challenge, timestamp } = input
  const block = Buffer.from(challenge.secretBlock, 'base64')
  return hmac(key, account.poolName, account.userIdForSrp, block, timestamp).toString('base64')
}

/** `Tue Feb 1 03:04:05 UTC 2000` */
export const timestampOf = (now: Date): string => {
  const [weekday, day, month, year, time] = now.toUTCString().split(/,? /)
  return `${weekday} ${month} ${Number(day)} ${time} UTC ${year}`
}
