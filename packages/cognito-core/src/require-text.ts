import { invalidInput } from './invalid-input.ts'

/**
 * What a flow cannot do without, checked before any call.
 *
 * @throws CognitoError `COGNITO_INVALID_INPUT` that names the field, and never shows its value.
 */
export const requireText = (field: string, value: unknown): string => {
  if (typeof value === 'string' && value !== '') return value
  throw invalidInput('COGNITO_INVALID_INPUT.text', field)
}

/** Names with a text each. @throws CognitoError `COGNITO_INVALID_INPUT` that names the field. */
export const requireTexts = (field: string, values: unknown): Record<string, string> => {
  if (typeof values !== 'object' || values === null || Array.isArray(values)) {
    throw invalidInput('COGNITO_INVALID_INPUT.texts', field)
  }
  return Object.fromEntries(
    Object.entries(values).map(([name, value]) => [name, requireText(`${field}.${name}`, value)]),
  )
}
