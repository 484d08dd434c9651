import type { CognitoErrorCode } from '@x/cognito-core'

/** Where nobody signs in, these are about somebody else than who asks. */
export const statusOfOthers: Readonly<Partial<Record<CognitoErrorCode, number>>> = {
  COGNITO_USER_NOT_FOUND: 404,
  COGNITO_USER_DISABLED: 403,
}
