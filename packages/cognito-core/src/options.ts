import type { CognitoIdentityProviderClient } from '@aws-sdk/client-cognito-identity-provider'
import { ConfigurationError } from './errors/configuration-error.ts'

export interface CognitoOptions {
  /** Such as `eu-west-1_AbCdEf123`. The region is read from it. */
  userPoolId: string

  clientId: string

  /** Only for an app client that has one; the secret hash is then added wherever Cognito wants it. */
  clientSecret?: string

  /** The pool's public keys, when they should not be fetched: tests, or no internet access. */
  jwks?: JsonWebKeySet

  /** An SDK client of your own, for retries or proxies. */
  client?: CognitoIdentityProviderClient

  /** Where the API and the keys are, when not at AWS: the URL of an emulator, such as `http://127.0.0.1:9229`. */
  endpoint?: string
}

export interface JsonWebKeySet {
  keys: readonly Readonly<Record<string, unknown>>[]
}

const names: Record<keyof CognitoOptions, true> = {
  userPoolId: true,
  clientId: true,
  clientSecret: true,
  jwks: true,
  client: true,
  endpoint: true,
}

/** As AWS constrains them: `CreateUserPoolClient` and `UserPoolIdType` in the API reference. */
const patterns = {
  userPoolId: /^(?:eusc-[a-z]{2}|[a-z]{2})-(?:[a-z]+-)+\d_[0-9a-zA-Z]{1,40}$/,
  clientId: /^[\w+]{1,128}$/,
  clientSecret: /^[\w+]{24,64}$/,
}

/** @throws ConfigurationError that names the option. */
export const checkOptions = (options: CognitoOptions): CognitoOptions => {
  if (typeof options !== 'object' || options === null) {
    throw new ConfigurationError('options', 'is missing; give at least { userPoolId, clientId }.')
  }
  for (const name of Object.keys(options)) {
    if (!Object.hasOwn(names, name)) {
      throw new ConfigurationError(
        name,
        `is no option. Options are ${Object.keys(names).join(', ')}.`,
      )
    }
  }
  checkText(options.userPoolId, 'userPoolId', 'a user pool id such as eu-west-1_AbCdEf123')
  if (options.userPoolId.startsWith('cn-')) {
    throw new ConfigurationError('userPoolId', 'is in a region of China, which is not supported.')
  }
  checkText(options.clientId, 'clientId', 'the id of an app client of the pool')
  if (options.clientSecret !== undefined) {
    checkText(
      options.clientSecret,
      'clientSecret',
      'the secret of the app client (24 to 64 letters, digits, _ or +), or left out where it has none',
    )
  }
  checkKeys(options.jwks)
  if (options.client !== undefined && typeof options.client?.send !== 'function') {
    throw new ConfigurationError('client', 'is not a CognitoIdentityProviderClient of the AWS SDK.')
  }
  checkEndpoint(options)
  return options
}

const lack = (value: unknown): string => {
  if (value === undefined) return 'is missing'
  return value === '' ? 'is empty' : 'is no text'
}

const checkText = (value: unknown, option: keyof typeof patterns, wanted: string): void => {
  if (typeof value !== 'string' || value === '') {
    throw new ConfigurationError(option, `${lack(value)}; it should be ${wanted}.`)
  }
  if (patterns[option].test(value)) return
  // A secret is never shown, not even a wrong one.
  const shown = option === 'clientSecret' ? 'this value' : JSON.stringify(value)
  throw new ConfigurationError(option, `${shown} is not ${wanted}.`)
}

const checkKeys = (jwks: unknown): void => {
  if (jwks === undefined) return
  const keys = (jwks as { keys?: unknown } | null)?.keys
  const usable =
    Array.isArray(keys) &&
    keys.length > 0 &&
    keys.some((key) => typeof key?.kid === 'string' && key.kty === 'RSA')
  if (usable) return
  throw new ConfigurationError(
    'jwks',
    'should be { keys: […] } with at least one RSA key that has a kid.',
  )
}

const checkEndpoint = ({ endpoint, client }: { endpoint?: unknown; client?: unknown }): void => {
  if (endpoint === undefined) return
  if (client !== undefined) {
    throw new ConfigurationError(
      'endpoint',
      'cannot be given together with client, which has its own.',
    )
  }
  const url = typeof endpoint === 'string' && URL.canParse(endpoint) ? new URL(endpoint) : undefined
  if (url?.protocol !== 'http:' && url?.protocol !== 'https:') {
    throw new ConfigurationError('endpoint', 'is not the text of an http or https URL.')
  }
  // Not shown: it may hold a password.
  if (url.username || url.password || url.search || url.hash) {
    throw new ConfigurationError(
      'endpoint',
      'should be a URL without user name, password, query and fragment.',
    )
  }
}

/** The pool's own region, which is the part of its id before the underscore. */
export const regionOf = (userPoolId: string): string => userPoolId.slice(0, userPoolId.indexOf('_'))

/** What SRP calls the pool: the part of its id after the underscore. */
export const poolNameOf = (userPoolId: string): string =>
  userPoolId.slice(userPoolId.indexOf('_') + 1)
