import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import { createModexp, type Modexp, modexp } from './modexp.ts'
import { opensslModexp } from './openssl-modexp.ts'
import { g, k, N } from './srp-group.ts'

const NON_SQUARE = N / 3n
const ORDER_OF_SQUARES = (N - 1n) / 2n

/** The schoolbook: square and multiply, bit by bit. */
const schoolbook: Modexp = (base, exponent) => {
  if (exponent === 0n) return 1n
  const half = schoolbook(base, exponent >> 1n)
  const squared = (half * half) % N
  return exponent % 2n === 0n ? squared : (((squared * base) % N) + N) % N
}

const withoutOpenssl = createModexp(() => {
  throw new Error('no OpenSSL here')
})

describe.each([
  ['OpenSSL', modexp],
  ['BigInt', withoutOpenssl],
])('modexp by %s', (_name, power) => {
  test.each([
    ['zero', 0n],
    ['one', 1n],
    ['the generator', g],
    ['N - 2', N - 2n],
    ['N - 1', N - 1n],
    ['N', N],
    ['N + 1', N + 1n],
    ['N + 2', N + 2n],
    ['a multiple of N', 5n * N],
    ['a thousand times N', 1000n * N + 7n],
    ['-1', -1n],
    ['-2', -2n],
    ['-N', -N],
    ['a small B less the largest k * v', 3n - k * (N - 1n)],
  ])('takes %s as the base', (_base, base) => {
    for (const exponent of [0n, 1n, 2n, 3n, 65_537n, 2n ** 256n - 1n])
      expect(power(base, exponent)).toBe(schoolbook(base, exponent))
  })

  test('takes exponents of any length', () => {
    for (const bits of [7n, 8n, 255n, 256n, 513n, 1024n, 3072n, 8184n])
      for (const exponent of [2n ** bits - 1n, 2n ** bits, 2n ** bits + 1n])
        expect(power(2n, exponent)).toBe(schoolbook(2n, exponent))
  })

  test('tells squares from others, as Euler says', () => {
    expect(power(g, ORDER_OF_SQUARES)).toBe(1n)
    expect(power(NON_SQUARE, ORDER_OF_SQUARES)).toBe(N - 1n)
  })

  test('agrees with the schoolbook for 100 random bases and exponents of up to 300 bits', () => {
    const bases = fc.bigInt({ min: -N, max: 2n * N })
    const exponents = fc.bigInt({ min: 0n, max: 2n ** 300n })
    fc.assert(
      fc.property(bases, exponents, (base, exponent) => {
        expect(power(base, exponent)).toBe(schoolbook(base, exponent))
      }),
      { numRuns: 100 },
    )
  })

  test('refuses a negative exponent', () => {
    expect(() => power(2n, -1n)).toThrow(RangeError)
  })
})

describe('the self-test', () => {
  const counting = (native: Modexp) => {
    const calls: bigint[] = []
    const power = createModexp((base, exponent) => {
      calls.push(base)
      return native(base, exponent)
    })
    return { power, calls }
  }
  const refusing: Modexp = () => {
    throw Object.assign(new Error('Unspecified validation error'), {
      code: 'ERR_CRYPTO_INVALID_KEYTYPE',
    })
  }
  const refusingNonSquares: Modexp = (base, exponent) =>
    schoolbook(base, ORDER_OF_SQUARES) === 1n
      ? opensslModexp(base, exponent)
      : refusing(base, exponent)

  test.each<[string, Modexp]>([
    ['throws', refusing],
    ['throws for bases that are not squares', refusingNonSquares],
    ['is wrong by one', (base, exponent) => opensslModexp(base, exponent) + 1n],
    ['is wrong for long exponents', (base, exponent) => opensslModexp(base, exponent % 2n ** 256n)],
    ['is wrong for the generator', (base, e) => (base === g ? 4n : opensslModexp(base, e))],
    ['answers nothing', () => 0n],
    ['answers a negative number', (base, exponent) => opensslModexp(base, exponent) - N],
  ])('falls back, for good, where the native exponentiation %s', (_fault, native) => {
    const { power, calls } = counting(native)
    expect(power(NON_SQUARE, 12_345n)).toBe(schoolbook(NON_SQUARE, 12_345n))
    const asked = calls.length
    expect(asked).toBeGreaterThan(0)
    expect(power(7n, 12_345n)).toBe(schoolbook(7n, 12_345n))
    expect(calls.length).toBe(asked)
  })

  test('runs once, at first use, and then leaves the work to the native exponentiation', () => {
    const { power, calls } = counting(opensslModexp)
    expect(calls).toEqual([])
    power(7n, 12_345n)
    expect(calls.length).toBeGreaterThan(1)
    expect(calls.at(-1)).toBe(7n)
    const asked = calls.length
    power(11n, 12_345n)
    expect(calls.slice(asked)).toEqual([11n])
  })

  test('includes a base that is no square', () => {
    const { power, calls } = counting(opensslModexp)
    power(g, 2n)
    expect(calls.some((base) => modexp(base, ORDER_OF_SQUARES) === N - 1n)).toBe(true)
  })
})
