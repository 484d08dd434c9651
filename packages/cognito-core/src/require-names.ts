import { invalidInput } from './invalid-input.ts'
import { requireText } from './require-text.ts'

/** One at least. @throws CognitoError `COGNITO_INVALID_INPUT` that names the field. */
export const requireNames = (field: string, names: unknown): string[] => {
  if (!Array.isArray(names) || names.length === 0) {
    throw invalidInput('COGNITO_INVALID_INPUT.names', field)
  }
  return names.map((name, index) => requireText(`${field}[${index}]`, name))
}
