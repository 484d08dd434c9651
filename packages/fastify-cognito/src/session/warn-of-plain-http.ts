import type { FastifyRequest } from 'fastify'
import type { SealedCookieOptions } from './sealed-cookie.ts'

/** In production people sign in over https: where this service sees none, a proxy is likely not believed. */
export const warnOfPlainHttp = (
  secure: SealedCookieOptions['secure'],
): ((written: { isSecure: boolean; request: FastifyRequest }) => void) => {
  let isWarned = secure !== 'auto' || process.env['NODE_ENV'] !== 'production'
  return ({ isSecure, request }) => {
    if (isSecure || isWarned) return
    isWarned = true
    request.log.warn(
      'a session cookie was set over plain http, and not as secure. Behind a proxy that speaks https set trustProxy of Fastify, or set session: { secure: true }; where plain http is meant, secure: false.',
    )
  }
}
