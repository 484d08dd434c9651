import type { FastifyRequest } from 'fastify'
import { refuse } from '../problems/refusal.ts'

const safeMethods: ReadonlySet<string> = new Set(['GET', 'HEAD', 'OPTIONS', 'TRACE'])

/** Subdomains are not us: whoever may write a page there may not act in a user's name here. */
const ownSites: ReadonlySet<string> = new Set(['same-origin', 'none'])

/** @throws a refusal `CROSS_SITE` */
export type CrossSiteCheck = (request: FastifyRequest) => void

/**
 * For requests that cookies carry. A browser says where a request comes from, and pages cannot forge
 * it: by `Sec-Fetch-Site`, older ones by `Origin`, still older ones by `Referer`. Who says none of these
 * is no browser.
 */
export const createCrossSiteCheck = ({
  isSecure,
  trustedOrigins = [],
}: {
  /** Cookies are said to travel over https only, whatever a proxy makes of it. */
  isSecure: boolean
  /** Of the same site, or our cookies would not come along. */
  trustedOrigins?: readonly string[] | undefined
}): CrossSiteCheck => {
  const trusted: ReadonlySet<unknown> = new Set(trustedOrigins)
  return ({ headers, method, protocol, host }) => {
    if (safeMethods.has(method)) return
    const { origin, referer } = headers
    const site = headers['sec-fetch-site']
    const from = origin ?? (referer === undefined ? undefined : (originOf(referer) ?? 'null'))
    const own = `${isSecure ? 'https' : protocol}://${host}`
    const isOurs =
      typeof site === 'string'
        ? ownSites.has(site) || (site === 'same-site' && trusted.has(origin))
        : from === undefined || from === originOf(own) || trusted.has(from)
    if (!isOurs) throw refuse('CROSS_SITE', 'This request comes from another site.')
  }
}

/** As browsers write it: without a path, and without a port that goes without saying. */
const originOf = (url: string): string | undefined =>
  URL.canParse(url) ? new URL(url).origin : undefined
