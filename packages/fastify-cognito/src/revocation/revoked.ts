import { CognitoError } from '@x/cognito-core'
import { isRefusal, type Refusal, refuse } from '../problems/refusal.ts'
import { isOver } from '../session/is-over.ts'

export const revoked = (cause?: unknown): Refusal =>
  refuse('TOKEN_REVOKED', 'This access token has been revoked. Sign in again.', { cause })

export const isRevoked = (error: unknown): boolean =>
  isRefusal(error) && error.code === 'TOKEN_REVOKED'

/** A browser cannot help it that its session has ended. */
export const revokedSession = (cause: unknown): Refusal =>
  revoked(new CognitoError('COGNITO_TOKEN_REJECTED', { cause }))

export const isRevokedSession = (error: unknown): boolean =>
  isRefusal(error) && isRevoked(error) && isOver(error.cause)
