import { randomBytes } from 'node:crypto'
import {
  type AccessTokenClaims,
  type Cognito,
  type CognitoOptions,
  createCognito,
} from '@x/cognito-core'
import { type CognitoAdmin, createCognitoAdmin } from '@x/cognito-core/admin'
import type { FastifyBaseLogger, FastifyInstance, FastifyReply, FastifyRequest } from 'fastify'
import { type Authenticate, createAuthenticate } from './auth/authenticate.ts'
import { type CrossSiteCheck, createCrossSiteCheck } from './auth/cross-site.ts'
import { type CallFor, createCallFor } from './call-for.ts'
import { createWays, type Ways } from './delivery/create-ways.ts'
import { createEnumeration } from './enumeration/create-enumeration.ts'
import type { Enumeration } from './enumeration/enumeration.ts'
import { createGuardedRoutes, type GuardedRoutes } from './guards/guarded-routes.ts'
import { type CognitoHooks, createRunHook, type RunHook } from './hooks/cognito-hooks.ts'
import { createUserFor } from './hooks/resolve-user.ts'
import { createRunTokenHook, type RunTokenHook } from './hooks/run-token-hook.ts'
import type { FastifyCognitoOptions } from './options.ts'
import { type AskPasswordPolicy, createPasswordPolicy } from './password-policy.ts'
import { createPools, type Pools } from './pools/create-pools.ts'
import type { RateLimits } from './rate-limits/presets.ts'
import { createRevocation, type Revocation } from './revocation/create-revocation.ts'
import type { CookieHeader } from './session/cookie-header.ts'
import { createCookies, sessionCookieName } from './session/create-cookies.ts'
import { createKeeping } from './session/create-keeping.ts'
import { createSeals } from './session/create-seals.ts'
import { createDevices, type Devices } from './session/devices.ts'
import { createDiscard, type Discard } from './session/discard.ts'
import { createPendingChallenges, type PendingChallenges } from './session/pending-challenges.ts'
import { createPendingSignUps, type PendingSignUps } from './session/pending-sign-ups.ts'
import { createRenewal, type Renewal } from './session/renewal.ts'
import { createRevoke, type Revoke } from './session/revoke.ts'
import type { SealedCookie } from './session/sealed-cookie.ts'
import { createSessions, type Sessions } from './session/sessions.ts'
import { createTotpSetup, type TotpSetupFor } from './totp-setup.ts'

/** What the guards and routes of one `cognitoPlugin` are given. */
export interface Kit extends Ways {
  cognito: Cognito
  /** What goes along with every call of Cognito that is made for a request. */
  callFor: CallFor
  /** Whose tokens guards let in. */
  pools: Pools
  authenticate: Authenticate
  /** Those of the app, for the document of our routes. */
  guardedRoutes: GuardedRoutes
  hooks: CognitoHooks
  runHook: RunHook
  runTokenHook: RunTokenHook
  refuseCrossSite: CrossSiteCheck
  renewal: Renewal
  revoke: Revoke
  discard: Discard
  revocation: Revocation
  /** What is kept outside of this process. */
  stores: { sessions: boolean; revocations: boolean }
  /** Ends what is known here of all sign-ins of a user, after Cognito has. @throws a refusal `STORE_UNAVAILABLE` */
  endAll(user: Pick<AccessTokenClaims, 'sub'>): Promise<void>
  pending: PendingChallenges
  signUps: PendingSignUps
  /** What is kept of the devices that people sign in on. */
  devices: Devices
  isSignUpOpen: boolean
  /** Whether strangers are told who exists. */
  isVerbose: boolean
  enumeration: Enumeration
  passwordPolicy: AskPasswordPolicy
  /** With the AWS credentials of the service. */
  admin: CognitoAdmin
  /** What an authenticator app is told. */
  totpSetup: TotpSetupFor
  /** In seconds: how long after proving who they are users may change how they sign in. */
  stepUpMaxAge?: number
  customAttributes: NonNullable<FastifyCognitoOptions['customAttributes']>
  /** Only where tokens may travel in cookies. */
  sessions?: Sessions
  /** By its name where cookies are secure, unless they never are. */
  sessionCookie?: string
  /** The last word on what we hand out, as an answer goes. */
  settle(request: FastifyRequest, reply: FastifyReply): void
  /** Whether no other process can open a challenge of this one. */
  hasLoneKey: boolean
  /** How often the routes may be asked; `false` where that is not for us to say. */
  rateLimits: false | Partial<RateLimits>
  clientId: string
}

const day = 24 * 60 * 60
const year = 365 * day

/** @throws ConfigurationError */
export const createKit = (
  options: FastifyCognitoOptions,
  { header, log }: { header: CookieHeader; log: FastifyBaseLogger },
): Kit => {
  const {
    session,
    challenge,
    routes,
    deliver: _deliver,
    headers: _headers,
    decorateUser,
    enumeration,
    codeDelivery,
    signUp,
    mfa,
    stepUp,
    requestContext,
    hooks = {},
    resolveUser,
    pools: namedPools,
    pool: choosePool,
    maxPools = 100,
    defaultGuard: _defaultGuard,
    unguarded: _unguarded,
    checkRevoked: _checkRevoked,
    revocationStore: _revocationStore,
    rateLimit,
    ...rest
  } = options
  const cognito = createCognito(coreOptions(rest))
  const admin = createCognitoAdmin(adminOptions(options))
  const callFor = createCallFor(requestContext)
  const audience = `${options.userPoolId} ${options.clientId}`
  const challengeMaxAge = challenge?.maxAge ?? 180
  const challengeSecrets = challenge?.secrets ?? session?.secrets
  const pendingSecrets = challengeSecrets ?? ([randomBytes(32).toString('hex')] as const)
  const secrets = session?.secrets ?? pendingSecrets
  const seals = createSeals({ audience, secrets, pendingSecrets })
  const cookies = session && createCookies({ session, header, seals })
  const renewal = createRenewal(cognito)
  const revoke = createRevoke({ cognito, renewal })
  const discard = createDiscard(revoke)
  const runHook = createRunHook(hooks)
  const runTokenHook = createRunTokenHook(runHook)
  const revocation = createRevocation({ options, callFor, log })
  const sessions =
    cookies &&
    createSessions({
      keeping: createKeeping({
        session,
        cookie: cookies.session,
        seal: seals.session,
        renewal,
        discard,
        callFor,
        log,
      }),
      revocation,
      runTokenHook,
    })
  const pools = createPools({
    own: cognito,
    groups: options.groups,
    pools: namedPools,
    choose: choosePool,
    most: maxPools,
  })
  const ways = createWays({ options, renewal, runTokenHook, callFor })
  const refuseCrossSite = createCrossSiteCheck({
    isSecure: session?.secure === true,
    trustedOrigins: session?.trustedOrigins,
  })
  return {
    ...ways,
    cognito,
    callFor,
    pools,
    authenticate: createAuthenticate({
      pools,
      sessions,
      headerTokens: ways.headerTokens,
      refuseCrossSite,
      userFor: createUserFor(resolveUser),
      revocation,
    }),
    guardedRoutes: createGuardedRoutes(),
    hooks,
    runHook,
    runTokenHook,
    refuseCrossSite,
    renewal,
    revoke,
    discard,
    revocation,
    stores: {
      sessions: session?.store !== undefined,
      revocations: options.checkRevoked === 'sign-out',
    },
    endAll: async (user: AccessTokenClaims) => {
      renewal.endAll(user.sub)
      await revocation.denyUser(user)
    },
    pending: createPendingChallenges({
      seal: seals.challenge,
      cookie: cookies?.challenge,
      maxAge: challengeMaxAge,
    }),
    signUps: createPendingSignUps({
      seal: seals['sign-up'],
      cookie: cookies?.signUp,
      maxAge: challengeMaxAge,
    }),
    devices: createDevices({
      seal: seals.device,
      cookies: cookies?.devices,
      maxAge: session?.deviceMaxAge ?? year,
    }),
    isSignUpOpen: signUp?.open !== false,
    passwordPolicy: createPasswordPolicy(admin),
    admin,
    isVerbose: enumeration === 'verbose',
    enumeration: createEnumeration(cognito, { enumeration, codeDelivery }),
    customAttributes: options.customAttributes ?? {},
    totpSetup: createTotpSetup(mfa),
    ...(stepUp && { stepUpMaxAge: stepUp.maxAge }),
    ...(sessions && { sessions }),
    ...(session && { sessionCookie: sessionCookieName(session, session.secure !== false) }),
    settle: (request, reply) => {
      ways.settleHeaders(reply)
      sessions?.settle({ request, reply })
      // What is kept of a device is set by our routes alone, which are never cached.
      const { devices: _devices, ...ours } = cookies ?? {}
      const isAnswered = (cookie: SealedCookie) => cookie.isAnswered(request, reply)
      if (Object.values(ours).some(isAnswered)) reply.header('cache-control', 'no-store')
    },
    hasLoneKey: challengeSecrets === undefined,
    rateLimits: rateLimit ?? {},
    clientId: options.clientId,
  }
}

/** Fastify adds `logLevel` and `logSerializers` of its own to what a plugin is given. */
const coreOptions = (rest: CognitoOptions): CognitoOptions => {
  const { logLevel, logSerializers, ...core } = rest as CognitoOptions &
    Record<'logLevel' | 'logSerializers', unknown>
  return core
}

const adminOptions = ({ userPoolId, client, endpoint, customAttributes }: CognitoOptions) => ({
  userPoolId,
  ...(client && { client }),
  ...(endpoint && { endpoint }),
  ...(customAttributes && { customAttributes }),
})

const kits = new WeakMap<object, Kit>()

export const keepKit = (kit: Kit): Kit => {
  kits.set(kit.cognito, kit)
  return kit
}

export const hasKit = (fastify: FastifyInstance): boolean =>
  fastify.hasDecorator('cognito') && kits.has(fastify.cognito)

/** The kit of the `cognitoPlugin` around this instance. */
export const kitOf = (fastify: FastifyInstance): Kit => {
  const kit = kits.get(fastify.cognito)
  if (!kit) throw new Error('fastify.cognito is not the one that cognitoPlugin made.')
  return kit
}
