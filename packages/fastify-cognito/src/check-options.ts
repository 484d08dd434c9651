import { checkRoutes } from './check-routes.ts'
import { checkHeaders } from './delivery/check-headers.ts'
import { checkDefaultGuard } from './guards/default-guard.ts'
import { checkHooks } from './hooks/check-hooks.ts'
import {
  check,
  checkNames,
  fail,
  isBoolean,
  isDuration,
  isFunction,
  isOneOf,
  type Names,
} from './option-checks.ts'
import type {
  CodeDeliveryOptions,
  FastifyCognitoOptions,
  MfaOptions,
  SignUpOptions,
  StepUpOptions,
} from './options.ts'
import { checkPools } from './pools/check-pools.ts'
import { checkRateLimits } from './rate-limits/check-rate-limits.ts'
import { checkChallenge, checkSession } from './session/check-session.ts'
import { checkStore } from './store/check-store.ts'

const optionNames: Names<FastifyCognitoOptions> = {
  userPoolId: true,
  clientId: true,
  clientSecret: true,
  trustedClientIds: true,
  jwks: true,
  client: true,
  endpoint: true,
  customAttributes: true,
  groups: true,
  tokenCache: true,
  srp: true,
  onWarning: true,
  session: true,
  challenge: true,
  routes: true,
  deliver: true,
  headers: true,
  decorateUser: true,
  enumeration: true,
  codeDelivery: true,
  signUp: true,
  mfa: true,
  stepUp: true,
  requestContext: true,
  pools: true,
  pool: true,
  maxPools: true,
  defaultGuard: true,
  unguarded: true,
  hooks: true,
  resolveUser: true,
  rateLimit: true,
  checkRevoked: true,
  revocationStore: true,
}
const meant: ReadonlyMap<string, string> = new Map([
  ['prefix', "routes: { prefix: '/auth' }"],
  ['features', "routes: { features: ['sign-in'] }"],
  ['cookie', 'session: { secrets: […] }'],
  [
    'secret',
    'session: { secrets: […] } to seal cookies, or clientSecret for that of the app client',
  ],
])
const codeDeliveryNames: Names<CodeDeliveryOptions> = { signUp: true, password: true }
const signUpNames: Names<SignUpOptions> = { open: true }
const mfaNames: Names<MfaOptions> = { issuer: true }
const stepUpNames: Names<StepUpOptions> = { maxAge: true }
/**
 * What is ours among the options; core checks the rest.
 *
 * @throws ConfigurationError that names the option.
 */
export const checkOptions = (options: FastifyCognitoOptions): void => {
  checkNames({ given: options, known: optionNames, path: '', meant })
  checkSession(options.session)
  checkChallenge(options.challenge)
  checkDeliver(options)
  checkHeaders(options.headers, options.deliver)
  check(options.decorateUser, isBoolean, 'decorateUser', 'should be true or false.')
  check(
    options.enumeration,
    isOneOf('safe', 'verbose'),
    'enumeration',
    "should be 'safe' or 'verbose'.",
  )
  checkPools(options)
  checkDefaultGuard(options.defaultGuard)
  check(
    options.unguarded,
    isOneOf('report', 'ignore'),
    'unguarded',
    "should be 'report' or 'ignore'.",
  )
  checkCodeDelivery(options.codeDelivery)
  checkSignUp(options.signUp)
  checkMfa(options.mfa)
  checkStepUp(options.stepUp)
  check(options.requestContext, isFunction, 'requestContext', 'should be a function.')
  checkHooks(options.hooks)
  checkRateLimits(options.rateLimit)
  checkRevocation(options)
  check(options.resolveUser, isFunction, 'resolveUser', 'should be a function.')
  if (options.routes !== undefined && options.routes !== false)
    checkRoutes(options.routes, 'routes')
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

const checkMfa = (mfa: MfaOptions | undefined): void => {
  if (mfa === undefined) return
  checkNames({ given: mfa, known: mfaNames, path: 'mfa' })
  check(mfa.issuer, isIssuer, 'mfa.issuer', 'should be 1 to 64 characters without a colon.')
}

/** A colon stands between it and the user's name in the URI. */
const isIssuer = (value: unknown): boolean =>
  typeof value === 'string' && /^[^:\p{Cc}\p{Cs}]{1,64}$/u.test(value) && value.trim() !== ''

/** Without a `maxAge` nothing would be asked, so that is wrong as well. */
const checkStepUp = (stepUp: StepUpOptions | undefined): void => {
  if (stepUp === undefined) return
  checkNames({ given: stepUp, known: stepUpNames, path: 'stepUp' })
  if (isDuration(stepUp.maxAge)) return
  fail('stepUp.maxAge', 'should be a whole number of seconds above 0.')
}

const checkRevocation = ({ checkRevoked, revocationStore }: FastifyCognitoOptions): void => {
  check(
    checkRevoked,
    isOneOf('never', 'sign-out', 'always'),
    'checkRevoked',
    "should be 'never', 'sign-out' or 'always'.",
  )
  checkStore(revocationStore, 'revocationStore')
  if (revocationStore !== undefined && checkRevoked !== 'sign-out') {
    fail('revocationStore', "is of no use without checkRevoked: 'sign-out'.")
  }
}

const checkDeliver = ({ deliver, session }: FastifyCognitoOptions): void => {
  if (deliver === undefined || deliver === 'body' || deliver === 'headers') return
  if (deliver !== 'cookie' && typeof deliver !== 'function') {
    fail(
      'deliver',
      "should be 'cookie', 'body', 'headers' or a function of the request that gives one of them.",
    )
  }
  if (session === undefined) {
    fail('deliver', 'may give cookies, and these need session: { secrets: […] } as well.')
  }
}
