import type { FirstFactor } from '../options.ts'

/** AuthFactorType */
export const awsFirstFactor: Readonly<Record<FirstFactor, string>> = {
  password: 'PASSWORD',
  'email-code': 'EMAIL_OTP',
  'sms-code': 'SMS_OTP',
  passkey: 'WEB_AUTHN',
}
