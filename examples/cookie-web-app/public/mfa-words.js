/** @import { MfaMethod } from '@x/cognito-core' */

/** What each second factor is called. */
/** @type {Readonly<Record<MfaMethod, { label: string, hint: string }>>} */
export const mfaWords = {
  totp: { label: 'Authenticator app', hint: 'a code it shows' },
  sms: { label: 'Text message', hint: 'a code to your phone' },
  email: { label: 'E-mail', hint: 'a code to your address' },
}
