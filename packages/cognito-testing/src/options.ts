import type { TestTriggers } from './triggers/test-triggers.ts'

/**
 * Everything here but `triggers` is JSON, and then also what `cognito-testing --config pool.json`
 * reads.
 */
export interface TestUserPoolOptions {
  /** @default 'us-east-1_TestPool1' */
  userPoolId?: string
  /**
   * What a new user signs in with. Without `username`, user names are UUIDs and the e-mail address
   * or phone number is only a way in, as in most real pools.
   * @default ['username']
   */
  signInWith?: readonly SignInName[]
  /**
   * Further ways in, beside the user name. E-mail addresses and phone numbers count once they are
   * verified.
   */
  aliases?: readonly Alias[]
  /** The first is the one in `pool.options`. @default one client without a secret, all flows on */
  clients?: readonly TestClientOptions[]
  users?: readonly TestUserOptions[]
  /** @default 'optional' */
  mfa?: 'off' | 'optional' | 'required'
  /** @default ['totp', 'sms', 'email'] */
  mfaMethods?: readonly MfaMethod[]
  /**
   * What a user can sign in with in the flow USER_AUTH, as AllowedFirstAuthFactors. `password` must
   * be among them; codes (and passkeys that are no MFA) exclude `mfa: 'required'`.
   * @default ['password']
   */
  firstFactors?: readonly FirstFactor[]
  /** WebAuthnConfiguration of a pool whose `firstFactors` have `passkey`. */
  passkeys?: TestPasskeyOptions
  /**
   * Whether the pool remembers devices, and whether it asks the user first.
   * @default 'off'
   */
  deviceTracking?: DeviceTracking
  /**
   * Whether a remembered device stands in for MFA, as ChallengeRequiredOnNewDevice.
   * @default true
   */
  deviceStandsForMfa?: boolean
  /**
   * How many seconds the time in an SRP proof may be off the pool's clock, 1 to 86400. Where it is
   * set, the Date header of every answer follows that clock. @default not checked
   */
  timestampTolerance?: number
  passwordPolicy?: TestPasswordPolicy
  /**
   * Attributes that nobody signs up without, and that a user without them is asked for with the
   * first new password.
   */
  requiredAttributes?: readonly string[]
  customAttributes?: readonly TestCustomAttribute[]
  /**
   * What a new user is sent a code for, and whoever changes it. Of both at sign-up, the phone
   * number. @default ['email', 'phone_number']
   */
  autoVerifiedAttributes?: readonly ContactAttribute[]
  /**
   * What keeps its old value until the new one is verified, as
   * AttributesRequireVerificationBeforeUpdate. @default none: the new value counts at once
   */
  verifyBeforeUpdate?: readonly ContactAttribute[]
  /**
   * Where the code for a forgotten password goes: the first that the user has, verified.
   * @default ['verified_phone_number', 'verified_email']
   */
  accountRecovery?: readonly AccountRecovery[]
  /** Whether nobody may sign up. @default false */
  adminCreateUserOnly?: boolean
  /**
   * Whether the pool keeps track of where users are signed in, and in how many places each may be at
   * a time, 1 to 100: whoever signs in once more is signed out where they were least recently.
   * @default false; 20 places
   */
  sessionTracking?: boolean | { maxPerUser?: number }
  /** What the pool's Lambda triggers do. @default none */
  triggers?: TestTriggers
}

export type ContactAttribute = 'email' | 'phone_number'
export type AccountRecovery = 'verified_phone_number' | 'verified_email' | 'admin_only'
export type AttributeDataType = 'String' | 'Number' | 'DateTime' | 'Boolean'

export interface TestCustomAttribute {
  /** Without the `custom:` in front. */
  name: string
  /** @default 'String' */
  type?: AttributeDataType
  /** Whether it may change once it was set. @default true */
  mutable?: boolean
}

export type SignInName = 'username' | 'email' | 'phone_number'
export type Alias = 'email' | 'phone_number' | 'preferred_username'
export type MfaMethod = 'totp' | 'sms' | 'email'
export type FirstFactor = 'password' | 'email-code' | 'sms-code' | 'passkey'
export type DeviceTracking = 'off' | 'always' | 'opt-in'

export interface TestPasskeyOptions {
  /** A domain. @default 'localhost' */
  relyingPartyId?: string
  /** @default 'preferred' */
  userVerification?: 'preferred' | 'required'
  /**
   * Whether a passkey with user verification counts as MFA, as the FactorConfiguration
   * MULTI_FACTOR_WITH_USER_VERIFICATION. @default false
   */
  asMfa?: boolean
}

export type ClientFlow =
  | 'ALLOW_USER_SRP_AUTH'
  | 'ALLOW_USER_PASSWORD_AUTH'
  | 'ALLOW_REFRESH_TOKEN_AUTH'
  | 'ALLOW_USER_AUTH'
  | 'ALLOW_CUSTOM_AUTH'
  | 'ALLOW_ADMIN_USER_PASSWORD_AUTH'

export interface TestPasswordPolicy {
  /** @default 8 */
  minimumLength?: number
  /** @default true */
  requireLowercase?: boolean
  /** @default true */
  requireUppercase?: boolean
  /** @default true */
  requireNumbers?: boolean
  /** @default true */
  requireSymbols?: boolean
  /** @default 7 */
  temporaryPasswordDays?: number
  /** How many of the last passwords may not be used again, 0 to 24. @default 0 */
  historySize?: number
}

export interface TestClientOptions {
  /** @default one made up */
  id?: string
  /** `true` makes one up; two are the newest and the one whose place it takes. */
  secret?: string | true | readonly [newest: string, older: string]
  /**
   * ExplicitAuthFlows, as AWS names them.
   * @default all that exist (without ALLOW_REFRESH_TOKEN_AUTH where `rotation` is set)
   */
  flows?: readonly ClientFlow[]
  /** Refresh-token rotation; leave out for none. The grace period is 0 to 60 seconds. */
  rotation?: { graceSeconds: number }
  /**
   * Whether tokens have `jti` and `origin_jti` and can be revoked, as EnableTokenRevocation; where
   * `rotation` is set they have both anyway. @default true
   */
  tokenRevocation?: boolean
  /** @default true */
  preventUserExistenceErrors?: boolean
  /** Of what users are shown, in ID tokens too. @default all that they have */
  readAttributes?: readonly string[]
  /** Of what users may set of themselves. @default every standard attribute and no custom one */
  writeAttributes?: readonly string[]
  /** In seconds. @default access and ID 3600, refresh 30 days, challenge session 180 */
  lifetimes?: { access?: number; id?: number; refresh?: number; challenge?: number }
}

export interface TestUserOptions {
  /**
   * What the user would have signed up with: in a pool without user names, the e-mail address or
   * phone number.
   */
  username: string
  /** Must satisfy the pool's policy. A user without one cannot sign in with a password. */
  password?: string
  attributes?: Readonly<Record<string, string>>
  groups?: readonly string[]
  /** @default 'CONFIRMED' */
  status?: UserStatus
  /** @default true */
  enabled?: boolean
  /** Second factor already set up. For `totp` the secret (base32) may be given. */
  mfa?: TestFactor | readonly TestFactor[]
  /** One of `mfa`. @default the only one; of several, none */
  preferredMfa?: MfaMethod
}

export type UserStatus = 'CONFIRMED' | 'UNCONFIRMED' | 'FORCE_CHANGE_PASSWORD' | 'RESET_REQUIRED'
export type TestFactor = MfaMethod | { totp: string }
