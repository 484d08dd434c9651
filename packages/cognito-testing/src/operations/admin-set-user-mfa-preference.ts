import { findUserInPool } from '../find-user-in-pool.ts'
import { setPreferences } from '../mfa/set-preferences.ts'
import { defineOperation, mfaSettings, type Operation, ofUser } from './operation.ts'

export const adminSetUserMfaPreference: Operation = defineOperation(
  { ...ofUser, ...mfaSettings },
  (pool, input) => {
    setPreferences(pool, findUserInPool(pool, input), input)
    return {}
  },
)
