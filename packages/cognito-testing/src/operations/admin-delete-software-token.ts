import { activeFactors } from '../active-factors.ts'
import { findUserInPool } from '../find-user-in-pool.ts'
import { defineOperation, type Operation, ofUser } from './operation.ts'

/** Who has no authenticator app is left as they are. */
export const adminDeleteSoftwareToken: Operation = defineOperation(ofUser, (pool, input) => {
  const user = findUserInPool(pool, input)
  const factors = user.factors.filter((factor) => factor !== 'totp')
  const { preferredFactor, passkeyIsMfa } = user
  pool.users.update(user.username, {
    factors,
    preferredFactor: preferredFactor === 'totp' ? undefined : preferredFactor,
    totpSecret: undefined,
    totpDeviceName: undefined,
    pendingTotpSecret: undefined,
    passkeyIsMfa: passkeyIsMfa && activeFactors({ ...user, factors }).length > 0,
  })
  return {}
})
