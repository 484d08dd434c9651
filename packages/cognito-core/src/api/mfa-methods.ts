/** A second factor. */
export type MfaMethod = 'totp' | 'sms' | 'email'

/** As Cognito spells them. */
export const mfaNames: Readonly<Record<MfaMethod, string>> = {
  totp: 'SOFTWARE_TOKEN_MFA',
  sms: 'SMS_MFA',
  email: 'EMAIL_OTP',
}

export const mfaMethods = Object.keys(mfaNames) as readonly MfaMethod[]

/** Those among Cognito's names that this version knows, in the order of `mfaMethods`. */
export const mfaMethodsIn = (names: readonly unknown[]): readonly MfaMethod[] =>
  mfaMethods.filter((method) => names.includes(mfaNames[method]))
