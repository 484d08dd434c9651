import type { SessionOptions } from '../options.ts'
import { type CookieHeader, hasPrefix } from './cookie-header.ts'
import { createSealedCookie, type SealedCookie, type SealedCookieOptions } from './sealed-cookie.ts'

type Sealing = Pick<SealedCookieOptions, 'audience' | 'secrets'>

export interface Cookies {
  session: SealedCookie
  challenge: SealedCookie
  signUp: SealedCookie
}

export const createCookies = ({
  session,
  header,
  sealing,
  pendingSealing,
}: {
  session: SessionOptions
  header: CookieHeader
  sealing: Sealing
  /** Of what waits for its user to go on. */
  pendingSealing: Sealing
}): Cookies => {
  const create = (suffix: string, sealed: Sealing & Pick<SealedCookieOptions, 'purpose'>) =>
    createSealedCookie({
      ...sealed,
      header,
      secure: session.secure ?? 'auto',
      sameSite: session.sameSite ?? 'lax',
      name: (isSecure) => `${sessionCookieName(session, isSecure)}${suffix}`,
    })
  return {
    session: create('', { ...sealing, purpose: 'session' }),
    challenge: create('-challenge', { ...pendingSealing, purpose: 'challenge' }),
    signUp: create('-sign-up', { ...pendingSealing, purpose: 'sign-up' }),
  }
}

/** With this prefix browsers take it from this host alone, and no neighbour can toss one in. */
export const sessionCookieName = (
  { cookieName = 'cognito' }: SessionOptions,
  isSecure: boolean,
): string => `${isSecure && !hasPrefix(cookieName) ? '__Host-' : ''}${cookieName}`
