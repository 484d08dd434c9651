import { createHash, createHmac, timingSafeEqual } from 'node:crypto'

/** The 3072-bit MODP prime of RFC 3526, group 15. */
export const N: bigint = BigInt(
  `0x${[
    'ffffffffffffffffc90fdaa22168c234c4c6628b80dc1cd129024e088a67cc74',
    '020bbea63b139b22514a08798e3404ddef9519b3cd3a431b302b0a6df25f1437',
    '4fe1356d6d51c245e485b576625e7ec6f44c42e9a637ed6b0bff5cb6f406b7ed',
    'ee386bfb5a899fa5ae9f24117c4b1fe649286651ece45b3dc2007cb8a163bf05',
    '98da48361c55d39a69163fa8fd24cf5f83655d23dca3ad961c62f356208552bb',
    '9ed529077096966d670c354e4abc9804f1746c08ca18217c32905e462e36ce3b',
    'e39e772c180e86039b2783a2ec07a28fb5c55df06f4c52c9de2bcbf695581718',
    '3995497cea956ae515d2261898fa051015728e5a8aaac42dad33170d04507a33',
    'a85521abdf1cba64ecfb850458dbef0a8aea71575d060c7db3970f85a6e1e4c7',
    'abf5ae8cdb0933d71e8c94e04a25619dcee3d2261ad2ee6bf12ffa06d98a0864',
    'd87602733ec86a64521f2b18177b200cbbe117577a615d6c770988c0bad946e2',
    '08e24fa074e5ab3143db5bfce0fd108e4b82d120a93ad2caffffffffffffffff',
  ].join('')}`,
)
const g = 2n

/** Minimal big-endian bytes, zero before a high bit: Java's BigInteger.toByteArray(). */
const pad = (value: bigint): Buffer => {
  const hex = value.toString(16)
  const even = hex.length % 2 === 0 ? hex : `0${hex}`
  return Buffer.from(/^[89a-f]/.test(even) ? `00${even}` : even, 'hex')
}

const sha256 = (...parts: readonly (Buffer | string)[]): Buffer =>
  parts.reduce((hash, part) => hash.update(part), createHash('sha256')).digest()

const toBigInt = (bytes: Buffer): bigint => BigInt(`0x${bytes.toString('hex')}`)

const square = (value: bigint): bigint => (value * value) % N

/** base^exponent mod N, four bits of the exponent at a time. */
const modPow = (base: bigint, exponent: bigint): bigint => {
  const powers = Array.from({ length: 15 }).reduce<readonly bigint[]>(
    (known) => [...known, ((known.at(-1) ?? 1n) * base) % N],
    [1n],
  )
  return Array.from(exponent.toString(16)).reduce((result, digit) => {
    const shifted = square(square(square(square(result))))
    return (shifted * (powers[Number.parseInt(digit, 16)] ?? 1n)) % N
  }, 1n)
}

const k = toBigInt(sha256(pad(N), pad(g)))

/** H(poolName ‖ user name ‖ ':' ‖ password): all that SRP needs of a password. */
export const hashIdentity = (input: {
  poolName: string
  username: string
  password: string
}): Buffer => sha256(`${input.poolName}${input.username}:${input.password}`)

/** v = g^x with x = H(salt ‖ identity hash) */
export const computeVerifier = (input: { salt: bigint; identityHash: Buffer }): bigint =>
  modPow(g, toBigInt(sha256(pad(input.salt), input.identityHash)))

/** B = k·v + g^b */
export const computeServerPublic = (input: { verifier: bigint; secret: bigint }): bigint =>
  (k * input.verifier + modPow(g, input.secret)) % N

export interface PasswordProof {
  /** A */
  clientPublic: bigint
  /** b */
  serverSecret: bigint
  /** B */
  serverPublic: bigint
  /** v */
  verifier: bigint
  poolName: string
  /** USER_ID_FOR_SRP: the user's real name. */
  username: string
  secretBlock: Buffer
  timestamp: string
}

/**
 * K = HKDF(S, u) with S = (A·v^u)^b; the proof is HMAC(K, poolName ‖ user name ‖ secret block ‖
 * timestamp), in base64.
 */
export const computeProof = (input: PasswordProof): string => {
  const u = toBigInt(sha256(pad(input.clientPublic), pad(input.serverPublic)))
  const S = modPow((input.clientPublic * modPow(input.verifier, u)) % N, input.serverSecret)
  const pseudorandomKey = createHmac('sha256', pad(u)).update(pad(S)).digest()
  const key = createHmac('sha256', pseudorandomKey)
    .update('Caldera Derived Key\u0001')
    .digest()
    .subarray(0, 16)
  return createHmac('sha256', key)
    .update(input.poolName)
    .update(input.username)
    .update(input.secretBlock)
    .update(input.timestamp)
    .digest('base64')
}

/**
 * Whether the signature proves the password; the comparison takes the same time wherever they
 * differ.
 */
export const isProofOf = (input: PasswordProof & { untrustedSignature: string }): boolean => {
  const expected = Buffer.from(computeProof(input))
  const untrusted = Buffer.from(input.untrustedSignature)
  return expected.length === untrusted.length && timingSafeEqual(expected, untrusted)
}
