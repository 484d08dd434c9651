import { randomBytes } from 'node:crypto'
import { checkTotpIsOn } from '../mfa/check-totp-is-on.ts'
import { readMfaCaller } from '../mfa/read-mfa-caller.ts'
import { encodeBase32 } from '../totp.ts'
import { defineOperation, type Operation, optionalToken, session } from './operation.ts'

/** A secret for an authenticator app. It replaces one that was handed out and not verified. */
export const associateSoftwareToken: Operation = defineOperation(
  { AccessToken: optionalToken, Session: session },
  (pool, input) => {
    const { user, nextSession } = readMfaCaller(pool, input)
    checkTotpIsOn(pool.settings)
    const pendingTotpSecret = encodeBase32(randomBytes(32))
    pool.users.update(user.username, { pendingTotpSecret })
    return { SecretCode: pendingTotpSecret, ...nextSession({ isTotpVerified: false }) }
  },
)
