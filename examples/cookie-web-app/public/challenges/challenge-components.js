import { emailCode } from './email-code.js'
import { newPassword } from './new-password.js'
import { smsCode } from './sms-code.js'
import { totpCode } from './totp-code.js'
import { unsupported } from './unsupported.js'

/**
 * @import { ChallengeKind } from '@x/cognito-core'
 * @import { ChallengeComponent } from './challenge-component.js'
 */

/** One row per kind of challenge; a kind without a row does not type-check. */
/** @type {{ readonly [Kind in ChallengeKind]: ChallengeComponent<Kind> }} */
export const challengeComponents = {
  'new-password': newPassword,
  'totp-code': totpCode,
  'sms-code': smsCode,
  'email-code': emailCode,
  unsupported,
}
