import type { CognitoHooks } from './hooks/cognito-hooks.ts'
import {
  check,
  checkNames,
  fail,
  isBoolean,
  isDuration,
  isFunction,
  isOneOf,
  isPrefix,
  isSecure,
  isToken,
  under,
} from './option-checks.ts'
import type {
  ChallengeOptions,
  CodeDeliveryOptions,
  CognitoRoutesOptions,
  FastifyCognitoOptions,
  RouteFeature,
  SessionOptions,
  SignUpOptions,
} from './options.ts'
import { hasPrefix } from './session/cookie-header.ts'

type Names<T> = Readonly<Record<keyof T, true>>

const optionNames: Names<FastifyCognitoOptions> = {
  userPoolId: true,
  clientId: true,
  clientSecret: true,
  jwks: true,
  client: true,
  endpoint: true,
  customAttributes: true,
  groups: true,
  session: true,
  challenge: true,
  routes: true,
  deliver: true,
  decorateUser: true,
  enumeration: true,
  codeDelivery: true,
  signUp: true,
  hooks: true,
  resolveUser: true,
}
const sessionNames: Names<SessionOptions> = {
  secrets: true,
  cookieName: true,
  sameSite: true,
  secure: true,
  maxAge: true,
}
const challengeNames: Names<ChallengeOptions> = { secrets: true, maxAge: true }
const codeDeliveryNames: Names<CodeDeliveryOptions> = { signUp: true, password: true }
const signUpNames: Names<SignUpOptions> = { open: true }
const hookNames: Names<CognitoHooks> = {
  onSignUp: true,
  onSignIn: true,
  onRefresh: true,
  onSignOut: true,
  onDeleteAccount: true,
}
const routesNames: Names<CognitoRoutesOptions & { prefix: string }> = {
  features: true,
  prefix: true,
}
const featureNames: Readonly<Record<RouteFeature, true>> = {
  'sign-in': true,
  'sign-up': true,
  password: true,
  'password-policy': true,
  profile: true,
}

/**
 * What is ours among the options; core checks the rest.
 *
 * @throws ConfigurationError that names the option.
 */
export const checkOptions = (options: FastifyCognitoOptions): void => {
  checkNames({ given: options, known: optionNames, path: '' })
  checkSession(options.session)
  checkChallenge(options.challenge)
  checkDeliver(options)
  check(options.decorateUser, isBoolean, 'decorateUser', 'should be true or false.')
  check(
    options.enumeration,
    isOneOf('safe', 'verbose'),
    'enumeration',
    "should be 'safe' or 'verbose'.",
  )
  checkCodeDelivery(options.codeDelivery)
  checkSignUp(options.signUp)
  checkHooks(options.hooks)
  check(options.resolveUser, isFunction, 'resolveUser', 'should be a function.')
  if (options.routes !== undefined && options.routes !== false)
    checkRoutes(options.routes, 'routes')
}

/** @throws ConfigurationError that names the option. */
export const checkRoutes = (
  routes: CognitoRoutesOptions & { prefix?: string },
  path = '',
): void => {
  checkNames({ given: routes, known: routesNames, path })
  check(
    routes.prefix,
    isPrefix,
    under(path, 'prefix'),
    "should start with a slash, such as '/auth'.",
  )
  const { features } = routes
  if (features === undefined) return
  check(features, Array.isArray, under(path, 'features'), 'should be a list of features.')
  for (const [index, feature] of features.entries()) {
    if (features.indexOf(feature) !== index) {
      fail(`${under(path, 'features')}[${index}]`, 'is there twice.')
    }
    if (Object.hasOwn(featureNames, feature)) continue
    fail(
      `${under(path, 'features')}[${index}]`,
      `${JSON.stringify(feature)} is no feature. Features are ${Object.keys(featureNames).join(', ')}.`,
    )
  }
}

const checkSession = (session: SessionOptions | undefined): void => {
  if (session === undefined) return
  checkNames({ given: session, known: sessionNames, path: 'session' })
  checkSecrets(session.secrets, 'session.secrets')
  check(
    session.maxAge,
    isDuration,
    'session.maxAge',
    'should be a whole number of seconds above 0.',
  )
  check(
    session.sameSite,
    isOneOf('lax', 'strict'),
    'session.sameSite',
    "should be 'lax' or 'strict'.",
  )
  check(session.secure, isSecure, 'session.secure', "should be 'auto', true or false.")
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

const checkChallenge = (challenge: ChallengeOptions | undefined): void => {
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

const checkCodeDelivery = (codeDelivery: CodeDeliveryOptions | undefined): void => {
  if (codeDelivery === undefined) return
  checkNames({ given: codeDelivery, known: codeDeliveryNames, path: 'codeDelivery' })
  check(
    codeDelivery.signUp,
    isOneOf('email', 'sms', 'none'),
    'codeDelivery.signUp',
    "should be 'email', 'sms' or 'none'.",
  )
  check(
    codeDelivery.password,
    isOneOf('email', 'sms'),
    'codeDelivery.password',
    "should be 'email' or 'sms'.",
  )
}

const checkSignUp = (signUp: SignUpOptions | undefined): void => {
  if (signUp === undefined) return
  checkNames({ given: signUp, known: signUpNames, path: 'signUp' })
  check(signUp.open, isBoolean, 'signUp.open', 'should be true or false.')
}

const checkHooks = (hooks: CognitoHooks | undefined): void => {
  if (hooks === undefined) return
  checkNames({ given: hooks, known: hookNames, path: 'hooks' })
  for (const [name, hook] of Object.entries(hooks)) {
    check(hook, isFunction, under('hooks', name), 'should be a function.')
  }
}

const checkDeliver = ({ deliver, session }: FastifyCognitoOptions): void => {
  if (deliver === undefined || deliver === 'body') return
  if (deliver !== 'cookie' && typeof deliver !== 'function') {
    fail(
      'deliver',
      "should be 'cookie', 'body' or a function of the request that gives one of them.",
    )
  }
  if (session === undefined) {
    fail('deliver', 'may give cookies, and these need session: { secrets: […] } as well.')
  }
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
