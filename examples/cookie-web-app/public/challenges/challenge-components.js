import { custom } from './custom.js'
import { emailCode } from './email-code.js'
import { emailSetup } from './email-setup.js'
import { factorChoice } from './factor-choice.js'
import { mfaChoice } from './mfa-choice.js'
import { mfaSetupChoice } from './mfa-setup-choice.js'
import { newPassword } from './new-password.js'
import { passkey } from './passkey.js'
import { password } from './password.js'
import { smsCode } from './sms-code.js'
import { totpCode } from './totp-code.js'
import { totpSetup } from './totp-setup.js'
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
  'totp-setup': totpSetup,
  'email-setup': emailSetup,
  'mfa-choice': mfaChoice,
  'mfa-setup-choice': mfaSetupChoice,
  'factor-choice': factorChoice,
  password,
  passkey,
  custom,
  unsupported,
}
