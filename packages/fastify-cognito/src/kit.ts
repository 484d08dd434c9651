import { randomBytes } from 'node:crypto'
import { type Cognito, createCognito } from '@x/cognito-core'
import type { FastifyInstance, FastifyRequest } from 'fastify'
import { type Authenticate, createAuthenticate } from './auth/authenticate.ts'
import type { Delivery, FastifyCognitoOptions, SessionOptions } from './options.ts'
import type { CookieHeader } from './session/cookie-header.ts'
import { createPendingChallenges, type PendingChallenges } from './session/pending-challenges.ts'
import { createRenewal, type Renewal } from './session/renewal.ts'
import { createSeal } from './session/seal.ts'
import {
  createSealedCookie,
  type SealedCookie,
  type SealedCookieOptions,
} from './session/sealed-cookie.ts'
import { createSessions, type Sessions } from './session/sessions.ts'

/** What the guards and routes of one `cognitoPlugin` are given. */
export interface Kit {
  cognito: Cognito
  authenticate: Authenticate
  renewal: Renewal
  pending: PendingChallenges
  /** Only where tokens may travel in cookies. */
  sessions?: Sessions
  deliveryFor(request: FastifyRequest): Delivery
}

const month = 30 * 24 * 60 * 60

/** @throws ConfigurationError */
export const createKit = (options: FastifyCognitoOptions, header: CookieHeader): Kit => {
  const { session, challenge, routes, deliver, decorateUser, ...rest } = options
  const cognito = createCognito(coreOptions(rest))
  const renewal = createRenewal(cognito)
  const sessions =
    session &&
    createSessions({
      cookie: cookieOf(session, {
        header,
        purpose: 'session',
        suffix: '',
        secrets: session.secrets,
      }),
      maxAge: session.maxAge ?? month,
      renewal,
    })
  const challengeSecrets = challenge?.secrets ??
    session?.secrets ?? [randomBytes(32).toString('hex')]
  return {
    cognito,
    authenticate: createAuthenticate({ cognito, sessions }),
    renewal,
    pending: createPendingChallenges({
      seal: createSeal({ secrets: challengeSecrets, purpose: 'challenge' }),
      cookie:
        session &&
        cookieOf(session, {
          header,
          purpose: 'challenge',
          suffix: '-challenge',
          secrets: challengeSecrets,
        }),
      maxAge: challenge?.maxAge ?? 180,
    }),
    ...(sessions && { sessions }),
    deliveryFor: (request) => deliveryOf(deliver ?? (session ? 'cookie' : 'body'), request),
  }
}

/** Fastify adds `logLevel` and `logSerializers` of its own to what a plugin is given. */
const coreOptions = (rest: FastifyCognitoOptions): FastifyCognitoOptions => {
  const { logLevel, logSerializers, ...core } = rest as FastifyCognitoOptions &
    Record<'logLevel' | 'logSerializers', unknown>
  return core
}

const cookieOf = (
  { cookieName, secure = 'auto', sameSite = 'lax' }: SessionOptions,
  {
    suffix,
    ...sealing
  }: Pick<SealedCookieOptions, 'header' | 'purpose' | 'secrets'> & { suffix: string },
): SealedCookie =>
  createSealedCookie({
    ...sealing,
    secure,
    sameSite,
    name: (isSecure) => `${cookieName ?? (isSecure ? '__Host-cognito' : 'cognito')}${suffix}`,
  })

const deliveryOf = (
  deliver: NonNullable<FastifyCognitoOptions['deliver']>,
  request: FastifyRequest,
): Delivery => {
  const delivery = typeof deliver === 'function' ? deliver(request) : deliver
  if (delivery === 'cookie' || delivery === 'body') return delivery
  throw new TypeError("deliver: the function should give 'cookie' or 'body'.")
}

const kits = new WeakMap<Cognito, Kit>()

export const keepKit = (kit: Kit): Kit => {
  kits.set(kit.cognito, kit)
  return kit
}

/** The kit of the `cognitoPlugin` around this instance. */
export const kitOf = (fastify: FastifyInstance): Kit => {
  const kit = kits.get(fastify.cognito)
  if (!kit) throw new Error('fastify.cognito is not the one that cognitoPlugin made.')
  return kit
}
