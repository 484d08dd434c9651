import { invalidInput } from './invalid-input.ts'

/** @throws CognitoError `COGNITO_INVALID_INPUT` that names the field. */
export const requireBoolean = (field: string, value: unknown): boolean => {
  if (typeof value === 'boolean') return value
  throw invalidInput('COGNITO_INVALID_INPUT.boolean', field)
}
