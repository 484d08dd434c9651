import type { SessionOptions } from '../options.ts'
import { refuse } from '../problems/refusal.ts'
import { type CookieHeader, hasPrefix } from './cookie-header.ts'
import type { Seal, SealPurpose } from './seal.ts'
import { createSealedCookie, type SealedCookie, type SealedCookieOptions } from './sealed-cookie.ts'
import { createSealedCookies, type SealedCookies } from './sealed-cookies.ts'

export interface Cookies {
  session: SealedCookie
  challenge: SealedCookie
  signUp: SealedCookie
  /** One for each user, by an id that tells nobody who that is. */
  devices: SealedCookies
}

const refusals = {
  session: () => refuse('SESSION_TOO_LARGE', 'The tokens of this user do not fit into cookies.'),
  challenge: () =>
    refuse('CHALLENGE_TOO_LARGE', 'What is asked of this user does not fit into cookies.'),
}

export const createCookies = ({
  session,
  header,
  seals,
}: {
  session: SessionOptions
  header: CookieHeader
  seals: Readonly<Record<SealPurpose, Seal>>
}): Cookies => {
  const optionsOf = (
    suffix: string,
    purpose: SealPurpose,
    refuseTooLarge: SealedCookieOptions['refuseTooLarge'],
  ): SealedCookieOptions => ({
    header,
    seal: seals[purpose],
    secure: session.secure ?? 'auto',
    sameSite: session.sameSite ?? 'lax',
    name: (isSecure) => `${sessionCookieName(session, isSecure)}${suffix}`,
    refuseTooLarge,
  })
  return {
    session: createSealedCookie(optionsOf('', 'session', refusals.session)),
    challenge: createSealedCookie(optionsOf('-challenge', 'challenge', refusals.challenge)),
    signUp: createSealedCookie(optionsOf('-sign-up', 'sign-up', refusals.challenge)),
    devices: createSealedCookies(optionsOf('-device-', 'device', refusals.session)),
  }
}

/** With this prefix browsers take it from this host alone, and no neighbour can toss one in. */
export const sessionCookieName = (
  { cookieName = 'cognito' }: SessionOptions,
  isSecure: boolean,
): string => `${isSecure && !hasPrefix(cookieName) ? '__Host-' : ''}${cookieName}`
