import type { CognitoErrorCode, TokenErrorCode } from '@x/cognito-core'

/** Refusals that are neither Cognito's nor a token's. */
export type HttpErrorCode =
  | 'INVALID_INPUT'
  | 'CROSS_SITE'
  | 'NOT_FOUND'
  | 'METHOD_NOT_ALLOWED'
  | 'PAYLOAD_TOO_LARGE'
  | 'UNSUPPORTED_MEDIA_TYPE'
  /** Turned down by something else in the app, such as a hook of its own. */
  | 'REQUEST_REFUSED'
  /** Too many requests, by a limit of this service rather than Cognito's. */
  | 'RATE_LIMITED'
  /** The tokens of this user do not fit into cookies. */
  | 'SESSION_TOO_LARGE'
  /** The store of sessions cannot be reached; nothing is lost. */
  | 'STORE_UNAVAILABLE'
  /** The session of this access token was ended, although the token has not expired. */
  | 'TOKEN_REVOKED'
  /** What is asked of this user does not fit into cookies, or into the token that stands for it. */
  | 'CHALLENGE_TOO_LARGE'
  /** No fresh attempt can be made without the user, who proved something in the one under way. */
  | 'SIGN_IN_AGAIN'
  /** An operator is about to lock themselves out. */
  | 'OWN_ACCOUNT'
  | 'INTERNAL'

export type ProblemCode = CognitoErrorCode | TokenErrorCode | HttpErrorCode

/** The status of every code. */
export const httpStatus: Readonly<Record<ProblemCode, number>> = {
  INVALID_INPUT: 400,
  COGNITO_INVALID_INPUT: 400,
  COGNITO_INVALID_PASSWORD: 400,
  COGNITO_CODE_MISMATCH: 400,
  COGNITO_CODE_EXPIRED: 400,
  COGNITO_WRONG_PASSWORD: 400,
  COGNITO_PASSKEY_REJECTED: 400,
  COGNITO_ATTRIBUTE_MISSING: 400,
  COGNITO_ATTRIBUTE_INVALID: 400,
  COGNITO_ATTRIBUTE_READ_ONLY: 400,

  COGNITO_INVALID_CREDENTIALS: 401,
  COGNITO_USER_NOT_FOUND: 401,
  COGNITO_USER_DISABLED: 401,
  COGNITO_TEMPORARY_PASSWORD_EXPIRED: 401,
  COGNITO_SESSION_EXPIRED: 401,
  COGNITO_TOKEN_REJECTED: 401,
  TOKEN_MISSING: 401,
  TOKEN_MALFORMED: 401,
  TOKEN_EXPIRED: 401,
  TOKEN_UNTRUSTED: 401,
  TOKEN_TOO_OLD: 401,
  TOKEN_REVOKED: 401,

  CROSS_SITE: 403,
  TOKEN_INSUFFICIENT: 403,
  COGNITO_NOT_ALLOWED: 403,
  COGNITO_REJECTED_BY_TRIGGER: 403,
  COGNITO_SIGN_UP_CLOSED: 403,

  NOT_FOUND: 404,
  COGNITO_DEVICE_NOT_FOUND: 404,
  COGNITO_PASSKEY_NOT_FOUND: 404,
  COGNITO_SESSION_NOT_FOUND: 404,
  METHOD_NOT_ALLOWED: 405,
  PAYLOAD_TOO_LARGE: 413,
  UNSUPPORTED_MEDIA_TYPE: 415,

  SIGN_IN_AGAIN: 409,
  OWN_ACCOUNT: 409,
  COGNITO_USERNAME_TAKEN: 409,
  COGNITO_USER_NOT_CONFIRMED: 409,
  COGNITO_PASSWORD_RESET_REQUIRED: 409,
  COGNITO_ALIAS_TAKEN: 409,
  COGNITO_GROUP_EXISTS: 409,
  COGNITO_GROUP_NOT_FOUND: 404,
  COGNITO_ALREADY_CONFIRMED: 409,
  COGNITO_NO_RECOVERY: 409,
  COGNITO_MFA_NOT_SET_UP: 409,
  COGNITO_PASSWORD_RESET_NOT_POSSIBLE: 409,

  RATE_LIMITED: 429,
  COGNITO_RATE_LIMITED: 429,
  COGNITO_TOO_MANY_ATTEMPTS: 429,
  COGNITO_LIMIT_EXCEEDED: 429,

  REQUEST_REFUSED: 400,
  INTERNAL: 500,
  SESSION_TOO_LARGE: 500,
  CHALLENGE_TOO_LARGE: 500,
  COGNITO_MISCONFIGURED: 500,
  COGNITO_NO_CREDENTIALS: 500,
  COGNITO_NOT_PERMITTED: 500,
  COGNITO_UNEXPECTED: 502,
  COGNITO_UNAVAILABLE: 503,
  COGNITO_CODE_NOT_DELIVERED: 503,
  COGNITO_TRIGGER_FAILED: 503,
  KEYS_UNAVAILABLE: 503,
  STORE_UNAVAILABLE: 503,
}

/** In seconds; sent as `Retry-After`. */
export const retryAfter: Readonly<Partial<Record<ProblemCode, number>>> = {
  COGNITO_RATE_LIMITED: 2,
  COGNITO_TOO_MANY_ATTEMPTS: 30,
  // A limit by the hour; whether it began just now, nobody says.
  COGNITO_LIMIT_EXCEEDED: 3600,
  COGNITO_UNAVAILABLE: 5,
  COGNITO_CODE_NOT_DELIVERED: 30,
  COGNITO_TRIGGER_FAILED: 5,
  KEYS_UNAVAILABLE: 5,
  STORE_UNAVAILABLE: 5,
}
