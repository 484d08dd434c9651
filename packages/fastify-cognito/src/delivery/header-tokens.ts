import { TokenError } from '@x/cognito-core'
import type { FastifyReply, FastifyRequest } from 'fastify'
import { deviceKeyIn } from '../auth/device-key-in.ts'
import type { Delivery } from '../options.ts'
import type { RenewTokens } from './renew-tokens.ts'
import type { TokenDelivery } from './token-deliveries.ts'
import type { TokenHeaders } from './token-headers.ts'

interface UntrustedTokens {
  accessToken: string
  /**
   * A new access token in place of one that has expired, by the refresh token that came along; the answer
   * carries both.
   *
   * @throws what it was refused for, where that can not be helped so; CognitoError, HookError
   */
  refresh(refusedFor: unknown): Promise<string>
}

/** What a guard asks of requests that carry tokens in headers. */
export interface HeaderTokens {
  untrustedTokensIn(exchange: {
    request: FastifyRequest
    reply: FastifyReply
  }): UntrustedTokens | undefined
}

export const createHeaderTokens = ({
  tokenHeaders,
  renewTokens,
  tokenDeliveries,
}: {
  tokenHeaders: TokenHeaders
  renewTokens: RenewTokens
  tokenDeliveries: Readonly<Record<Delivery, TokenDelivery>>
}): HeaderTokens => ({
  untrustedTokensIn: ({ request, reply }) => {
    tokenHeaders.vary(reply)
    const accessToken = tokenHeaders.untrustedAccessTokenIn(request)
    if (accessToken === undefined) return undefined
    return {
      accessToken,
      refresh: async (refusedFor) => {
        const hasExpired = refusedFor instanceof TokenError && refusedFor.code === 'TOKEN_EXPIRED'
        if (!hasExpired) throw refusedFor
        const untrustedRefreshToken = tokenHeaders.untrustedRefreshTokenIn(request)
        if (untrustedRefreshToken === undefined) throw refusedFor
        const renewed = await renewTokens({
          untrustedRefreshToken,
          deviceKey: deviceKeyIn(accessToken),
          reason: 'expiry',
          delivery: tokenDeliveries.headers,
          request,
          reply,
        })
        return renewed.accessToken
      },
    }
  },
})
