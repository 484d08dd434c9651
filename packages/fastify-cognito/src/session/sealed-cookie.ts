import type { FastifyReply, FastifyRequest } from 'fastify'
import type { Refusal } from '../problems/refusal.ts'
import { chunkNames, joinChunks, splitChunks } from './chunks.ts'
import type { CookieFlags, CookieHeader } from './cookie-header.ts'
import type { Seal } from './seal.ts'

export interface SealedCookieOptions {
  header: CookieHeader
  seal: Seal
  /** By whether the request came over https. */
  name: (isSecure: boolean) => string
  /** `'auto'` is secure where the request came over https, by Fastify's own `request.protocol`. */
  secure: boolean | 'auto'
  sameSite: CookieFlags['sameSite']
  /** Where a value does not fit into cookies. */
  refuseTooLarge: () => Refusal
}

/** Whether cookies of this answer are to be secure. */
export const isSecureFor = (
  secure: SealedCookieOptions['secure'],
  request: FastifyRequest,
): boolean => (secure === 'auto' ? request.protocol === 'https' : secure)

/** One value, sealed, in as many cookies as it needs. */
export interface SealedCookie {
  /** What was sealed, read as JSON; `undefined` where there is none, or none that is whole and ours. */
  read(request: FastifyRequest): unknown
  /** `maxAge` in seconds. @throws what `refuseTooLarge` gives */
  write(input: {
    /** JSON. */
    text: string
    maxAge: number
    request: FastifyRequest
    reply: FastifyReply
  }): void
  clear(request: FastifyRequest, reply: FastifyReply): void
  /** Takes back what the answer was to say, written or cleared. */
  withdraw(request: FastifyRequest, reply: FastifyReply): void
  /** Whether the request carries one, whole or not. */
  isSent(request: FastifyRequest): boolean
  /** Whether the answer writes or clears it. */
  isAnswered(request: FastifyRequest, reply: FastifyReply): boolean
}

export const createSealedCookie = (options: SealedCookieOptions): SealedCookie => {
  const { seal, open } = options.seal
  const { parse, serialize } = options.header

  const placeOf = (request: FastifyRequest): Place => {
    const secure = isSecureFor(options.secure, request)
    const name = options.name(secure)
    return { name, names: chunkNames(name), flags: { secure, sameSite: options.sameSite } }
  }

  const sentNames = ({ names }: Place, request: FastifyRequest): readonly string[] => {
    const cookies = parse(request.headers.cookie)
    return names.filter((name) => cookies.has(name))
  }

  const cleared = (name: string, { flags }: Place): string =>
    serialize({ name, value: '', maxAge: 0, ...flags })

  return {
    read: (request) => {
      const place = placeOf(request)
      const context = contextOf(place)
      for (const untrustedSealed of joinChunks(place.name, parse(request.headers.cookie))) {
        const text = open({ untrustedSealed, context })
        if (text !== undefined) return JSON.parse(text)
      }
      return undefined
    },
    write: ({ text, maxAge, request, reply }) => {
      const place = placeOf(request)
      const chunks = splitChunks(seal({ text, context: contextOf(place) }))
      if (!chunks) throw options.refuseTooLarge()
      const written = place.names.slice(0, chunks.length)
      const stale = sentNames(place, request).filter((name) => !written.includes(name))
      answerWith(reply, place, [
        ...written.map((name, index) =>
          serialize({ name, value: chunks[index] ?? '', ...place.flags, maxAge }),
        ),
        ...stale.map((name) => cleared(name, place)),
      ])
    },
    clear: (request, reply) => {
      const place = placeOf(request)
      const names = new Set([place.name, ...sentNames(place, request)])
      answerWith(
        reply,
        place,
        [...names].map((name) => cleared(name, place)),
      )
    },
    withdraw: (request, reply) => answerWith(reply, placeOf(request), []),
    isSent: (request) => sentNames(placeOf(request), request).length > 0,
    isAnswered: (request, reply) =>
      reply.hasHeader('set-cookie') && answered(reply).some(isIn(placeOf(request))),
  }
}

interface Place {
  name: string
  /** Of all the cookies that it may be cut into. */
  names: readonly string[]
  flags: CookieFlags
}

/** A cookie that travelled in the clear is worth nothing where cookies are secure. */
const contextOf = ({ name, flags }: Place): string => (flags.secure ? `${name} secure` : name)

const answered = (reply: FastifyReply): readonly string[] =>
  [reply.getHeader('set-cookie') ?? []].flat().map(String)

const isIn =
  ({ names }: Place) =>
  (cookie: string): boolean =>
    names.includes(cookie.split('=', 1)[0] ?? '')

/** What was said before about this cookie in the same answer no longer holds. */
const answerWith = (reply: FastifyReply, place: Place, cookies: readonly string[]): void => {
  const isOurs = isIn(place)
  const all = [...answered(reply).filter((cookie) => !isOurs(cookie)), ...cookies]
  reply.removeHeader('set-cookie')
  if (all.length > 0) reply.header('set-cookie', all)
}
