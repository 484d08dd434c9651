import type { FastifyRequest } from 'fastify'
import { refuse } from '../problems/refusal.ts'

const safeMethods: ReadonlySet<string> = new Set(['GET', 'HEAD', 'OPTIONS', 'TRACE'])

/** Subdomains are not us: whoever may write a page there may not act in a user's name here. */
const ownSites: ReadonlySet<string> = new Set(['same-origin', 'none'])

/** @throws a refusal `CROSS_SITE` */
export type CrossSiteCheck = (request: FastifyRequest) => void

/**
 * For requests that cookies carry. A browser says where a request comes from, and pages cannot forge
 * it: by `Sec-Fetch-Site`, and older browsers by `Origin`. Who says neither is no browser.
 */
export const createCrossSiteCheck =
  ({
    isSecure,
  }: {
    /** Cookies are said to travel over https only, whatever a proxy makes of it. */
    isSecure: boolean
  }): CrossSiteCheck =>
  ({ headers, method, protocol, host }) => {
    if (safeMethods.has(method)) return
    const site = headers['sec-fetch-site']
    const own = `${isSecure ? 'https' : protocol}://${host}`
    const isOwn =
      typeof site === 'string'
        ? ownSites.has(site)
        : headers.origin === undefined || isOriginOf(own, headers.origin)
    if (!isOwn) throw refuse('CROSS_SITE', 'This request comes from another site.')
  }

/** To the letter, as browsers write it: without a path, and without a port that goes without saying. */
const isOriginOf = (url: string, untrustedOrigin: string): boolean =>
  URL.canParse(url) && new URL(url).origin === untrustedOrigin
