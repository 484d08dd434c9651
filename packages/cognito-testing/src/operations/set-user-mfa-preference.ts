import { setPreferences } from '../mfa/set-preferences.ts'
import { readAccessToken } from '../read-access-token.ts'
import { defineOperation, mfaSettings, type Operation, token } from './operation.ts'

export const setUserMfaPreference: Operation = defineOperation(
  { AccessToken: token, ...mfaSettings },
  (pool, input) => {
    setPreferences(pool, readAccessToken(pool, input.AccessToken).user, input)
    return {}
  },
)
