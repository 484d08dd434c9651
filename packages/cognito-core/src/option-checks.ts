import { type AttributeType, attributeTypes } from './api/attribute-types.ts'
import { ConfigurationError } from './errors/configuration-error.ts'

/** As AWS constrains them: `CreateUserPoolClient`, `UserPoolIdType` and so on in the API reference. */
const patterns = {
  userPoolId: /^(?:eusc-[a-z]{2}|[a-z]{2})-(?:[a-z]+-)+\d_[0-9a-zA-Z]{1,40}$/,
  clientId: /^[\w+]{1,128}$/,
}

const secretPattern = /^[\w+]{24,64}$/

/** Without the `custom:` that Cognito puts in front. */
const customName = /^(?!(?:dev:)?custom:)[\p{L}\p{M}\p{S}\p{N}\p{P}]{1,20}$/u

const groupName = /^[\p{L}\p{M}\p{S}\p{N}\p{P}]{1,128}$/u

/** Whether there are options at all, and none of another name. */
export const checkNames = (
  options: unknown,
  { names, least }: { names: object; least: string },
): void => {
  if (typeof options !== 'object' || options === null) {
    throw new ConfigurationError('options', `is missing; give at least { ${least} }.`)
  }
  for (const name of Object.keys(options)) {
    if (Object.hasOwn(names, name)) continue
    const known = Object.keys(names).join(', ')
    throw new ConfigurationError(name, `is no option. Options are ${known}.`)
  }
}

export const checkUserPoolId = (userPoolId: unknown): void => {
  const id = checkText(userPoolId, 'userPoolId', 'a user pool id such as eu-west-1_AbCdEf123')
  if (id.startsWith('cn-')) {
    throw new ConfigurationError('userPoolId', 'is in a region of China, which is not supported.')
  }
}

export const checkClientId = (clientId: unknown): void => {
  checkText(clientId, 'clientId', 'the id of an app client of the pool')
}

export const checkClientSecret = (clientSecret: unknown): void => {
  if (Array.isArray(clientSecret)) checkTwoSecrets(clientSecret)
  else if (clientSecret !== undefined) checkSecret(clientSecret, 'clientSecret')
}

const checkTwoSecrets = (secrets: readonly unknown[]): void => {
  const [newest, older] = secrets
  if (secrets.length !== 2) {
    throw new ConfigurationError(
      'clientSecret',
      'should be one secret, or a list of two: the newest, and the one before it.',
    )
  }
  checkSecret(newest, 'clientSecret[0]')
  checkSecret(older, 'clientSecret[1]')
  if (newest !== older) return
  throw new ConfigurationError('clientSecret[1]', 'is the same as the first; give that one alone.')
}

/** Its value is never shown, not even a wrong one. */
const checkSecret = (secret: unknown, option: string): void => {
  const wanted =
    'the secret of the app client (24 to 64 letters, digits, _ or +), or left out where it has none'
  if (typeof secret !== 'string' || secret === '') {
    throw new ConfigurationError(option, `${lack(secret)}; it should be ${wanted}.`)
  }
  if (!secretPattern.test(secret)) {
    throw new ConfigurationError(option, `this value is not ${wanted}.`)
  }
}

const lack = (value: unknown): string => {
  if (value === undefined) return 'is missing'
  return value === '' ? 'is empty' : 'is no text'
}

const checkText = (value: unknown, option: keyof typeof patterns, wanted: string): string => {
  if (typeof value !== 'string' || value === '') {
    throw new ConfigurationError(option, `${lack(value)}; it should be ${wanted}.`)
  }
  if (patterns[option].test(value)) return value
  throw new ConfigurationError(option, `${JSON.stringify(value)} is not ${wanted}.`)
}

export const checkTrustedClientIds = ({
  clientId,
  trustedClientIds,
}: {
  clientId: unknown
  trustedClientIds?: unknown
}): void => {
  if (trustedClientIds === undefined) return
  if (!Array.isArray(trustedClientIds)) {
    throw new ConfigurationError('trustedClientIds', 'should be a list of ids of app clients.')
  }
  for (const [index, id] of trustedClientIds.entries()) {
    const option = `trustedClientIds[${index}]`
    if (typeof id !== 'string' || !patterns.clientId.test(id)) {
      throw new ConfigurationError(option, 'is not the id of an app client of the pool.')
    }
    if (id === clientId) {
      throw new ConfigurationError(option, 'is the clientId, which is trusted anyway.')
    }
    if (trustedClientIds.indexOf(id) !== index) {
      throw new ConfigurationError(option, 'is there twice.')
    }
  }
}

export const checkTokenCache = (tokenCache: unknown): void => {
  if (tokenCache === undefined || tokenCache === false) return
  if (typeof tokenCache !== 'object' || tokenCache === null || Array.isArray(tokenCache)) {
    throw new ConfigurationError(
      'tokenCache',
      'should be false, or an object such as { maxEntries: 5000 }.',
    )
  }
  for (const [name, value] of Object.entries(tokenCache)) {
    const option = `tokenCache.${name}`
    if (name !== 'maxEntries') {
      throw new ConfigurationError(option, 'is no option. The only one is tokenCache.maxEntries.')
    }
    if (value === undefined || (Number.isSafeInteger(value) && value > 0)) continue
    throw new ConfigurationError(
      option,
      'should be a whole number above 0; false remembers nothing.',
    )
  }
}

export const checkKeys = (jwks: unknown): void => {
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

export const checkClient = (client: unknown): void => {
  if (client === undefined) return
  if (typeof (client as { send?: unknown } | null)?.send === 'function') return
  throw new ConfigurationError('client', 'is not a CognitoIdentityProviderClient of the AWS SDK.')
}

export const checkEndpoint = ({
  endpoint,
  client,
}: {
  endpoint?: unknown
  client?: unknown
}): void => {
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

export const checkCustomAttributes = (customAttributes: unknown): void => {
  if (customAttributes === undefined) return
  if (
    typeof customAttributes !== 'object' ||
    customAttributes === null ||
    Array.isArray(customAttributes)
  ) {
    throw new ConfigurationError('customAttributes', 'should be an object of names and types.')
  }
  for (const [name, type] of Object.entries(customAttributes)) {
    const option = `customAttributes.${name}`
    if (!customName.test(name)) {
      throw new ConfigurationError(
        option,
        'is no name of a custom attribute: 1 to 20 characters, without spaces and without custom:.',
      )
    }
    if (isAttributeType(type)) continue
    const types = Object.keys(attributeTypes).join(', ')
    throw new ConfigurationError(option, `is not one of the types ${types}.`)
  }
}

const isAttributeType = (type: unknown): type is AttributeType =>
  typeof type === 'string' && Object.hasOwn(attributeTypes, type)

export const checkGroups = (groups: unknown): void => {
  if (groups === undefined) return
  if (!Array.isArray(groups)) {
    throw new ConfigurationError('groups', 'should be a list of names of groups.')
  }
  for (const [index, group] of groups.entries()) {
    if (typeof group === 'string' && groupName.test(group)) continue
    throw new ConfigurationError(
      `groups[${index}]`,
      'is no name of a group: 1 to 128 characters without spaces.',
    )
  }
}

export const checkSrp = (srp: unknown): void => {
  if (srp === undefined) return
  if (typeof srp !== 'object' || srp === null || Array.isArray(srp)) {
    throw new ConfigurationError('srp', 'should be an object such as { worker: true }.')
  }
  for (const [name, value] of Object.entries(srp)) {
    if (name !== 'worker') {
      throw new ConfigurationError(`srp.${name}`, 'is no option. The only one is srp.worker.')
    }
    if (value !== undefined && typeof value !== 'boolean') {
      throw new ConfigurationError('srp.worker', 'should be true or false.')
    }
  }
}

export const checkOnWarning = (onWarning: unknown): void => {
  if (onWarning === undefined || typeof onWarning === 'function') return
  throw new ConfigurationError('onWarning', 'should be a function that takes a warning.')
}
