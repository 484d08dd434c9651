import type { SetUserMFAPreferenceCommandInput } from '@aws-sdk/client-cognito-identity-provider'
import { type FirstFactor, firstFactorsIn } from './first-factors.ts'
import { type MfaMethod, mfaMethods, mfaMethodsIn } from './mfa-methods.ts'

export interface MfaSettings {
  /** What is asked for after the password: one of these. */
  enabled: readonly MfaMethod[]
  /** The one that is asked for; `'none'` where there is none, or the user is to choose each time. */
  preferred: MfaMethod | 'none'
  /** What the user can sign in with, where the pool lets users choose. */
  factors: readonly FirstFactor[]
}

export type MfaPreference = Pick<MfaSettings, 'enabled' | 'preferred'>

/** As Cognito tells them. */
export const mfaSettingsOf = (told: {
  UserMFASettingList?: readonly string[] | undefined
  PreferredMfaSetting?: string | undefined
  ConfiguredUserAuthFactors?: readonly string[] | undefined
}): MfaSettings => ({
  enabled: mfaMethodsIn(told.UserMFASettingList ?? []),
  preferred: mfaMethodsIn([told.PreferredMfaSetting])[0] ?? 'none',
  factors: firstFactorsIn(told.ConfiguredUserAuthFactors ?? []),
})

type Blocks = Pick<
  SetUserMFAPreferenceCommandInput,
  'SoftwareTokenMfaSettings' | 'SMSMfaSettings' | 'EmailMfaSettings'
>

const blocks: Readonly<Record<MfaMethod, keyof Blocks>> = {
  totp: 'SoftwareTokenMfaSettings',
  sms: 'SMSMfaSettings',
  email: 'EmailMfaSettings',
}

/** Only what changes: a pool refuses even to turn off what it does not have. */
export const changesFrom = (now: MfaPreference, wanted: MfaPreference): Blocks => {
  const changed = mfaMethods.filter(
    (method) =>
      now.enabled.includes(method) !== wanted.enabled.includes(method) ||
      (now.preferred === method) !== (wanted.preferred === method),
  )
  return Object.fromEntries(
    changed.map((method) => [
      blocks[method],
      { Enabled: wanted.enabled.includes(method), PreferredMfa: wanted.preferred === method },
    ]),
  )
}
