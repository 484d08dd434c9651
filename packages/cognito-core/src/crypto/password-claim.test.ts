import { describe, expect, test } from 'vitest'
import { claimTimestamp, passwordClaim } from './password-claim.ts'
import { startSrp } from './srp.ts'

describe('the timestamp', () => {
  test.each([
    ['2022-01-01T00:00:00.000Z', 'Sat Jan 1 00:00:00 UTC 2022'],
    ['2000-02-01T03:04:05.999Z', 'Tue Feb 1 03:04:05 UTC 2000'],
    ['2026-03-09T23:59:59.000Z', 'Mon Mar 9 23:59:59 UTC 2026'],
    ['2026-04-10T12:00:00.000Z', 'Fri Apr 10 12:00:00 UTC 2026'],
    ['2026-05-31T12:34:56.000Z', 'Sun May 31 12:34:56 UTC 2026'],
    ['2028-02-29T01:02:03.000Z', 'Tue Feb 29 01:02:03 UTC 2028'],
    ['2026-06-03T10:00:00+14:00', 'Tue Jun 2 20:00:00 UTC 2026'],
    ['2026-07-01T00:00:00Z', 'Wed Jul 1 00:00:00 UTC 2026'],
    ['2026-08-06T00:00:00Z', 'Thu Aug 6 00:00:00 UTC 2026'],
    ['2026-09-01T00:00:00Z', 'Tue Sep 1 00:00:00 UTC 2026'],
    ['2026-10-01T00:00:00Z', 'Thu Oct 1 00:00:00 UTC 2026'],
    ['2026-11-01T00:00:00Z', 'Sun Nov 1 00:00:00 UTC 2026'],
    ['2026-12-31T23:59:59Z', 'Thu Dec 31 23:59:59 UTC 2026'],
  ])('of %s is %s', (instant, timestamp) => {
    expect(claimTimestamp(new Date(instant))).toBe(timestamp)
  })
})

describe('the secret block', () => {
  const claim = (secretBlock: string) =>
    passwordClaim({
      srp: startSrp(),
      challenge: { salt: 'a0b1', B: '0123456789abcdef', secretBlock },
      poolName: 'AbCdEf123',
      userIdForSrp: 'alice',
      password: 'Correct-Horse1',
      now: new Date('2026-01-05T03:04:05Z'),
    })

  test.each(['', '=', 'a', 'abc', 'ab c', 'ab-_', 'YWI', 'YWI=\n', '%%%%', 'YWJj=', 'YWJ='])(
    'is refused where it is no base64: %j',
    (secretBlock) => {
      expect(() => claim(secretBlock)).toThrow("The SRP challenge's SECRET_BLOCK is not base64")
    },
  )

  test('of 1,290 bytes is signed', () => {
    const { signature } = claim(Buffer.alloc(1290, 7).toString('base64'))
    expect(Buffer.from(signature, 'base64')).toHaveLength(32)
  })
})
