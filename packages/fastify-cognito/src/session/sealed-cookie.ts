import type { FastifyReply, FastifyRequest } from 'fastify'
import type { Refusal } from '../problems/refusal.ts'
import { chunkName, chunkNames, type Joined, joinChunks, splitChunks } from './chunks.ts'
import { cookieBytes, mostBytesOfOne, mostCookieBytes } from './cookie-bytes.ts'
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
  /** The other cookies of this plugin, which share the room that a request has. */
  beside: CookiesBeside
  /** Where a value does not fit into cookies. In bytes. */
  refuseTooLarge: (size: { bytes: number; most: number }) => Refusal
  /** One came, and is none that is whole and ours. */
  onUnreadable?: (request: FastifyRequest) => void
  onWrite?: (written: { isSecure: boolean; request: FastifyRequest }) => void
}

export interface CookiesBeside {
  /** Those that a request carries and that open: a neighbour may toss in what it likes. */
  sentWith(request: FastifyRequest): Joined['pieces']
  /** Whether an answer that sets a cookie of this name sets one of this plugin. */
  isOurs(name: string, isSecure: boolean): boolean
}

/** What is sealed, and for how long it is kept. */
interface Written {
  /** JSON. */
  text: string
  /** In seconds. */
  maxAge: number
  request: FastifyRequest
  reply: FastifyReply
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
  /** @throws what `refuseTooLarge` gives, where it does not fit beside the other cookies of this plugin */
  write(input: Written): void
  /** In place of one that there is: no cookie beside it ends it. @throws what `refuseTooLarge` gives */
  rewrite(input: Written): void
  clear(request: FastifyRequest, reply: FastifyReply): void
  /** Takes back what the answer was to say, written or cleared. */
  withdraw(request: FastifyRequest, reply: FastifyReply): void
  /** Whether the request carries one, whole or not. */
  isSent(request: FastifyRequest): boolean
  /** The cookies of a request that hold it, where it opens. */
  piecesIn(request: FastifyRequest): Joined['pieces']
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

  const opened = (request: FastifyRequest): (Pick<Joined, 'pieces'> & { text: string }) | null => {
    const place = placeOf(request)
    const context = contextOf(place)
    for (const { sealed, pieces } of joinChunks(place.name, parse(request.headers.cookie))) {
      const text = open({ untrustedSealed: sealed, context })
      if (text !== undefined) return { text, pieces }
    }
    return null
  }

  const cookiesOf = ({ text, maxAge, request }: Written, place: Place): readonly string[] => {
    const sealed = seal({ text, context: contextOf(place) })
    const cookieOf = (name: string, value: string) =>
      serialize({ name, value, ...place.flags, maxAge })
    const longest = Math.max(...place.names.map((name) => cookieOf(name, '').length))
    const chunks = splitChunks(sealed, mostBytesOfOne - longest)
    const written = chunks.map((_, index) => chunkName(place.name, index))
    const stale = sentNames(place, request).filter((name) => !written.includes(name))
    return [
      ...written.map((name, index) => cookieOf(name, chunks[index] ?? '')),
      ...stale.map((name) => cleared(name, place)),
    ]
  }

  const put = (
    input: Written,
    { place, cookies, bytes }: { place: Place; cookies: readonly string[]; bytes: number },
  ): void => {
    if (bytes > mostCookieBytes) throw options.refuseTooLarge({ bytes, most: mostCookieBytes })
    answerWith(input.reply, place, cookies)
    options.onWrite?.({ isSecure: place.flags.secure, request: input.request })
  }

  return {
    read: (request) => {
      const found = opened(request)
      if (found) return JSON.parse(found.text)
      if (parse(request.headers.cookie).has(placeOf(request).name)) options.onUnreadable?.(request)
      return undefined
    },
    write: (input) => {
      const { request, reply } = input
      const place = placeOf(request)
      const cookies = cookiesOf(input, place)
      const { beside } = options
      const ours = answeredBeside(reply, place).filter((cookie) =>
        beside.isOurs(nameOf(cookie), place.flags.secure),
      )
      const sent = beside.sentWith(request)
      put(input, {
        place,
        cookies,
        bytes: cookieBytes({ sent, answered: [...ours, ...cookies] }),
      })
    },
    rewrite: (input) => {
      const place = placeOf(input.request)
      const cookies = cookiesOf(input, place)
      put(input, { place, cookies, bytes: cookieBytes({ sent: [], answered: cookies }) })
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
    piecesIn: (request) => opened(request)?.pieces ?? [],
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
    names.includes(nameOf(cookie))

/** Of a `Set-Cookie` header. */
const nameOf = (cookie: string): string => cookie.split('=', 1)[0] ?? ''

/** What was said before about this cookie in the same answer no longer holds. */
const answeredBeside = (reply: FastifyReply, place: Place): readonly string[] => {
  const isOfPlace = isIn(place)
  return answered(reply).filter((cookie) => !isOfPlace(cookie))
}

const answerWith = (reply: FastifyReply, place: Place, cookies: readonly string[]): void => {
  const all = [...answeredBeside(reply, place), ...cookies]
  reply.removeHeader('set-cookie')
  if (all.length > 0) reply.header('set-cookie', all)
}
