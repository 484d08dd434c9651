import type { FastifyReply, FastifyRequest } from 'fastify'
import { bearerToken } from '../auth/bearer-token.ts'
import type { CallFor } from '../call-for.ts'
import type { RunTokenHook } from '../hooks/run-token-hook.ts'
import type { Delivery, FastifyCognitoOptions } from '../options.ts'
import type { Renewal } from '../session/renewal.ts'
import { allDeliveries, createDeliveryFor } from './delivery-for.ts'
import { type HeaderNames, headerNamesOf } from './header-names.ts'
import { createHeaderTokens, type HeaderTokens } from './header-tokens.ts'
import { createRenewTokens, type RenewTokens } from './renew-tokens.ts'
import { createTokenDeliveries, type TokenDelivery } from './token-deliveries.ts'
import { createTokenHeaders } from './token-headers.ts'

/** The ways that tokens go. */
export interface Ways {
  /** Those that a request may lead to. */
  deliveries: readonly Delivery[]
  deliveryFor(request: FastifyRequest): Delivery
  /** How the client of this request gets tokens and sends its refresh token, beside a session. */
  tokenDeliveryFor(request: FastifyRequest): TokenDelivery
  /** For clients that keep their own tokens. */
  renewTokens: RenewTokens
  /** Where the delivery is `'headers'`. */
  headerNames: HeaderNames
  /** Whether a client of headers may sign in by `Authorization: Basic`. */
  takesBasicCredentials: boolean
  /** What a request carries beside a session. */
  untrustedAccessTokenIn(request: FastifyRequest): string | undefined
  /** For guards; only where tokens may travel in headers. */
  headerTokens?: HeaderTokens
  /** The last word on tokens in headers, as an answer goes. */
  settleHeaders(reply: FastifyReply): void
}

export const createWays = ({
  options: { session, deliver = session ? 'cookie' : 'body', headers },
  renewal,
  runTokenHook,
  callFor,
}: {
  options: Pick<FastifyCognitoOptions, 'session' | 'deliver' | 'headers'>
  renewal: Renewal
  runTokenHook: RunTokenHook
  callFor: CallFor
}): Ways => {
  const headerNames = headerNamesOf(headers)
  const tokenHeaders = createTokenHeaders({ names: headerNames, hasEnded: renewal.hasEnded })
  const tokenDeliveries = createTokenDeliveries(tokenHeaders)
  const renewTokens = createRenewTokens({ renewal, runTokenHook, callFor })
  const deliveries = typeof deliver === 'function' ? allDeliveries : [deliver]
  const deliveryFor = createDeliveryFor(deliver)
  const hasHeaders = deliveries.includes('headers')
  return {
    deliveries,
    deliveryFor,
    tokenDeliveryFor: (request) => tokenDeliveries[deliveryFor(request)],
    renewTokens,
    headerNames,
    takesBasicCredentials: headers?.basicCredentials !== false,
    untrustedAccessTokenIn: (request) =>
      bearerToken(request) ??
      (hasHeaders ? tokenHeaders.untrustedAccessTokenIn(request) : undefined),
    ...(hasHeaders && {
      headerTokens: createHeaderTokens({ tokenHeaders, renewTokens, tokenDeliveries }),
    }),
    settleHeaders: tokenHeaders.settle,
  }
}
