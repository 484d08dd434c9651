import { createHash } from 'node:crypto'

/** The 3072-bit prime of RFC 3526, group 15 (OpenSSL's `modp15`), which Cognito's SRP uses. */
export const N: bigint = BigInt(
  '0x' +
    'ffffffffffffffffc90fdaa22168c234c4c6628b80dc1cd129024e088a67cc74' +
    '020bbea63b139b22514a08798e3404ddef9519b3cd3a431b302b0a6df25f1437' +
    '4fe1356d6d51c245e485b576625e7ec6f44c42e9a637ed6b0bff5cb6f406b7ed' +
    'ee386bfb5a899fa5ae9f24117c4b1fe649286651ece45b3dc2007cb8a163bf05' +
    '98da48361c55d39a69163fa8fd24cf5f83655d23dca3ad961c62f356208552bb' +
    '9ed529077096966d670c354e4abc9804f1746c08ca18217c32905e462e36ce3b' +
    'e39e772c180e86039b2783a2ec07a28fb5c55df06f4c52c9de2bcbf695581718' +
    '3995497cea956ae515d2261898fa051015728e5a8aaac42dad33170d04507a33' +
    'a85521abdf1cba64ecfb850458dbef0a8aea71575d060c7db3970f85a6e1e4c7' +
    'abf5ae8cdb0933d71e8c94e04a25619dcee3d2261ad2ee6bf12ffa06d98a0864' +
    'd87602733ec86a64521f2b18177b200cbbe117577a615d6c770988c0bad946e2' +
    '08e24fa074e5ab3143db5bfce0fd108e4b82d120a93ad2caffffffffffffffff',
)

export const g: bigint = 2n

/**
 * PAD: the shortest big-endian two's complement of an integer, at least one byte, as Java's
 * `BigInteger.toByteArray` writes it. So 0x7f is `7f`, 0x80 is `0080`, and nothing is filled up to
 * the length of N.
 */
export const pad = (integer: bigint): Buffer => {
  const digits = (integer < 0n ? ~integer : integer).toString(16)
  const bytes = Math.ceil((digits.length + (digits >= '8' ? 1 : 0)) / 2)
  const unsigned = BigInt.asUintN(8 * bytes, integer)
  return Buffer.from(unsigned.toString(16).padStart(2 * bytes, '0'), 'hex')
}

export const toInteger = (bytes: Buffer): bigint => BigInt(`0x${bytes.toString('hex')}`)

/** H of the specification: SHA-256 over the concatenated parts. */
export const sha256 = (...parts: readonly (Buffer | string)[]): Buffer => {
  const hash = createHash('sha256')
  for (const part of parts) hash.update(part)
  return hash.digest()
}

/** k = H( PAD(N) | PAD(g) ) */
export const k: bigint = toInteger(sha256(pad(N), pad(g)))
