import { expect, test } from 'vitest'
import { ephemeralKeys } from './ephemeral-keys.ts'
import { modexp } from './modexp.ts'
import { g, N } from './srp-group.ts'

const bits = (integer: bigint): number => integer.toString(2).length

const withoutGroup = () => {
  throw new Error('Unknown DH group')
}

test.each([
  ['OpenSSL', undefined],
  ['random bytes, where OpenSSL does not know the group', withoutGroup],
])('A is g^a, and `a` fresh and of more than 250 bits, from %s', (_name, generate) => {
  const keys = Array.from({ length: 16 }, () => ephemeralKeys(generate))
  for (const { a, A } of keys) {
    expect(A).toBe(modexp(g, a))
    expect(A > 1n && A < N).toBe(true)
    expect(bits(a)).toBeGreaterThan(250)
    expect(bits(a)).toBeLessThan(300)
  }
  expect(new Set(keys.map(({ a }) => a)).size).toBe(16)
})
