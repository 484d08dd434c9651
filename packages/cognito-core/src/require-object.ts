import { invalidInput } from './invalid-input.ts'

/** @throws CognitoError `COGNITO_INVALID_INPUT` that names the field, and never shows its value. */
export const requireObject = (field: string, value: unknown): Record<string, unknown> => {
  if (typeof value !== 'object' || value === null || Array.isArray(value)) {
    throw invalidInput('COGNITO_INVALID_INPUT.object', field)
  }
  return value as Record<string, unknown>
}
