import { type CognitoErrorCode, codes } from './codes.ts'

/**
 * Cognito refused, or could not be reached. Next steps of a sign-in are returned, never thrown.
 *
 * `message` may be shown to a person. What Cognito said word for word is in `cause` only.
 */
export class CognitoError extends Error {
  override readonly name = 'CognitoError'
  readonly code: CognitoErrorCode
  /** Whether the same call may work later. */
  readonly retryable: boolean

  constructor(code: CognitoErrorCode, options: { message?: string; cause?: unknown } = {}) {
    super(options.message ?? codes[code].message, { cause: options.cause })
    this.code = code
    this.retryable = codes[code].retryable
  }
}
