import type { SessionOptions } from '../options.ts'
import { type Refusal, refuse } from '../problems/refusal.ts'
import { type CookieHeader, hasPrefix } from './cookie-header.ts'
import type { Seal, SealPurpose } from './seal.ts'
import {
  type CookiesBeside,
  createSealedCookie,
  type SealedCookie,
  type SealedCookieOptions,
} from './sealed-cookie.ts'
import { createSealedCookies, type SealedCookies } from './sealed-cookies.ts'
import { tellUnreadable } from './tell-unreadable.ts'
import { warnOfPlainHttp } from './warn-of-plain-http.ts'

export interface Cookies {
  session: SealedCookie
  challenge: SealedCookie
  signUp: SealedCookie
  /** One for each user, by an id that tells nobody who that is. */
  devices: SealedCookies
}

const suffixes = { session: '', challenge: '-challenge', 'sign-up': '-sign-up', device: '-device-' }

const refusalOf =
  (code: 'SESSION_TOO_LARGE' | 'CHALLENGE_TOO_LARGE', remedy: string) =>
  ({ bytes, most }: { bytes: number; most: number }): Refusal =>
    refuse(
      code,
      `The cookies of this user would take ${bytes} bytes, and there is room for ${most}. ${remedy}`,
    )

const refusals = {
  session: refusalOf(
    'SESSION_TOO_LARGE',
    'Keep sessions in a store (session.store), or let a pre token generation trigger drop claims and groups.',
  ),
  challenge: refusalOf(
    'CHALLENGE_TOO_LARGE',
    'Let triggers ask with less, or keep sessions in a store (session.store).',
  ),
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
  const nameFor = (purpose: SealPurpose, isSecure: boolean) =>
    `${sessionCookieName(session, isSecure)}${suffixes[purpose]}`
  const beside: CookiesBeside = {
    sentWith: (request) =>
      [
        cookies.session,
        cookies.challenge,
        cookies.signUp,
        ...cookies.devices.idsIn(request).map(cookies.devices.of),
      ].flatMap((cookie) => cookie.piecesIn(request)),
    isOurs: (name, isSecure) => {
      const start = sessionCookieName(session, isSecure)
      return name.startsWith(start) && ourEnding.test(name.slice(start.length))
    },
  }
  const optionsOf = (
    purpose: SealPurpose,
    refuseTooLarge: SealedCookieOptions['refuseTooLarge'],
  ): SealedCookieOptions => ({
    header,
    seal: seals[purpose],
    secure: session.secure ?? 'auto',
    sameSite: session.sameSite ?? 'lax',
    name: (isSecure) => nameFor(purpose, isSecure),
    beside,
    refuseTooLarge,
  })
  const cookies: Cookies = {
    session: createSealedCookie({
      ...optionsOf('session', refusals.session),
      onUnreadable: tellUnreadable(),
      onWrite: warnOfPlainHttp(session.secure ?? 'auto'),
    }),
    challenge: createSealedCookie(optionsOf('challenge', refusals.challenge)),
    signUp: createSealedCookie(optionsOf('sign-up', refusals.challenge)),
    devices: createSealedCookies(optionsOf('device', refusals.session)),
  }
  return cookies
}

/** What may follow the name of the session cookie, pieces included. */
const ourEnding = /^(?:|-challenge|-sign-up|-device-[\w-]+)(?:\.\d)?$/

/** With this prefix browsers take it from this host alone, and no neighbour can toss one in. */
export const sessionCookieName = (
  { cookieName = 'cognito' }: SessionOptions,
  isSecure: boolean,
): string => `${isSecure && !hasPrefix(cookieName) ? '__Host-' : ''}${cookieName}`
