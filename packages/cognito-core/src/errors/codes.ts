import type { MessageKey } from './messages.ts'

/** Every way in which Cognito refuses, or cannot be reached. */
export type CognitoErrorCode = Exclude<MessageKey, `${string}.${string}`>

/** After these the same call may work later. */
export const retryableCodes: ReadonlySet<CognitoErrorCode> = new Set<CognitoErrorCode>([
  'COGNITO_TOO_MANY_ATTEMPTS',
  'COGNITO_LIMIT_EXCEEDED',
  'COGNITO_RATE_LIMITED',
  'COGNITO_CODE_NOT_DELIVERED',
  'COGNITO_TRIGGER_FAILED',
  'COGNITO_UNAVAILABLE',
  'KEYS_UNAVAILABLE',
])
