import { opensslModexp } from './openssl-modexp.ts'
import { g, N, pad, sha256 } from './srp-group.ts'
import { windowedModexp } from './windowed-modexp.ts'

/** base^exponent mod N. */
export type Modexp = (base: bigint, exponent: bigint) => bigint

/**
 * SHA-256 of PAD(base^exponent mod N). What some versions of OpenSSL refuse is a base that is not
 * a square modulo N: N/3 is none, N/5 and g are squares.
 */
const KNOWN_ANSWERS = [
  {
    base: N / 3n,
    exponent: N >> 2560n,
    digest: '26a616b06cb3748af2ec94bf18371ae3d3de0bd2b606bd097202b0fe8a0c8eee',
  },
  {
    base: N / 5n,
    exponent: N >> 2560n,
    digest: '35ada268c6b781269cbb1b4c5a406ca0399a94485bdeb5546a866fdafc0d7de6',
  },
  {
    base: g,
    exponent: (N >> 2560n) % 2n ** 256n,
    digest: '7dc938f2deb6a347c8cb2cf809ceb584879f51099929b7220b49d0e646be44dd',
  },
]

const answersAsKnown = (candidate: Modexp): boolean => {
  try {
    return KNOWN_ANSWERS.every(
      ({ base, exponent, digest }) =>
        sha256(pad(candidate(base, exponent))).toString('hex') === digest,
    )
  } catch {
    return false
  }
}

/**
 * Wraps `native` so that it takes any base, and is tested against known answers at its first use:
 * where it throws or differs, BigInt does the work from then on.
 */
export const createModexp = (native: Modexp): Modexp => {
  let tested: Modexp | undefined
  return (base, exponent) => {
    if (exponent < 0n) throw new RangeError('modexp takes no negative exponent')
    const reduced = ((base % N) + N) % N
    if (exponent === 0n || reduced === 1n) return 1n
    if (reduced === 0n) return 0n
    if (reduced === N - 1n) return exponent % 2n === 0n ? 1n : reduced
    tested ??= answersAsKnown(native) ? native : windowedModexp
    return tested(reduced, exponent)
  }
}

export const modexp: Modexp = createModexp(opensslModexp)
