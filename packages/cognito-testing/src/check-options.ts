import { isProfileAttribute } from './attributes/schema.ts'
import {
  type Check,
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
  ClientFlow,
  TestClientOptions,
  TestCustomAttribute,
  TestPasskeyOptions,
  TestPasswordPolicy,
  TestUserOptions,
  TestUserPoolOptions,
} from './options.ts'
import { isTriggers } from './triggers/is-triggers.ts'

const day = 24 * 3600

/** The flows a client can have in this version. */
export const knownFlows: readonly ClientFlow[] = [
  'ALLOW_USER_SRP_AUTH',
  'ALLOW_USER_PASSWORD_AUTH',
  'ALLOW_REFRESH_TOKEN_AUTH',
  'ALLOW_USER_AUTH',
  'ALLOW_CUSTOM_AUTH',
  'ALLOW_ADMIN_USER_PASSWORD_AUTH',
]

const isSecretText = matches(/^[\w+]{24,64}$/, '24 to 64 letters, digits, _ or +, or be true')

const isSecret: Check = (path, value) => {
  if (value === true) return
  if (!Array.isArray(value)) return isSecretText(path, value)
  if (value.length !== 2) refuse(path, 'must be one secret, or a list of two')
  isSetOf(isSecretText)(path, value)
}

const isClient = isObjectOf({
  id: matches(/^[\w+]{1,128}$/, '1 to 128 letters, digits, _ or +'),
  secret: isSecret,
  flows: isSetOf(isOneOf(...knownFlows)),
  rotation: isObjectOf({ graceSeconds: isInteger({ from: 0, to: 60 }) }, ['graceSeconds']),
  tokenRevocation: isBoolean,
  preventUserExistenceErrors: isBoolean,
  readAttributes: isSetOf(isString),
  writeAttributes: isSetOf(isString),
  lifetimes: isObjectOf({
    access: isInteger({ from: 300, to: day }),
    id: isInteger({ from: 300, to: day }),
    refresh: isInteger({ from: 3600, to: 3650 * day }),
    challenge: isInteger({ from: 180, to: 900 }),
  }),
} satisfies Record<keyof TestClientOptions, Check>)

const isAttributeValue: Check = (path, value) => {
  if (typeof value !== 'string') refuse(path, 'must be a string: Cognito keeps no other type')
}

const isGivenTotp = isObjectOf(
  { totp: matches(/^[A-Z2-7]{16,}$/, 'a base32 secret of at least 16 characters') },
  ['totp'],
)
const isMethod = isOneOf('totp', 'sms', 'email')
const isFactor: Check = (path, value) =>
  (typeof value === 'object' ? isGivenTotp : isMethod)(path, value)

const isGroupName = matches(
  /^[\p{L}\p{M}\p{S}\p{N}\p{P}]{1,128}$/u,
  '1 to 128 characters, no spaces',
)

export const checkUserOptions: Check = isObjectOf(
  {
    username: isString,
    password: isString,
    attributes: isRecordOf(isAttributeValue),
    groups: isSetOf(isGroupName),
    status: isOneOf('CONFIRMED', 'UNCONFIRMED', 'FORCE_CHANGE_PASSWORD', 'RESET_REQUIRED'),
    enabled: isBoolean,
    mfa: (path, value) => (Array.isArray(value) ? isListOf(isFactor) : isFactor)(path, value),
    preferredMfa: isMethod,
  } satisfies Record<keyof TestUserOptions, Check>,
  ['username'],
)

const isRequirable: Check = (path, value) => {
  if (!isProfileAttribute(String(value))) refuse(path, 'must be a standard attribute')
}

const customName = matches(/^[\p{L}\p{M}\p{S}\p{N}\p{P}]{1,20}$/u, '1 to 20 characters, no spaces')

const isCustomAttribute = isObjectOf(
  {
    name: customName,
    type: isOneOf('String', 'Number', 'DateTime', 'Boolean'),
    mutable: isBoolean,
  } satisfies Record<keyof TestCustomAttribute, Check>,
  ['name'],
)

const isContactAttribute = isOneOf('email', 'phone_number')

const isPasskeyOptions = isObjectOf({
  relyingPartyId: matches(
    /^(?=.{1,127}$)[a-z\d](?:[a-z\d-]*[a-z\d])?(?:\.[a-z\d](?:[a-z\d-]*[a-z\d])?)*$/,
    'example.com, a domain in lower case',
  ),
  userVerification: isOneOf('preferred', 'required'),
  asMfa: isBoolean,
} satisfies Record<keyof TestPasskeyOptions, Check>)

const isPasswordPolicy = isObjectOf({
  minimumLength: isInteger({ from: 6, to: 99 }),
  requireLowercase: isBoolean,
  requireUppercase: isBoolean,
  requireNumbers: isBoolean,
  requireSymbols: isBoolean,
  temporaryPasswordDays: isInteger({ from: 1, to: 365 }),
  historySize: isInteger({ from: 0, to: 24 }),
} satisfies Record<keyof TestPasswordPolicy, Check>)

const isSessionLimits = isObjectOf({ maxPerUser: isInteger({ from: 1, to: 100 }) })

const isSessionTracking: Check = (path, value) =>
  (typeof value === 'object' ? isSessionLimits : isBoolean)(path, value)

/** The form of every option; what they mean together is for `readSettings` and `readUser`. */
export const checkPoolOptions: Check = isObjectOf({
  userPoolId: matches(/^[a-z]{2}(?:-[a-z]+)+-\d_[0-9a-zA-Z]{1,40}$/, 'eu-west-1_AbCdEf123'),
  signInWith: isSetOf(isOneOf('username', 'email', 'phone_number')),
  aliases: isSetOf(isOneOf('email', 'phone_number', 'preferred_username')),
  clients: isListOf(isClient),
  users: isListOf(checkUserOptions),
  mfa: isOneOf('off', 'optional', 'required'),
  mfaMethods: isSetOf(isMethod),
  firstFactors: isSetOf(isOneOf('password', 'email-code', 'sms-code', 'passkey')),
  passkeys: isPasskeyOptions,
  deviceTracking: isOneOf('off', 'always', 'opt-in'),
  deviceStandsForMfa: isBoolean,
  timestampTolerance: isInteger({ from: 1, to: day }),
  passwordPolicy: isPasswordPolicy,
  requiredAttributes: isSetOf(isRequirable),
  customAttributes: isListOf(isCustomAttribute),
  autoVerifiedAttributes: isSetOf(isContactAttribute),
  verifyBeforeUpdate: isSetOf(isContactAttribute),
  accountRecovery: isSetOf(isOneOf('verified_phone_number', 'verified_email', 'admin_only')),
  adminCreateUserOnly: isBoolean,
  sessionTracking: isSessionTracking,
  triggers: isTriggers,
} satisfies Record<keyof TestUserPoolOptions, Check>)
