import { requireWholeNumber } from '../require-whole-number.ts'

/** `QueryLimitType` of the API reference. */
const most = 60

/** The most that Cognito gives at once, or what was asked for. @throws CognitoError that names the field. */
export const pageSizeIn = (input: { pageSize?: unknown } | undefined): number =>
  requireWholeNumber('pageSize', input?.pageSize ?? most, { least: 1, most })
