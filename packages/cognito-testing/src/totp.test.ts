import { expect, it } from 'vitest'
import { encodeBase32, matchTotpStep, totpCodeAt } from './totp.ts'

const secret = encodeBase32(Buffer.from('12345678901234567890'))

// Source: RFC 6238, appendix B (SHA-1; the last six of its eight digits).
it.each([
  [59, '287082'],
  [1111111109, '081804'],
  [1111111111, '050471'],
  [1234567890, '005924'],
  [2000000000, '279037'],
  [20000000000, '353130'],
])('shows at %i what RFC 6238 says', (unixSeconds, code) => {
  expect(totpCodeAt(secret, unixSeconds)).toBe(code)
})

it('writes base32 without padding', () => {
  expect(secret).toBe('GEZDGNBVGY3TQOJQGEZDGNBVGY3TQOJQ')
  expect(encodeBase32(Buffer.from([0xff]))).toBe('74')
})

it('knows the step of a code around now, and of no other', () => {
  const match = (untrustedCode: string) => matchTotpStep({ secret, untrustedCode, now: 1000 })
  expect([970, 1000, 1030].map((at) => match(totpCodeAt(secret, at)))).toEqual([32, 33, 34])
  expect([940, 1060].map((at) => match(totpCodeAt(secret, at)))).toEqual([undefined, undefined])
  expect(match('')).toBeUndefined()
})
