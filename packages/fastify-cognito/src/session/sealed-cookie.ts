import type { FastifyReply, FastifyRequest } from 'fastify'
import { refuse } from '../problems/refusal.ts'
import { chunkName, chunkNamesIn, joinChunks, splitChunks } from './chunks.ts'
import type { CookieFlags, CookieHeader } from './cookie-header.ts'
import { createSeal, type SealPurpose } from './seal.ts'

export interface SealedCookieOptions {
  header: CookieHeader
  purpose: SealPurpose
  secrets: readonly [string, ...string[]]
  /** By whether the request came over https. */
  name: (isSecure: boolean) => string
  /** `'auto'` is secure where the request came over https, by Fastify's own `request.protocol`. */
  secure: boolean | 'auto'
  sameSite: CookieFlags['sameSite']
}

/** One value, sealed, in as many cookies as it needs. */
export interface SealedCookie {
  /** What was sealed; `undefined` where there is none, or none that is whole and ours. */
  read(request: FastifyRequest): unknown
  /** `maxAge` in seconds. @throws a refusal `SESSION_TOO_LARGE` */
  write(input: {
    value: object
    maxAge: number
    request: FastifyRequest
    reply: FastifyReply
  }): void
  clear(request: FastifyRequest, reply: FastifyReply): void
  /** Whether the request carries one, whole or not. */
  isSent(request: FastifyRequest): boolean
}

export const createSealedCookie = (options: SealedCookieOptions): SealedCookie => {
  const { seal, open } = createSeal(options)
  const { parse, serialize } = options.header

  const placeOf = (request: FastifyRequest): Place => {
    const secure = options.secure === 'auto' ? request.protocol === 'https' : options.secure
    const name = options.name(secure)
    return { name, flags: { secure, sameSite: options.sameSite } }
  }

  const sentChunks = ({ name }: Place, request: FastifyRequest): readonly string[] =>
    chunkNamesIn(name, parse(request.headers.cookie))

  const cleared = (name: string, { flags }: Place): string =>
    serialize({ name, value: '', maxAge: 0, ...flags })

  return {
    read: (request) => {
      const place = placeOf(request)
      const untrustedSealed = joinChunks(place.name, parse(request.headers.cookie))
      const text = untrustedSealed && open({ untrustedSealed, context: contextOf(place) })
      return text ? JSON.parse(text) : undefined
    },
    write: ({ value, maxAge, request, reply }) => {
      const place = placeOf(request)
      const chunks = splitChunks(seal({ text: JSON.stringify(value), context: contextOf(place) }))
      if (!chunks) {
        throw refuse('SESSION_TOO_LARGE', 'The tokens of this user do not fit into cookies.')
      }
      const written = chunks.map((chunk, index) => ({
        name: chunkName(place.name, index),
        value: chunk,
      }))
      const stale = sentChunks(place, request).filter(
        (name) => !written.some((chunk) => chunk.name === name),
      )
      replaceCookies(reply, place.name, [
        ...written.map((chunk) => serialize({ ...chunk, ...place.flags, maxAge })),
        ...stale.map((name) => cleared(name, place)),
      ])
    },
    clear: (request, reply) => {
      const place = placeOf(request)
      const names = new Set([place.name, ...sentChunks(place, request)])
      replaceCookies(
        reply,
        place.name,
        [...names].map((name) => cleared(name, place)),
      )
    },
    isSent: (request) => sentChunks(placeOf(request), request).length > 0,
  }
}

interface Place {
  name: string
  flags: CookieFlags
}

/** A cookie that travelled in the clear is worth nothing where cookies are secure. */
const contextOf = ({ name, flags }: Place): string => (flags.secure ? `${name} secure` : name)

/** What was said before about this cookie in the same answer no longer holds. */
const replaceCookies = (reply: FastifyReply, name: string, cookies: readonly string[]): void => {
  const said = [reply.getHeader('set-cookie') ?? []].flat().map(String)
  const kept = said.filter((cookie) => {
    const [cookieName = ''] = cookie.split('=', 1)
    return cookieName !== name && !cookieName.startsWith(`${name}.`)
  })
  reply.removeHeader('set-cookie').header('set-cookie', [...kept, ...cookies])
}
