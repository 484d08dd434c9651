import { type CognitoErrorCode, retryableCodes } from './codes.ts'
import { type MessageKey, type MessageParams, messages } from './messages.ts'

/**
 * Cognito refused, or could not be reached. Next steps of a sign-in are returned, never thrown.
 *
 * `message` may be shown to a person. What Cognito said word for word is in `cause` only.
 */
export class CognitoError extends Error {
  override readonly name = 'CognitoError'
  readonly code: CognitoErrorCode
  /** What to translate: the code, or the code with what is known more closely. */
  readonly key: MessageKey
  /** What the sentence is filled with, such as `{ attributes: 'email, given_name' }`. Never a secret. */
  readonly params: MessageParams
  /** Which of Cognito's operations it was, by AWS's name; absent where none was called. */
  readonly operation?: string
  /** Whether the same call may work later. */
  readonly retryable: boolean

  constructor(
    key: MessageKey,
    options: {
      params?: MessageParams
      message?: string
      operation?: string | undefined
      cause?: unknown
    } = {},
  ) {
    const { params = {}, message = filled(messages[key], params), operation, cause } = options
    super(message, { cause })
    this.key = key
    this.code = codeOf(key)
    this.params = params
    if (operation !== undefined) this.operation = operation
    this.retryable = retryableCodes.has(this.code)
  }
}

const codeOf = (key: MessageKey): CognitoErrorCode => key.split('.')[0] as CognitoErrorCode

const filled = (template: string, params: MessageParams): string =>
  template.replace(/\{(\w+)\}/g, (_braces, name: string) => params[name] ?? '')
