import { CognitoError, type CognitoErrorCode } from '@x/cognito-core'

/** After these the refresh token will never work again; after anything else nobody is signed out. */
const definite: ReadonlySet<CognitoErrorCode> = new Set([
  'COGNITO_TOKEN_REJECTED',
  'COGNITO_USER_NOT_FOUND',
  'COGNITO_USER_DISABLED',
  'COGNITO_USER_NOT_CONFIRMED',
  'COGNITO_PASSWORD_RESET_REQUIRED',
])

/** Whether Cognito said a definite no to the tokens of a session. */
export const isOver = (error: unknown): boolean =>
  error instanceof CognitoError && definite.has(error.code)

/** Whether it was because another refresh had taken the place of this refresh token. */
export const isReuse = (error: unknown): boolean =>
  isOver(error) && Object((error as CognitoError).cause).name === 'RefreshTokenReuseException'
