import fastifyCookie from '@fastify/cookie'
import type { FastifyInstance } from 'fastify'

export interface CookieFlags {
  secure: boolean
  sameSite: 'strict' | 'lax'
}

export interface CookieHeader {
  /** The cookies of a request, by name; of some there may be several. */
  parse(header: string | undefined): ReadonlyMap<string, readonly string[]>
  /** A `Set-Cookie` header that scripts cannot read. `maxAge` in seconds. */
  serialize(cookie: CookieFlags & { name: string; value: string; maxAge: number }): string
}

/** Whether browsers take a cookie of this name only where it is secure. */
export const hasPrefix = (name: string): boolean => /^__(?:Host|Secure)-/i.test(name)

/**
 * Reads and writes by `@fastify/cookie`: the application's where it is registered already, else one
 * in a scope of its own. So the application may register its own before us, after us or not at all.
 */
export const loadCookieHeader = async (fastify: FastifyInstance): Promise<CookieHeader> => {
  const scoped: { header?: CookieHeader } = {}
  await fastify.register(async (scope) => {
    if (!scope.hasDecorator('parseCookie')) await scope.register(fastifyCookie)
    scoped.header = cookieHeaderOf(scope)
  })
  if (!scoped.header) throw new Error('@fastify/cookie could not be loaded.')
  return scoped.header
}

const cookieHeaderOf = (scope: FastifyInstance): CookieHeader => ({
  parse: (header) => {
    const cookies = new Map<string, string[]>()
    // One by one, or only the first of one name would be seen.
    for (const pair of header?.split(';') ?? []) {
      for (const [name, value] of Object.entries(scope.parseCookie(pair))) {
        cookies.set(name, [...(cookies.get(name) ?? []), value])
      }
    }
    return cookies
  },
  serialize: ({ name, value, ...flags }) =>
    scope.serializeCookie(name, value, { ...flags, path: '/', httpOnly: true }),
})
