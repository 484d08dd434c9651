import { CognitoError } from './errors/cognito-error.ts'
import type { MessageKey } from './errors/messages.ts'

/** A field cannot be as it is. Its value is never shown. */
export const invalidInput = (
  key: Extract<MessageKey, `COGNITO_INVALID_INPUT.${string}`>,
  field: string,
): CognitoError => new CognitoError(key, { params: { field } })
