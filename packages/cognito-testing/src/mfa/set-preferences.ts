import { activeFactors, attributeOfFactor } from '../active-factors.ts'
import { invalidParameter } from '../aws-error.ts'
import { challengeOfMethod } from '../challenges/open-challenge.ts'
import type { MfaMethod } from '../options.ts'
import type { Pool } from '../pool.ts'
import type { User } from '../user-store.ts'
import { withFactor } from './with-factor.ts'

interface Preference {
  method: MfaMethod
  isEnabled: boolean
  isPreferred: boolean
}

type Settings = Readonly<Record<string, unknown>> | undefined

/** None for what was left out, and stays as it is. */
const readPreference = (method: MfaMethod, settings: Settings): readonly Preference[] => {
  if (!settings) return []
  const isEnabled = settings['Enabled'] === true
  const isPreferred = settings['PreferredMfa'] === true
  if (isPreferred && !isEnabled) {
    throw invalidParameter(
      `${challengeOfMethod[method]} cannot be preferred while it is not enabled`,
    )
  }
  return [{ method, isEnabled, isPreferred }]
}

/** Whether there is anything that a code could be sent to, or come from. */
const isReady = ({ settings }: Pool, user: User, method: MfaMethod): boolean => {
  if (settings.mfa === 'off' || !settings.mfaMethods.includes(method)) return false
  const attribute = attributeOfFactor[method]
  return attribute ? Boolean(user.attributes[attribute]) : user.totpSecret !== undefined
}

const prefer = (user: User, { method, isEnabled, isPreferred }: Preference): User => {
  const others = user.factors.filter((factor) => factor !== method)
  const { preferredFactor } = user
  const stillPreferred = preferredFactor === method ? undefined : preferredFactor
  return {
    ...user,
    factors: isEnabled ? withFactor(user, method).factors : others,
    preferredFactor: isPreferred ? method : stillPreferred,
  }
}

/** A passkey alone would lock out whoever loses it. */
const readPasskeyIsMfa = ({ settings }: Pool, user: User, given: Settings): boolean => {
  const hasAnother = activeFactors(user).length > 0
  if (!given) return user.passkeyIsMfa && hasAnother
  const isEnabled = given['Enabled'] === true
  if (isEnabled && settings.passkeys?.asMfa !== true) {
    throw invalidParameter('WebAuthn MFA has not been enabled by the userPool')
  }
  if (isEnabled && !hasAnother) {
    throw invalidParameter('WebAuthn MFA requires another MFA method to be enabled')
  }
  return isEnabled
}

/** What is left out stays as it is. */
export interface PreferenceInput {
  SMSMfaSettings?: Settings
  SoftwareTokenMfaSettings?: Settings
  EmailMfaSettings?: Settings
  WebAuthnMfaSettings?: Settings
}

/** All of it is set or nothing. @throws {AwsError} */
export const setPreferences = (pool: Pool, user: User, input: PreferenceInput): void => {
  const preferences = [
    ...readPreference('sms', input.SMSMfaSettings),
    ...readPreference('totp', input.SoftwareTokenMfaSettings),
    ...readPreference('email', input.EmailMfaSettings),
  ]
  if (preferences.filter(({ isPreferred }) => isPreferred).length > 1) {
    throw invalidParameter('Only one MFA method can be preferred')
  }
  for (const { method, isEnabled } of preferences) {
    if (isEnabled && !isReady(pool, user, method)) {
      throw invalidParameter(
        `User does not have delivery config set to turn on ${challengeOfMethod[method]}`,
      )
    }
  }
  const preferring = preferences.reduce(prefer, user)
  const { factors, preferredFactor } = preferring
  const passkeyIsMfa = readPasskeyIsMfa(pool, preferring, input.WebAuthnMfaSettings)
  pool.users.update(user.username, { factors, preferredFactor, passkeyIsMfa })
}
