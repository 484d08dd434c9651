export type TokenErrorCode =
  /** No token was given. */
  | 'TOKEN_MISSING'
  /** Not a JWT. */
  | 'TOKEN_MALFORMED'
  /** A good token whose time is over. */
  | 'TOKEN_EXPIRED'
  /** Wrong signature, algorithm, issuer, app client, use or key. */
  | 'TOKEN_UNTRUSTED'
  /** A good token that lacks a group or scope. */
  | 'TOKEN_INSUFFICIENT'
  /** A good token of somebody who has signed in too long ago. */
  | 'TOKEN_TOO_OLD'

/** A token did not prove what was asked of it. The token itself is never in the message. */
export class TokenError extends Error {
  override readonly name = 'TokenError'
  readonly code: TokenErrorCode
  /** The claim that failed, such as `client_id`. */
  readonly claim?: string
  /** Whether the same token may be trusted in a moment: its key may be too new to be known yet. */
  readonly retryable: boolean

  constructor(
    code: TokenErrorCode,
    message: string,
    options: { claim?: string; retryable?: boolean; cause?: unknown } = {},
  ) {
    super(message, { cause: options.cause })
    this.code = code
    this.retryable = options.retryable === true
    if (options.claim !== undefined) this.claim = options.claim
  }
}
