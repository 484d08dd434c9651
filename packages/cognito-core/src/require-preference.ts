import { mfaMethods } from './api/mfa-methods.ts'
import type { MfaPreference } from './api/mfa-settings.ts'
import { invalidInput } from './invalid-input.ts'
import { requireChoice } from './require-choice.ts'

/** @throws CognitoError `COGNITO_INVALID_INPUT` that names the field. */
export const requirePreference = (input: {
  enabled: unknown
  preferred: unknown
}): MfaPreference => {
  if (!Array.isArray(input.enabled)) throw invalidInput('COGNITO_INVALID_INPUT.list', 'enabled')
  const given = input.enabled.map((method, index) =>
    requireChoice(`enabled[${index}]`, method, mfaMethods),
  )
  const enabled = mfaMethods.filter((method) => given.includes(method))
  return { enabled, preferred: requireChoice('preferred', input.preferred, [...enabled, 'none']) }
}
