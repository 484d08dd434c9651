import { expect, it } from 'vitest'
import { createPool } from './pool.ts'
import { readSettings } from './pool-settings.ts'
import { spendTotpCode } from './spend-totp-code.ts'
import { totpCodeAt } from './totp.ts'

const secret = 'ABCDEFGHIJKLMNOP'

it('takes each code of each secret of each user once', () => {
  const pool = createPool(readSettings({}))
  const now = pool.clock.now()
  const spend = (sub: string, ofSecret = secret) =>
    spendTotpCode(pool, { sub, secret: ofSecret, untrustedCode: totpCodeAt(ofSecret, now) })
  expect([spend('ann'), spend('ann'), spend('ben')]).toEqual(['right', 'used', 'right'])
  expect(spend('ann', 'PONMLKJIHGFEDCBA')).toBe('right')
})

it.each([undefined, secret])('takes no other code: %s', (ofSecret) => {
  const pool = createPool(readSettings({}))
  expect(spendTotpCode(pool, { sub: 'ann', secret: ofSecret, untrustedCode: 'x' })).toBe('wrong')
})
