import { invalidInput } from './invalid-input.ts'
import { requireText } from './require-text.ts'

/** `GroupNameType` of the API reference. */
const groupName = /^[\p{L}\p{M}\p{S}\p{N}\p{P}]{1,128}$/u

/** @throws CognitoError `COGNITO_INVALID_INPUT` that names the field, also where no group can be called so. */
export const requireGroupName = (field: string, value: unknown): string => {
  const name = requireText(field, value)
  if (groupName.test(name)) return name
  throw invalidInput('COGNITO_INVALID_INPUT.form', field)
}
