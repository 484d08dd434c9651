import { AwsError } from '../aws-error.ts'
import { checkTotpIsOn } from '../mfa/check-totp-is-on.ts'
import { readMfaCaller } from '../mfa/read-mfa-caller.ts'
import { spendTotpCode, usedTotpCode } from '../spend-totp-code.ts'
import { defineOperation, type Operation, optionalToken, session } from './operation.ts'

/**
 * The authenticator app shows right codes, and takes the place of the one before it. Signing in
 * does not ask for them yet, unless the pool requires MFA.
 */
export const verifySoftwareToken: Operation = defineOperation(
  {
    AccessToken: optionalToken,
    Session: session,
    UserCode: {
      type: 'string',
      required: true,
      min: 6,
      max: 6,
      pattern: '[0-9]+',
      sensitive: true,
    },
    FriendlyDeviceName: { type: 'string', max: 131_072 },
  },
  (pool, input) => {
    const { user, nextSession } = readMfaCaller(pool, input)
    checkTotpIsOn(pool.settings)
    const { sub, totpSecret, pendingTotpSecret: secret = totpSecret } = user
    const worth = spendTotpCode(pool, { sub, secret, untrustedCode: input.UserCode })
    if (worth === 'used') throw new AwsError('EnableSoftwareTokenMFAException', usedTotpCode)
    if (worth === 'wrong' || secret === undefined) {
      throw new AwsError('EnableSoftwareTokenMFAException', 'Code mismatch')
    }
    pool.users.update(user.username, {
      totpSecret: secret,
      totpDeviceName: input.FriendlyDeviceName,
      pendingTotpSecret: undefined,
    })
    return { Status: 'SUCCESS', ...nextSession({ isTotpVerified: true }) }
  },
)
