import { CognitoError } from '../errors/cognito-error.ts'

/** The most that Cognito gives at once: `QueryLimitType` of the API reference. */
const largestPage = 60

/** @throws CognitoError `COGNITO_INVALID_INPUT` that names the field. */
export const pageSizeIn = (input: { pageSize?: unknown } | undefined): number => {
  const pageSize = input?.pageSize ?? largestPage
  if (Number.isInteger(pageSize) && Number(pageSize) >= 1 && Number(pageSize) <= largestPage) {
    return Number(pageSize)
  }
  throw new CognitoError('COGNITO_INVALID_INPUT.wholeNumber', {
    params: { field: 'pageSize', least: '1', most: String(largestPage) },
  })
}
