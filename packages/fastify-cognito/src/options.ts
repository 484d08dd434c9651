import type { CognitoOptions } from '@x/cognito-core'
import type { FastifyRequest } from 'fastify'
import type { CognitoUser, TokenUser } from './auth/cognito-user.ts'
import type { TellRequestContext } from './call-for.ts'
import type { HeadersOptions } from './delivery/headers-options.ts'
import type { DefaultGuard } from './guards/default-guard.ts'
import type { CognitoHooks } from './hooks/cognito-hooks.ts'
import type { ResolveUser } from './hooks/resolve-user.ts'
import type { ChoosePool } from './pools/create-pools.ts'
import type { PoolOptions } from './pools/pool-options.ts'
import type { RateLimits } from './rate-limits/presets.ts'
import type { SessionLock, SessionStore } from './store/session-store.ts'

/** Besides these, the options of `createCognito`: `userPoolId`, `clientId`, `clientSecret` and so on. */
export interface FastifyCognitoOptions extends CognitoOptions, UserOptions {
  /** Keep the tokens in a sealed, http-only cookie. Leave out for an API that takes bearer tokens only. */
  session?: SessionOptions
  /** The challenge under way during a sign-in. */
  challenge?: ChallengeOptions
  /** @default `{ prefix: '/auth' }` */
  routes?: false | (CognitoRoutesOptions & { prefix?: string })
  /**
   * How tokens reach the client. A function is asked once for each request, before its body is read.
   *
   * @default 'cookie' where `session` is set, else 'body'
   */
  deliver?: Delivery | ((request: FastifyRequest) => Delivery)
  /** Where tokens travel with `deliver: 'headers'`. */
  headers?: HeadersOptions
  /** `false` leaves `request.user` to another plugin; `request.auth` is always ours. @default true */
  decorateUser?: boolean
  /**
   * `'safe'`: nobody who has not signed in is told whether a user exists. `'verbose'` passes on what
   * Cognito says. @default 'safe'
   */
  enumeration?: 'safe' | 'verbose'
  /** Other user pools whose tokens a guard may ask for by name: `requireAuth({ pool: 'staff' })`. */
  pools?: Readonly<Record<string, PoolOptions>>
  /** Which pool the tokens of a request are to be of, where a guard names none. @default the plugin's own */
  pool?: ChoosePool
  /** How many pools are kept that `pool` gave without a name. @default 100 */
  maxPools?: number
  /** What is asked of whoever calls a route that says nothing itself. @default false: nothing */
  defaultGuard?: DefaultGuard
  /** `'report'`: the log says at start-up which routes have no guard. @default 'report' */
  unguarded?: 'report' | 'ignore'
  /** How the pool really delivers, for answers that may not say what Cognito did. */
  codeDelivery?: CodeDeliveryOptions
  signUp?: SignUpOptions
  mfa?: MfaOptions
  /** Ask for a recent sign-in where users change how they sign in. @default not asked */
  stepUp?: StepUpOptions
  /** What the pool's triggers and threat protection are told of a request, besides its address. */
  requestContext?: TellRequestContext
  /** What else is to happen when somebody signs up, in or out, is refreshed or deleted. */
  hooks?: CognitoHooks
  /**
   * How often the routes may be asked, with @fastify/rate-limit registered before. `max` is for one user
   * name from one address; for all names from one address, and one name from all, it is ten times as
   * much. `false` where something in front of this service limits rates.
   */
  rateLimit?: false | Partial<RateLimits>
  /**
   * Whether an access token is let in that has not expired, but whose sign-in is over: `'sign-out'` knows who
   * has signed out here, `'always'` asks Cognito for each request. @default 'never'
   */
  checkRevoked?: 'never' | 'sign-out' | 'always'
  /** Where it is remembered who has signed out. @default `session.store`, else the memory of this process */
  revocationStore?: SessionStore
}

/** Where an app has added to `CognitoUser`, only it knows where that comes from. */
type UserOptions = TokenUser extends CognitoUser
  ? {
      /** Makes `request.user`, once for each request that a guard lets in. @default `userOf` */
      resolveUser?: ResolveUser
    }
  : { resolveUser: ResolveUser }

export type Delivery = 'cookie' | 'body' | 'headers'

export interface SessionOptions {
  /** At least 32 bytes each. The first seals, all of them open: put a new one in front to rotate. */
  secrets: readonly [string, ...string[]]
  /**
   * `__Host-` is put in front where cookies are secure, unless it has a prefix already. With `__Secure-` other
   * hosts of the domain can set cookies of this name.
   *
   * @default 'cognito'
   */
  cookieName?: string
  /** @default 'lax' */
  sameSite?: 'strict' | 'lax'
  /**
   * `'auto'` is secure for requests over https; behind a proxy that needs Fastify's `trustProxy`.
   * With `true`, only https origins are one's own. @default 'auto'
   */
  secure?: boolean | 'auto'
  /**
   * Origins of the same site whose pages may act in a user's name here as well, such as
   * `https://app.example.com`. @default none but the service's own
   */
  trustedOrigins?: readonly string[]
  /**
   * Where sessions are kept for all processes, such as a Keyv on Redis or Valkey; the cookie then holds an
   * opaque id. @default in the cookie itself
   */
  store?: SessionStore
  /** Has one process at a time refresh a session. @default that of the store where it is on Redis or Valkey */
  lock?: SessionLock
  /** How long the store may take for an answer, in seconds, at most 60. @default 2 */
  storeTimeout?: number
  /** In seconds, from signing in; keep it at or under the refresh token's validity. @default 30 days */
  maxAge?: number
  /** How long a device is kept that is not signed in on, in seconds. Browsers keep nothing for longer than 400 days. @default 365 days */
  deviceMaxAge?: number
}

export interface ChallengeOptions {
  /** As `session.secrets`. @default those, else one made up, and then only this process can go on with a sign-in */
  secrets?: readonly [string, ...string[]]
  /** In seconds; Cognito's own limit is the app client's AuthSessionValidity. @default 180 */
  maxAge?: number
}

export interface CodeDeliveryOptions {
  /**
   * Where an e-mail address and a phone number are given: which of them gets the code. `'none'`: new
   * users are confirmed at once, by a trigger. @default 'email'
   */
  signUp?: 'email' | 'sms' | 'none'
  /** By which way a forgotten password is recovered. @default as the name looks that was typed, else 'email' */
  password?: 'email' | 'sms'
}

export interface SignUpOptions {
  /** `false`: nobody signs up here, but whoever did may still confirm it. @default true */
  open?: boolean
}

export interface MfaOptions {
  /** What authenticator apps show beside the user's name. @default the host name of the request, else 'Account' */
  issuer?: string
}

export interface StepUpOptions {
  /**
   * In seconds since the user last proved who they are. After that second factors, passkeys, the password
   * and addresses that a code may go to cannot be changed, nor the account be deleted, before
   * `POST /reauthenticate`: 401 `TOKEN_TOO_OLD`.
   */
  maxAge: number
}

export type RouteFeature =
  | 'sign-in'
  | 'sign-up'
  | 'password'
  | 'password-policy'
  | 'profile'
  | 'mfa'
  | 'passkeys'
  | 'devices'
  | 'sessions'

export interface CognitoRoutesOptions {
  /**
   * @default all but 'password-policy', which takes AWS credentials, and 'sessions', for which the pool
   * has to keep track of sessions
   */
  features?: readonly RouteFeature[]
}
