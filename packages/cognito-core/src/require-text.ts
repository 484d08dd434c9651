import { CognitoError } from './errors/cognito-error.ts'

/**
 * What a flow cannot do without, checked before any call.
 *
 * @throws CognitoError `COGNITO_INVALID_INPUT` that names the field, and never shows its value.
 */
export const requireText = (field: string, value: unknown): string => {
  if (typeof value === 'string' && value !== '') return value
  throw new CognitoError('COGNITO_INVALID_INPUT', {
    message: `${field}: give a text that is not empty.`,
  })
}

/** Names with a text each. @throws CognitoError `COGNITO_INVALID_INPUT` that names the field. */
export const requireTexts = (field: string, values: unknown): Record<string, string> => {
  if (typeof values !== 'object' || values === null) {
    throw new CognitoError('COGNITO_INVALID_INPUT', {
      message: `${field}: give an object of names and texts.`,
    })
  }
  return Object.fromEntries(
    Object.entries(values).map(([name, value]) => [name, requireText(`${field}.${name}`, value)]),
  )
}
