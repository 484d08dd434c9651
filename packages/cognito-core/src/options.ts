import type { CognitoIdentityProviderClient } from '@aws-sdk/client-cognito-identity-provider'
import type { CustomAttributeTypes } from './api/attribute-types.ts'
import {
  checkClient,
  checkClientId,
  checkClientSecret,
  checkCustomAttributes,
  checkEndpoint,
  checkGroups,
  checkKeys,
  checkNames,
  checkOnWarning,
  checkSrp,
  checkTokenCache,
  checkTrustedClientIds,
  checkUserPoolId,
} from './option-checks.ts'
import type { CognitoWarning } from './warnings.ts'

export interface CognitoOptions {
  /** Such as `eu-west-1_AbCdEf123`. The region is read from it. */
  userPoolId: string

  clientId: string

  /**
   * Only for an app client that has one; the secret hash is then added wherever Cognito wants it. While one
   * secret takes the place of another, both: what the first is refused for is done with the second.
   */
  clientSecret?: string | readonly [newest: string, older: string]

  /** Other app clients of this pool whose tokens are trusted as well, such as that of a mobile app. */
  trustedClientIds?: readonly string[]

  /** The pool's public keys, when they should not be fetched: tests, or no internet access. */
  jwks?: JsonWebKeySet

  /** An SDK client of your own, for retries or proxies. */
  client?: CognitoIdentityProviderClient

  /** Where the API and the keys are, when not at AWS: the URL of an emulator, such as `http://127.0.0.1:9229`. */
  endpoint?: string

  /**
   * Custom attributes by name without `custom:`, and what their values are. Where given, any other custom
   * attribute is a compile error.
   */
  customAttributes?: CustomAttributeTypes

  /** The pool's groups. Where given, any other group in `TokenRequirements` is a compile error. */
  groups?: readonly string[]

  /**
   * Tokens that were verified are remembered, until they expire or for five minutes: their claims, and
   * of the token a digest only. An entry takes about 0.8 kB, more where a token says more. `false`
   * verifies each token anew.
   *
   * @default { maxEntries: 5000 }
   */
  tokenCache?: false | { maxEntries?: number }

  /** Where the arithmetic of SRP is done; `worker: true` keeps it off the main thread. @default { worker: false } */
  srp?: { worker?: boolean }

  /** Told of what does not stop a call, but should not go on unseen. @default `process.emitWarning` */
  onWarning?: (warning: CognitoWarning) => void
}

export interface JsonWebKeySet {
  keys: readonly Readonly<Record<string, unknown>>[]
}

const names: Record<keyof CognitoOptions, true> = {
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
}

/** @throws ConfigurationError that names the option. */
export const checkOptions = (options: CognitoOptions): CognitoOptions => {
  checkNames(options, { names, least: 'userPoolId, clientId' })
  checkUserPoolId(options.userPoolId)
  checkClientId(options.clientId)
  checkClientSecret(options.clientSecret)
  checkTrustedClientIds(options)
  checkKeys(options.jwks)
  checkClient(options.client)
  checkEndpoint(options)
  checkCustomAttributes(options.customAttributes)
  checkGroups(options.groups)
  checkTokenCache(options.tokenCache)
  checkSrp(options.srp)
  checkOnWarning(options.onWarning)
  return options
}

/** The pool's own region, which is the part of its id before the underscore. */
export const regionOf = (userPoolId: string): string => userPoolId.slice(0, userPoolId.indexOf('_'))

/** What SRP calls the pool: the part of its id after the underscore. */
export const poolNameOf = (userPoolId: string): string =>
  userPoolId.slice(userPoolId.indexOf('_') + 1)
