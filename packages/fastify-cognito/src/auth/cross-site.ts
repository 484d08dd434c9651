import type { FastifyRequest } from 'fastify'
import { refuse } from '../problems/refusal.ts'

const safeMethods: ReadonlySet<string> = new Set(['GET', 'HEAD', 'OPTIONS', 'TRACE'])

/** Subdomains are not us: whoever may write a page there may not act in a user's name here. */
const ownSites: ReadonlySet<string> = new Set(['same-origin', 'none'])

/**
 * For requests that cookies carry. A browser says where a request comes from, and pages cannot forge
 * it: by `Sec-Fetch-Site`, and older browsers by `Origin`. Who says neither is no browser.
 *
 * @throws a refusal `CROSS_SITE`
 */
export const refuseCrossSite = (request: FastifyRequest): void => {
  const { headers, method, protocol, host } = request
  if (safeMethods.has(method)) return
  const site = headers['sec-fetch-site']
  if (typeof site === 'string') {
    if (ownSites.has(site)) return
  } else if (headers.origin === undefined || isOrigin(headers.origin, `${protocol}://${host}`)) {
    return
  }
  throw refuse('CROSS_SITE', 'This request comes from another site.')
}

/** Compared as URLs, where a port that is the protocol's own goes without saying. */
const isOrigin = (origin: string, own: string): boolean =>
  URL.canParse(origin) && URL.canParse(own) && new URL(origin).origin === new URL(own).origin
