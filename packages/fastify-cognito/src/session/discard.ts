import { CognitoError } from '@x/cognito-core'
import type { FastifyRequest } from 'fastify'
import type { Revoke } from './revoke.ts'

/** Ends what came of a refresh token. Never throws: what is left at Cognito expires by itself. */
export type Discard = (input: {
  refreshToken: string | undefined
  request: FastifyRequest
}) => Promise<void>

export const createDiscard =
  (revoke: Revoke): Discard =>
  async ({ refreshToken, request }) => {
    if (!refreshToken) return
    await revoke(refreshToken).catch((error: unknown) => {
      const code = error instanceof CognitoError ? error.code : 'COGNITO_UNEXPECTED'
      request.log.warn(
        { code },
        'a session ended here, but Cognito did not revoke the refresh token',
      )
    })
  }
