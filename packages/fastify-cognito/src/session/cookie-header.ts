export interface CookieFlags {
  secure: boolean
  sameSite: 'strict' | 'lax'
}

/**
 * The cookies of a request, by name. Of two with one name the first counts: browsers send the one
 * with the narrower path first.
 */
export const parseCookies = (header: string | undefined): ReadonlyMap<string, string> => {
  const cookies = new Map<string, string>()
  for (const pair of header?.split(';') ?? []) {
    const equals = pair.indexOf('=')
    const name = pair.slice(0, Math.max(equals, 0)).trim()
    if (name && !cookies.has(name)) cookies.set(name, pair.slice(equals + 1).trim())
  }
  return cookies
}

/** A `Set-Cookie` header. Values are base64url and names are tokens, so nothing needs escaping. */
export const serializeCookie = (
  cookie: CookieFlags & { name: string; value: string; maxAge: number },
): string => {
  const { name, value, maxAge, secure, sameSite } = cookie
  return [
    `${name}=${value}`,
    `Max-Age=${maxAge}`,
    'Path=/',
    'HttpOnly',
    ...(secure ? ['Secure'] : []),
    `SameSite=${sameSite === 'lax' ? 'Lax' : 'Strict'}`,
  ].join('; ')
}
