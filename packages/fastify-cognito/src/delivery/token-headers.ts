import type { Tokens } from '@x/cognito-core'
import type { FastifyReply, FastifyRequest } from 'fastify'
import { refuse } from '../problems/refusal.ts'
import type { HeaderNames } from './header-names.ts'
import { refreshToken as refreshTokenSchema } from './refresh-token.ts'

/** Tokens in headers of requests and answers. */
export interface TokenHeaders {
  names: HeaderNames
  untrustedAccessTokenIn(request: FastifyRequest): string | undefined
  /** @throws a refusal `INVALID_INPUT` that names the header, for what cannot be a refresh token. */
  untrustedRefreshTokenIn(request: FastifyRequest): string | undefined
  /** The answer depends on the access token, and caches are to know. */
  vary(reply: FastifyReply): void
  write(tokens: Pick<Tokens, 'accessToken' | 'refreshToken'>, reply: FastifyReply): void
  /** As the answer goes: what was signed out in the meantime is not handed out, the rest not stored. */
  settle(reply: FastifyReply): void
}

const pattern = new RegExp(refreshTokenSchema.pattern)

export const createTokenHeaders = ({
  names,
  hasEnded,
}: {
  names: HeaderNames
  hasEnded: (refreshToken: string) => boolean
}): TokenHeaders => {
  const { request: asked, answer } = names
  const written = new WeakMap<FastifyReply, string | undefined>()
  const varied = new WeakSet<FastifyReply>()

  return {
    names,
    untrustedAccessTokenIn: (request) => headerOf(asked.accessToken, request),
    untrustedRefreshTokenIn: (request) => {
      const untrusted = headerOf(asked.refreshToken, request)
      if (untrusted === undefined) return undefined
      const isFit = untrusted.length <= refreshTokenSchema.maxLength && pattern.test(untrusted)
      if (isFit) return untrusted
      throw refuse('INVALID_INPUT', `The header ${asked.refreshToken} is no refresh token.`)
    },
    vary: (reply) => {
      varied.add(reply)
    },
    write: ({ accessToken, refreshToken }, reply) => {
      written.set(reply, refreshToken)
      reply.header(answer.accessToken, accessToken)
      if (refreshToken !== undefined) reply.header(answer.refreshToken, refreshToken)
    },
    settle: (reply) => {
      if (varied.has(reply)) {
        reply.header('vary', withName(reply.getHeader('vary'), asked.accessToken))
      }
      if (!written.has(reply)) return
      const refreshToken = written.get(reply)
      reply.header('cache-control', 'no-store')
      if (refreshToken === undefined || !hasEnded(refreshToken)) return
      reply.removeHeader(answer.accessToken)
      reply.removeHeader(answer.refreshToken)
    },
  }
}

/** Several of one name Node joins to what is no token. */
const headerOf = (name: string, { headers }: FastifyRequest): string | undefined => {
  const value = headers[name.toLowerCase()]
  return typeof value === 'string' && value !== '' ? value : undefined
}

/** @see https://www.rfc-editor.org/rfc/rfc9110#section-12.5.5 */
const withName = (vary: ReturnType<FastifyReply['getHeader']>, name: string): string => {
  const names = [vary ?? []].flat().flatMap((value) => String(value).split(/\s*,\s*/))
  const isThere = names.some((each) => each === '*' || each.toLowerCase() === name.toLowerCase())
  return [...names, ...(isThere ? [] : [name])].join(', ')
}
