import type { Tokens } from '@x/cognito-core'
import type { FastifyReply, FastifyRequest } from 'fastify'
import type { Delivery } from '../options.ts'
import { invalidFields } from '../problems/invalid-input.ts'
import { type Refusal, refuse } from '../problems/refusal.ts'
import type { TokenHeaders } from './token-headers.ts'

/** How an answer hands out tokens, and where a request carries the refresh token, beside a session. */
export interface TokenDelivery {
  /** @returns what the body of the answer holds of them. */
  handOut(tokens: Tokens, reply: FastifyReply): { tokens?: Tokens }
  /** @throws a refusal `INVALID_INPUT` */
  untrustedRefreshTokenIn(request: FastifyRequest): string | undefined
  /** Where it is needed, and not there. */
  refuseMissing(): Refusal
}

export const createTokenDeliveries = (
  headers: TokenHeaders,
): Readonly<Record<Delivery, TokenDelivery>> => ({
  // The session takes care of them.
  cookie: { ...inBody, handOut: () => ({}) },
  body: inBody,
  headers: {
    handOut: (tokens, reply) => {
      headers.write(tokens, reply)
      return {}
    },
    untrustedRefreshTokenIn: (request) => {
      if (inBody.untrustedRefreshTokenIn(request) === undefined) {
        return headers.untrustedRefreshTokenIn(request)
      }
      const message = `is in the header ${headers.names.request.refreshToken} for this client; leave it out.`
      throw invalidFields([{ path: '/refreshToken', message }])
    },
    refuseMissing: () =>
      refuse('INVALID_INPUT', `The header ${headers.names.request.refreshToken} is missing.`),
  },
})

const inBody: TokenDelivery = {
  handOut: (tokens) => ({ tokens: shownTokens(tokens) }),
  untrustedRefreshTokenIn: ({ body }) => {
    const { refreshToken } = Object(body) as { refreshToken?: unknown }
    return typeof refreshToken === 'string' ? refreshToken : undefined
  },
  refuseMissing: () => invalidFields([{ path: '/refreshToken', message: 'is missing.' }]),
}

/** Named one by one: what core adds to tokens is not shown by that alone. */
const shownTokens = ({ accessToken, idToken, refreshToken, expiresAt }: Tokens): Tokens => ({
  accessToken,
  idToken,
  ...(refreshToken && { refreshToken }),
  expiresAt,
})
