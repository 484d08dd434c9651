import type { Pool } from './pool.ts'
import { matchTotpStep } from './totp.ts'

/** What is said of a code that was used. */
export const usedTotpCode = 'Your software token has already been used once.'

/**
 * What the code of an authenticator app is worth: each is good once, to sign in or to set up.
 * `secret` is base32; without one no code is right.
 */
export const spendTotpCode = (
  { clock, spentTotpSteps }: Pool,
  input: { sub: string; secret: string | undefined; untrustedCode: string },
): 'right' | 'wrong' | 'used' => {
  const { sub, secret, untrustedCode } = input
  const step = secret && matchTotpStep({ secret, untrustedCode, now: clock.now() })
  if (typeof step !== 'number') return 'wrong'
  const spent = JSON.stringify([sub, secret, step])
  if (spentTotpSteps.has(spent)) return 'used'
  spentTotpSteps.add(spent)
  return 'right'
}
