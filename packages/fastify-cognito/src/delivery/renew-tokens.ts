import type { Tokens } from '@x/cognito-core'
import type { FastifyReply, FastifyRequest } from 'fastify'
import type { CallFor } from '../call-for.ts'
import { publishRefresh } from '../events/publish.ts'
import type { RunTokenHook } from '../hooks/run-token-hook.ts'
import { isOurs } from '../problems/refusal.ts'
import type { Renewal } from '../session/renewal.ts'
import type { TokenDelivery } from './token-deliveries.ts'

/** New tokens for a client that keeps its own. @throws CognitoError, HookError */
export type RenewTokens = (input: {
  untrustedRefreshToken: string
  deviceKey: string | undefined
  reason: 'expiry' | 'renew'
  delivery: TokenDelivery
  request: FastifyRequest
  reply: FastifyReply
}) => Promise<{
  accessToken: string
  expiresAt: number
  /** What the body of the answer holds of them. */
  handedOut: { tokens?: Tokens }
}>

export const createRenewTokens =
  ({
    renewal,
    runTokenHook,
    callFor,
  }: {
    renewal: Pick<Renewal, 'renew'>
    runTokenHook: RunTokenHook
    callFor: CallFor
  }): RenewTokens =>
  async ({ untrustedRefreshToken, deviceKey, reason, delivery, request, reply }) => {
    const call = callFor(request)
    try {
      const tokens = await renewal.renew({
        refreshToken: untrustedRefreshToken,
        deviceKey,
        reason,
        call,
      })
      const { accessToken, expiresAt, outcome } = tokens
      publishRefresh({ outcome, where: 'token' })
      const handedOut = delivery.handOut(tokens, reply)
      if (tokens.isFirstHand) await runTokenHook('onRefresh', { accessToken, request })
      return { accessToken, expiresAt, handedOut }
    } catch (error) {
      if (isOurs(error)) publishRefresh({ outcome: 'failed', code: error.code, where: 'token' })
      throw error
    }
  }
