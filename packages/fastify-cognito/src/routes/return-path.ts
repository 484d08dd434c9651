import { invalidFields } from '../problems/invalid-input.ts'

/** Anything will do: it is the path that counts. */
const here = 'https://here.invalid'

/**
 * Where a page goes after a step-up. Dots in a path may make two slashes of one, as in `/..//host`,
 * and whoever cleans up or decodes the path before a redirect would send the user there.
 *
 * @throws a refusal `INVALID_INPUT` where it is no path of this site.
 */
export const returnPath = (untrustedReturnTo: string): string => {
  if (isPathHere(untrustedReturnTo)) return untrustedReturnTo
  const message = 'should be a path of this site, such as /orders.'
  throw invalidFields([{ path: '/returnTo', message }])
}

/** As it stands, and however often it is decoded. */
const isPathHere = (path: string): boolean => {
  if (!path.startsWith('/') || !URL.canParse(path, here)) return false
  const { origin, pathname } = new URL(path, here)
  if (origin !== here || pathname.startsWith('//')) return false
  const decoded = decode(path)
  return decoded === path || isPathHere(decoded)
}

/** What no ASCII is comes out as something else, which leads nowhere either. */
const decode = (path: string): string =>
  path.replace(/%([\da-f]{2})/gi, (_, code: string) =>
    String.fromCharCode(Number.parseInt(code, 16)),
  )
