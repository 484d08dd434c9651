import { activeFactors } from './active-factors.ts'
import type { MfaMethod } from './options.ts'
import type { Pool } from './pool.ts'
import type { User } from './user-store.ts'

/**
 * The second factors to ask for. Where MFA is required, an authenticator app that showed a right
 * code is one without being switched on, and so is a phone number.
 */
export const usableFactors = ({ settings }: Pool, user: User): readonly MfaMethod[] => {
  const active = activeFactors(user)
  if (active.length > 0 || settings.mfa !== 'required') return active
  const ready: readonly MfaMethod[] = [
    ...(user.totpSecret === undefined ? [] : (['totp'] as const)),
    ...(user.attributes['phone_number'] ? (['sms'] as const) : []),
  ]
  return ready.filter((method) => settings.mfaMethods.includes(method))
}
