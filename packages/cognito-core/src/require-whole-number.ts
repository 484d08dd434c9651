import { CognitoError } from './errors/cognito-error.ts'

/** @throws CognitoError `COGNITO_INVALID_INPUT` that names the field and its bounds. */
export const requireWholeNumber = (
  field: string,
  value: unknown,
  { least, most }: { least: number; most: number },
): number => {
  if (typeof value === 'number' && Number.isInteger(value) && value >= least && value <= most) {
    return value
  }
  throw new CognitoError('COGNITO_INVALID_INPUT.wholeNumber', {
    params: { field, least: String(least), most: String(most) },
  })
}
