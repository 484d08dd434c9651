/** @import { FirstFactor } from '@x/cognito-core' */

/** What each way to sign in is called. */
/** @type {Readonly<Record<FirstFactor, { label: string, hint: string }>>} */
export const factorWords = {
  passkey: { label: 'Passkey', hint: 'finger, face or PIN' },
  'email-code': { label: 'Code by e-mail', hint: 'no password' },
  'sms-code': { label: 'Code by text message', hint: 'no password' },
  password: { label: 'Password', hint: 'as ever' },
}
