/**
 * Every way in which Cognito refuses, or cannot be reached.
 *
 * `message` is a sentence that may be shown to a person: it names no user and holds no secret.
 * `retryable` says whether the same call may work later.
 */
export const codes = {
  COGNITO_INVALID_CREDENTIALS: { message: 'The user name or password is wrong.', retryable: false },
  COGNITO_TOO_MANY_ATTEMPTS: {
    message: 'Too many failed attempts. Wait a while before trying again.',
    retryable: true,
  },
  COGNITO_USER_DISABLED: { message: 'This account is disabled.', retryable: false },
  COGNITO_USER_NOT_FOUND: { message: 'There is no such user.', retryable: false },
  COGNITO_TEMPORARY_PASSWORD_EXPIRED: {
    message: 'The temporary password has expired. Ask for a new invitation.',
    retryable: false,
  },
  COGNITO_USER_NOT_CONFIRMED: {
    message: 'This account is not confirmed yet.',
    retryable: false,
  },
  COGNITO_PASSWORD_RESET_REQUIRED: {
    message: 'The password of this account must be reset first.',
    retryable: false,
  },
  COGNITO_CODE_MISMATCH: { message: 'The code is wrong. Try again.', retryable: false },
  COGNITO_CODE_EXPIRED: {
    message: 'The code has expired or was used already. Ask for a new one.',
    retryable: false,
  },
  COGNITO_SESSION_EXPIRED: {
    message: 'This sign-in attempt is over. Start again.',
    retryable: false,
  },
  COGNITO_TOKEN_REJECTED: {
    message: 'The session has ended. Sign in again.',
    retryable: false,
  },
  COGNITO_USERNAME_TAKEN: { message: 'This name is already taken.', retryable: false },
  COGNITO_INVALID_PASSWORD: {
    message: 'The new password does not meet the password policy.',
    retryable: false,
  },
  COGNITO_INVALID_INPUT: { message: 'Cognito cannot accept this input.', retryable: false },
  COGNITO_RATE_LIMITED: {
    message: 'Too many requests. Wait a moment and try again.',
    retryable: true,
  },
  COGNITO_REJECTED_BY_TRIGGER: {
    message: 'The request was turned down by a rule of this service.',
    retryable: false,
  },
  COGNITO_NOT_ALLOWED: { message: 'This is not allowed.', retryable: false },
  COGNITO_MISCONFIGURED: {
    message: 'The user pool or app client is not set up for this call.',
    retryable: false,
  },
  COGNITO_UNAVAILABLE: { message: 'Cognito cannot be reached. Try again.', retryable: true },
  COGNITO_UNEXPECTED: {
    message: 'Cognito answered in a way that this version does not know.',
    retryable: false,
  },
  KEYS_UNAVAILABLE: {
    message: 'The keys of the user pool cannot be fetched. Try again.',
    retryable: true,
  },
} as const

export type CognitoErrorCode = keyof typeof codes
