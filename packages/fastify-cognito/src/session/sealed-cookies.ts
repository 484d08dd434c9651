import type { FastifyRequest } from 'fastify'
import {
  createSealedCookie,
  isSecureFor,
  type SealedCookie,
  type SealedCookieOptions,
} from './sealed-cookie.ts'

/** Sealed cookies whose names begin alike, one for each id. */
export interface SealedCookies {
  of(id: string): SealedCookie
  /** Whose cookies a request carries, whole or not. */
  idsIn(request: FastifyRequest): readonly string[]
}

/** More than these of one browser are not looked at. */
const most = 20

export const createSealedCookies = (options: SealedCookieOptions): SealedCookies => ({
  of: (id) =>
    createSealedCookie({ ...options, name: (isSecure) => `${options.name(isSecure)}${id}` }),
  idsIn: (request) => {
    const start = options.name(isSecureFor(options.secure, request))
    return [...options.header.parse(request.headers.cookie).keys()]
      .filter((name) => name.startsWith(start) && isId(name.slice(start.length)))
      .map((name) => name.slice(start.length))
      .slice(0, most)
  },
})

/** Further pieces of a cookie have a full stop in their names. */
const isId = (text: string): boolean => /^[\w-]+$/.test(text)
