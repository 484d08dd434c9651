import { randomBytes } from 'node:crypto'
import { checkPoolOptions, knownFlows } from './check-options.ts'
import { refuse } from './option-checks.ts'
import type {
  Alias,
  ClientFlow,
  MfaMethod,
  TestClientOptions,
  TestPasswordPolicy,
  TestUserPoolOptions,
} from './options.ts'

export interface AppClient {
  id: string
  secret?: string
  flows: readonly ClientFlow[]
  rotation?: { graceSeconds: number }
  preventUserExistenceErrors: boolean
  /** Seconds. */
  lifetimes: { access: number; id: number; refresh: number; challenge: number }
}

/** The options with every default filled in. */
export interface PoolSettings {
  userPoolId: string
  region: string
  /** The pool id after the underscore: what SRP calls the pool. */
  poolName: string
  issuer: string
  /** Non-empty where user names are UUIDs and these attributes are the way in. */
  usernameAttributes: readonly ('email' | 'phone_number')[]
  aliases: readonly Alias[]
  clients: readonly [AppClient, ...AppClient[]]
  mfa: 'off' | 'optional' | 'required'
  mfaMethods: readonly MfaMethod[]
  passwordPolicy: Required<TestPasswordPolicy>
  requiredAttributes: readonly string[]
  /** With `custom:` in front. */
  customAttributes: readonly string[]
}

const day = 24 * 3600

const usualPolicy: Required<TestPasswordPolicy> = {
  minimumLength: 8,
  requireLowercase: true,
  requireUppercase: true,
  requireNumbers: true,
  requireSymbols: true,
  temporaryPasswordDays: 7,
}

/** What was left out, or set to undefined, comes from the defaults. */
const withDefaults = <T extends object>(defaults: T, given: Partial<T> = {}): T => ({
  ...defaults,
  ...Object.fromEntries(Object.entries(given).filter(([, value]) => value !== undefined)),
})

const clientFrom = (options: TestClientOptions, index: number): AppClient => {
  const { rotation, flows } = options
  if (rotation && flows?.includes('ALLOW_REFRESH_TOKEN_AUTH')) {
    refuse(
      `clients[${index}].flows`,
      'must leave ALLOW_REFRESH_TOKEN_AUTH out where rotation is on',
    )
  }
  const secret = options.secret === true ? randomBytes(25).toString('hex') : options.secret
  return {
    id: options.id ?? randomBytes(13).toString('hex'),
    ...(secret !== undefined && { secret }),
    flows: flows ?? knownFlows.filter((flow) => !rotation || flow !== 'ALLOW_REFRESH_TOKEN_AUTH'),
    ...(rotation && { rotation }),
    preventUserExistenceErrors: options.preventUserExistenceErrors ?? true,
    lifetimes: withDefaults(
      { access: 3600, id: 3600, refresh: 30 * day, challenge: 180 },
      options.lifetimes,
    ),
  }
}

/** @throws {TypeError} naming the option that cannot work */
export const readSettings = (options: TestUserPoolOptions): PoolSettings => {
  checkPoolOptions('options', options)
  const { userPoolId = 'us-east-1_TestPool1', signInWith = ['username'] } = options
  if (signInWith.length === 0) refuse('signInWith', 'must not be empty')
  if (userPoolId.startsWith('cn-')) {
    refuse(
      'userPoolId',
      'is in a region of China, where issuers end in amazonaws.com.cn: not supported',
    )
  }
  if (options.mfa === 'required' && options.mfaMethods?.length === 0) {
    refuse('mfaMethods', "must not be empty where mfa is 'required'")
  }
  const [region = '', poolName = ''] = userPoolId.split('_')
  const attributesToSignInWith = signInWith.filter((name) => name !== 'username')
  const hasUsernames = signInWith.includes('username')
  if (!hasUsernames && options.aliases?.length) {
    refuse('aliases', "needs 'username' in signInWith: Cognito allows one or the other")
  }
  const [first, ...others] = options.clients ?? [{}]
  if (!first) return refuse('clients', 'must not be empty')
  const clients = [
    clientFrom(first, 0),
    ...others.map((entry, index) => clientFrom(entry, index + 1)),
  ] as const
  if (new Set(clients.map((client) => client.id)).size < clients.length) {
    refuse('clients', 'must not repeat an id')
  }
  return {
    userPoolId,
    region,
    poolName,
    issuer: `https://cognito-idp.${region}.amazonaws.com/${userPoolId}`,
    usernameAttributes: hasUsernames ? [] : attributesToSignInWith,
    aliases: hasUsernames
      ? [...new Set([...attributesToSignInWith, ...(options.aliases ?? [])])]
      : [],
    clients,
    mfa: options.mfa ?? 'optional',
    mfaMethods: options.mfaMethods ?? ['totp', 'sms', 'email'],
    passwordPolicy: withDefaults(usualPolicy, options.passwordPolicy),
    requiredAttributes: options.requiredAttributes ?? [],
    customAttributes: (options.customAttributes ?? []).map(({ name }) => `custom:${name}`),
  }
}
