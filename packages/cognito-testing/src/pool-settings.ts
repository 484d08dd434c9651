import { createSchema, type Schema } from './attributes/schema.ts'
import { checkPoolOptions } from './check-options.ts'
import { refuse } from './option-checks.ts'
import type {
  AccountRecovery,
  Alias,
  ClientFlow,
  ContactAttribute,
  DeviceTracking,
  FirstFactor,
  MfaMethod,
  TestPasskeyOptions,
  TestPasswordPolicy,
  TestUserPoolOptions,
} from './options.ts'
import { readClient } from './read-client.ts'
import { readFirstFactors } from './read-first-factors.ts'
import { type PoolTriggers, readTriggers } from './triggers/pool-triggers.ts'
import { withDefaults } from './with-defaults.ts'

export interface AppClient {
  id: string
  /** Those that it was made with, the newest first. */
  secrets: readonly string[]
  flows: readonly ClientFlow[]
  rotation?: { graceSeconds: number }
  tokenRevocation: boolean
  preventUserExistenceErrors: boolean
  readAttributes?: readonly string[]
  writeAttributes?: readonly string[]
  /** Seconds. */
  lifetimes: { access: number; id: number; refresh: number; challenge: number }
}

export interface SessionTracking {
  isOn: boolean
  /** At this many, who signs in ends the session that was used least recently. */
  maxPerUser: number
}

/** The options with every default filled in. */
export interface PoolSettings {
  userPoolId: string
  region: string
  /** The pool id after the underscore: what SRP calls the pool. */
  poolName: string
  issuer: string
  /** Non-empty where user names are UUIDs and these attributes are the way in. */
  usernameAttributes: readonly ContactAttribute[]
  aliases: readonly Alias[]
  clients: readonly [AppClient, ...AppClient[]]
  mfa: 'off' | 'optional' | 'required'
  mfaMethods: readonly MfaMethod[]
  /** In the order in which they are offered. */
  firstFactors: readonly FirstFactor[]
  /** Undefined where passkeys are no first factor. */
  passkeys?: Required<TestPasskeyOptions>
  deviceTracking: DeviceTracking
  deviceStandsForMfa: boolean
  /** Seconds; undefined where the time in a proof is not checked. */
  timestampTolerance?: number
  passwordPolicy: Required<TestPasswordPolicy>
  requiredAttributes: readonly string[]
  schema: Schema
  autoVerifiedAttributes: readonly ContactAttribute[]
  verifyBeforeUpdate: readonly ContactAttribute[]
  /** Attributes whose verified values a code may be sent to, the first choice first. */
  accountRecovery: readonly ContactAttribute[]
  adminCreateUserOnly: boolean
  sessionTracking: SessionTracking
  triggers: PoolTriggers
}

const usualPolicy: Required<TestPasswordPolicy> = {
  minimumLength: 8,
  requireLowercase: true,
  requireUppercase: true,
  requireNumbers: true,
  requireSymbols: true,
  temporaryPasswordDays: 7,
  historySize: 0,
}

const recoveryAttributes: Readonly<Record<AccountRecovery, readonly ContactAttribute[]>> = {
  verified_phone_number: ['phone_number'],
  verified_email: ['email'],
  admin_only: [],
}

const usualRecovery: readonly AccountRecovery[] = ['verified_phone_number', 'verified_email']

const readSessionTracking = (option: TestUserPoolOptions['sessionTracking']): SessionTracking => {
  const { maxPerUser = 20 } = typeof option === 'object' ? option : {}
  return { isOn: option !== undefined && option !== false, maxPerUser }
}

const checkVerification = (options: TestUserPoolOptions): void => {
  const { autoVerifiedAttributes, verifyBeforeUpdate, accountRecovery } = options
  if (accountRecovery?.length === 0) refuse('accountRecovery', 'must not be empty')
  if (accountRecovery?.includes('admin_only') && accountRecovery.length > 1) {
    refuse('accountRecovery', "must be 'admin_only' alone, or without it")
  }
  for (const name of verifyBeforeUpdate ?? []) {
    if (autoVerifiedAttributes && !autoVerifiedAttributes.includes(name)) {
      refuse('verifyBeforeUpdate', `has '${name}', which autoVerifiedAttributes leave out`)
    }
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
  checkVerification(options)
  const { customAttributes = [], requiredAttributes = [] } = options
  if (new Set(customAttributes.map(({ name }) => name)).size < customAttributes.length) {
    refuse('customAttributes', 'must not repeat a name')
  }
  const schema = createSchema({ requiredAttributes, customAttributes })
  const [first, ...others] = options.clients ?? [{}]
  if (!first) return refuse('clients', 'must not be empty')
  const clients = [
    readClient(schema, first, 0),
    ...others.map((entry, index) => readClient(schema, entry, index + 1)),
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
    ...readFirstFactors(options),
    deviceTracking: options.deviceTracking ?? 'off',
    deviceStandsForMfa: options.deviceStandsForMfa ?? true,
    ...(options.timestampTolerance !== undefined && {
      timestampTolerance: options.timestampTolerance,
    }),
    passwordPolicy: withDefaults(usualPolicy, options.passwordPolicy),
    requiredAttributes,
    schema,
    autoVerifiedAttributes: options.autoVerifiedAttributes ?? ['email', 'phone_number'],
    verifyBeforeUpdate: options.verifyBeforeUpdate ?? [],
    accountRecovery: (options.accountRecovery ?? usualRecovery).flatMap(
      (name) => recoveryAttributes[name],
    ),
    adminCreateUserOnly: options.adminCreateUserOnly ?? false,
    sessionTracking: readSessionTracking(options.sessionTracking),
    triggers: readTriggers(options.triggers),
  }
}
