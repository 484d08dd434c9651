import { randomBytes } from 'node:crypto'
import { isStandardAttribute } from './attributes.ts'
import {
  type Check,
  isAnyOf,
  isBoolean,
  isInteger,
  isListOf,
  isObjectOf,
  isOneOf,
  isRecordOf,
  isSetOf,
  isString,
  matches,
  refuse,
} from './option-checks.ts'
import type {
  Alias,
  ClientFlow,
  MfaMethod,
  TestClientOptions,
  TestPasswordPolicy,
  TestUserOptions,
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

const year = 365 * 24 * 3600
const day = 24 * 3600
const allFlows = [
  'ALLOW_USER_SRP_AUTH',
  'ALLOW_USER_PASSWORD_AUTH',
  'ALLOW_REFRESH_TOKEN_AUTH',
] as const satisfies readonly ClientFlow[]

const isTotpSecret = isObjectOf(
  { totp: matches(/^[A-Z2-7]{16,}$/, 'a base32 secret of at least 16 characters') },
  ['totp'],
)
const isFactor: Check = (path, value) =>
  typeof value === 'object'
    ? isTotpSecret(path, value)
    : isOneOf('totp', 'sms', 'email')(path, value)

const isClient = isObjectOf({
  id: matches(/^[\w+]{1,128}$/, '1 to 128 letters, digits, _ or +'),
  secret: isAnyOf(
    '24 to 64 letters, digits, _ or +, or true',
    isOneOf(true),
    matches(/^[\w+]{24,64}$/, ''),
  ),
  flows: isSetOf(isOneOf(...allFlows)),
  rotation: isObjectOf({ graceSeconds: isInteger({ from: 0, to: 60 }) }, ['graceSeconds']),
  preventUserExistenceErrors: isBoolean,
  lifetimes: isObjectOf({
    access: isInteger({ from: 300, to: day }),
    id: isInteger({ from: 300, to: day }),
    refresh: isInteger({ from: 3600, to: 10 * year }),
    challenge: isInteger({ from: 180, to: 900 }),
  }),
})

export const isUser: Check = isObjectOf(
  {
    username: isString,
    password: isString,
    attributes: isRecordOf((path, value) => {
      if (typeof value !== 'string') refuse(path, 'must be a string: Cognito keeps no other type')
    }),
    groups: isSetOf(isString),
    status: isOneOf('CONFIRMED', 'UNCONFIRMED', 'FORCE_CHANGE_PASSWORD', 'RESET_REQUIRED'),
    enabled: isBoolean,
    mfa: (path, value) => (Array.isArray(value) ? isListOf(isFactor) : isFactor)(path, value),
  } satisfies Record<keyof TestUserOptions, Check>,
  ['username'],
)

const isPool = isObjectOf({
  userPoolId: matches(/^[a-z]{2}(?:-[a-z]+)+-\d_[0-9a-zA-Z]{1,40}$/, 'eu-west-1_AbCdEf123'),
  signInWith: isSetOf(isOneOf('username', 'email', 'phone_number')),
  aliases: isSetOf(isOneOf('email', 'phone_number', 'preferred_username')),
  clients: isListOf(isClient),
  users: isListOf(isUser),
  mfa: isOneOf('off', 'optional', 'required'),
  mfaMethods: isSetOf(isOneOf('totp', 'sms', 'email')),
  passwordPolicy: isObjectOf({
    minimumLength: isInteger({ from: 6, to: 99 }),
    requireLowercase: isBoolean,
    requireUppercase: isBoolean,
    requireNumbers: isBoolean,
    requireSymbols: isBoolean,
    temporaryPasswordDays: isInteger({ from: 1, to: 365 }),
  } satisfies Record<keyof TestPasswordPolicy, Check>),
  requiredAttributes: isSetOf((path, value) => {
    if (!isStandardAttribute(String(value))) refuse(path, 'must be a standard attribute')
  }),
  customAttributes: isListOf(
    isObjectOf({ name: matches(/^[\p{L}\p{M}\p{S}\p{N}\p{P}]{1,20}$/u, 'up to 20 letters') }, [
      'name',
    ]),
  ),
} satisfies Record<keyof TestUserPoolOptions, Check>)

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
    flows: flows ?? allFlows.filter((flow) => !rotation || flow !== 'ALLOW_REFRESH_TOKEN_AUTH'),
    ...(rotation && { rotation }),
    preventUserExistenceErrors: options.preventUserExistenceErrors ?? true,
    lifetimes: { access: 3600, id: 3600, refresh: 30 * day, challenge: 180, ...options.lifetimes },
  }
}

/** @throws {TypeError} naming the option that cannot work */
export const readSettings = (options: TestUserPoolOptions): PoolSettings => {
  isPool('options', options)
  const { userPoolId = 'us-east-1_TestPool1', signInWith = ['username'] } = options
  if (signInWith.length === 0) refuse('signInWith', 'must not be empty')
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
    passwordPolicy: {
      minimumLength: 8,
      requireLowercase: true,
      requireUppercase: true,
      requireNumbers: true,
      requireSymbols: true,
      temporaryPasswordDays: 7,
      ...options.passwordPolicy,
    },
    requiredAttributes: options.requiredAttributes ?? [],
    customAttributes: (options.customAttributes ?? []).map(({ name }) => `custom:${name}`),
  }
}
