/** What a sign-in can begin with. */
export type FirstFactor = 'password' | 'email-code' | 'sms-code' | 'passkey'

/** `'srp'` proves the password without sending it, `'password'` sends it over TLS. */
export type PasswordMethod = 'srp' | 'password'

/** As Cognito spells them. */
export const passwordNames: Readonly<Record<PasswordMethod, string>> = {
  srp: 'PASSWORD_SRP',
  password: 'PASSWORD',
}

/** Rather without sending it. */
export const passwordMethods: readonly PasswordMethod[] = ['srp', 'password']

export const factorNames: Readonly<Record<Exclude<FirstFactor, 'password'>, string>> = {
  'email-code': 'EMAIL_OTP',
  'sms-code': 'SMS_OTP',
  passkey: 'WEB_AUTHN',
}

export const firstFactors: readonly FirstFactor[] = [
  'password',
  ...(Object.keys(factorNames) as (keyof typeof factorNames)[]),
]

/** How a password would be proved, where these of Cognito's names have any. */
export const passwordMethodIn = (names: readonly unknown[]): PasswordMethod | undefined =>
  passwordMethods.find((method) => names.includes(passwordNames[method]))

/** Those among Cognito's names that this version knows, in the order of `firstFactors`. */
export const firstFactorsIn = (names: readonly unknown[]): readonly FirstFactor[] =>
  firstFactors.filter((factor) =>
    factor === 'password'
      ? passwordMethodIn(names) !== undefined
      : names.includes(factorNames[factor]),
  )
