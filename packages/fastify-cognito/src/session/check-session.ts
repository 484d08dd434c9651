import {
  check,
  checkNames,
  fail,
  isDuration,
  isFunction,
  isOneOf,
  isOrigin,
  isPositive,
  isSecure,
  isToken,
  type Names,
} from '../option-checks.ts'
import type { ChallengeOptions, SessionOptions } from '../options.ts'
import { checkStore } from '../store/check-store.ts'
import { hasPrefix } from './cookie-header.ts'

const sessionNames: Names<SessionOptions> = {
  secrets: true,
  cookieName: true,
  sameSite: true,
  secure: true,
  maxAge: true,
  deviceMaxAge: true,
  store: true,
  lock: true,
  storeTimeout: true,
  trustedOrigins: true,
}
/** In seconds. A session is locked for several times that. */
const longestStoreTimeout = 60
const challengeNames: Names<ChallengeOptions> = { secrets: true, maxAge: true }

/** @throws ConfigurationError that names the option. */
export const checkSession = (session: SessionOptions | undefined): void => {
  if (session === undefined) return
  checkNames({ given: session, known: sessionNames, path: 'session' })
  checkSecrets(session.secrets, 'session.secrets')
  checkSessionStore(session)
  check(
    session.maxAge,
    isDuration,
    'session.maxAge',
    'should be a whole number of seconds above 0.',
  )
  check(
    session.deviceMaxAge,
    isDuration,
    'session.deviceMaxAge',
    'should be a whole number of seconds above 0.',
  )
  check(
    session.sameSite,
    isOneOf('lax', 'strict'),
    'session.sameSite',
    "should be 'lax' or 'strict'.",
  )
  check(session.secure, isSecure, 'session.secure', "should be 'auto', true or false.")
  checkOrigins(session.trustedOrigins)
  check(
    session.cookieName,
    isToken,
    'session.cookieName',
    'should be a cookie name: letters, digits and hyphens, underscores or dots.',
  )
  if (session.secure === true || !hasPrefix(session.cookieName ?? '')) return
  fail(
    'session.cookieName',
    'has a prefix that browsers take from secure cookies only. Set session.secure to true, or leave the prefix out: __Host- is put in front wherever cookies are secure.',
  )
}

/** @throws ConfigurationError that names the option. */
export const checkChallenge = (challenge: ChallengeOptions | undefined): void => {
  if (challenge === undefined) return
  checkNames({ given: challenge, known: challengeNames, path: 'challenge' })
  if (challenge.secrets !== undefined) checkSecrets(challenge.secrets, 'challenge.secrets')
  check(
    challenge.maxAge,
    isDuration,
    'challenge.maxAge',
    'should be a whole number of seconds above 0.',
  )
}

/** To the letter, as browsers write them. */
const checkOrigins = (origins: readonly string[] | undefined): void => {
  const path = 'session.trustedOrigins'
  if (origins === undefined) return
  if (!Array.isArray(origins)) fail(path, 'should be a list of origins.')
  for (const [index, origin] of origins.entries()) {
    if (!isOrigin(origin)) {
      fail(
        `${path}[${index}]`,
        "should be one origin, such as 'https://app.example.com', without a path.",
      )
    }
    if (origins.indexOf(origin) !== index) fail(`${path}[${index}]`, 'is there twice.')
  }
}

const checkSessionStore = ({ store, lock, storeTimeout }: SessionOptions): void => {
  checkStore(store, 'session.store')
  check(lock, isFunction, 'session.lock', 'should be a function that takes a lock.')
  if (lock !== undefined && store === undefined) {
    fail('session.lock', 'is of no use without session.store.')
  }
  check(
    storeTimeout,
    (seconds) => isPositive(seconds) && Number(seconds) <= longestStoreTimeout,
    'session.storeTimeout',
    `should be a number of seconds above 0 and at most ${longestStoreTimeout}.`,
  )
}

/** A secret is never shown, not even a wrong one. */
const checkSecrets = (secrets: unknown, path: string): void => {
  if (!Array.isArray(secrets) || secrets.length === 0) {
    fail(path, 'should be a list of at least one secret, the newest first.')
  }
  for (const [index, secret] of secrets.entries()) {
    if (typeof secret !== 'string' || Buffer.byteLength(secret) < 32) {
      fail(
        `${path}[${index}]`,
        'is shorter than 32 bytes. `openssl rand -base64 32` makes a good one.',
      )
    }
    if (secrets.indexOf(secret) !== index) fail(`${path}[${index}]`, 'is there twice.')
  }
}
