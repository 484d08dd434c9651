import { invalidFields } from '../problems/invalid-input.ts'

/** Anything will do: it is the path that counts. */
const here = 'https://here.invalid'

/**
 * Where a page goes after a step-up. Dots in a path may make two slashes of one, as in `/..//host`,
 * and whoever cleans up the path before a redirect would send the user there.
 *
 * @throws a refusal `INVALID_INPUT` where it is no path of this site.
 */
export const returnPath = (untrustedReturnTo: string): string => {
  const isOwn = URL.canParse(untrustedReturnTo, here) && isPathHere(untrustedReturnTo)
  if (isOwn) return untrustedReturnTo
  const message = 'should be a path of this site, such as /orders.'
  throw invalidFields([{ path: '/returnTo', message }])
}

/** Slashes of either kind, for whoever decodes a path before the redirect. */
const leavesOnceDecoded = /^\/(?:%2f|%5c)/i

const isPathHere = (path: string): boolean => {
  const { origin, pathname } = new URL(path, here)
  const isOwn = path.startsWith('/') && origin === here && !pathname.startsWith('//')
  return isOwn && !leavesOnceDecoded.test(pathname)
}
