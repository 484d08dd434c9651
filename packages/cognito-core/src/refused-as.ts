import { CognitoError } from './errors/cognito-error.ts'
import type { MessageKey } from './errors/messages.ts'

/** What Cognito refuses in the words for a wrong password, where something else was proved. */
export const refusedAs = (key: MessageKey, error: unknown): unknown => {
  const isRefused = error instanceof CognitoError && error.code === 'COGNITO_INVALID_CREDENTIALS'
  if (!isRefused) return error
  const { operation, cause } = error
  return new CognitoError(key, { operation, cause })
}
