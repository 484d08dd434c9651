import { randomUUID, sign } from 'node:crypto'
import { readableAttributes } from './attributes/attribute-permissions.ts'
import type { Schema } from './attributes/schema.ts'
import type { GroupClaims } from './groups/group-claims.ts'
import { identityClaims } from './identities/identity.ts'
import type { AppClient, PoolSettings } from './pool-settings.ts'
import type { Grant } from './refresh-tokens.ts'
import { type SigningKey, signingKeysOf } from './signing-keys.ts'
import { overrideClaims } from './triggers/override-claims.ts'
import type { TokenCustomization } from './triggers/token-customization.ts'
import type { User } from './user-store.ts'

/** As AWS spells it. */
export interface AuthenticationResult {
  AccessToken: string
  /** Seconds until the access token expires. */
  ExpiresIn: number
  TokenType: 'Bearer'
  RefreshToken?: string
  IdToken: string
  NewDeviceMetadata?: { DeviceKey: string; DeviceGroupKey: string }
}

/** What an access token needs to be accepted by the operations of the API. */
export const apiScope = 'aws.cognito.signin.user.admin'

const encode = (value: object): string => Buffer.from(JSON.stringify(value)).toString('base64url')

const signJwt = (key: SigningKey, claims: object): string => {
  const content = `${encode({ kid: key.kid, alg: 'RS256' })}.${encode(claims)}`
  const signature = sign('RSA-SHA256', Buffer.from(content), key.privateKey)
  return `${content}.${signature.toString('base64url')}`
}

/**
 * The standard attributes that are true or false are so as claims; all else stays the string that
 * it is everywhere else.
 */
const attributeClaims = (
  schema: Schema,
  attributes: User['attributes'],
): Record<string, string | boolean> =>
  Object.fromEntries(
    Object.entries(attributes).map(([name, value]) => {
      const isFlag = schema.get(name)?.type === 'Boolean' && !name.startsWith('custom:')
      return [name, isFlag ? value === 'true' : value]
    }),
  )

/** Every scope once; what is both added and suppressed is suppressed. */
const scopesOf = (customization: TokenCustomization | undefined): readonly string[] => {
  const { scopesToAdd = [], scopesToSuppress = [] } = customization ?? {}
  const scopes = new Set([apiScope, ...scopesToAdd])
  return [...scopes].filter((scope) => !scopesToSuppress.includes(scope))
}

/** Those by which tokens are revoked, where the client has that. */
const tokenIds = ({ tokenRevocation, rotation }: AppClient, grant: Grant): object =>
  tokenRevocation || rotation ? { origin_jti: grant.originJti, jti: randomUUID() } : {}

/**
 * Mints an ID and an access token with the claims of "Understanding the ID token" and
 * "Understanding the access token" of the Amazon Cognito developer guide.
 */
export const issueTokens = (input: {
  settings: PoolSettings
  client: AppClient
  user: User
  /** What the user's groups come to. */
  groups: GroupClaims
  grant: Grant
  eventId: string
  /** Unix seconds. */
  now: number
  /** By the pool's trigger, if it has one. */
  customization?: TokenCustomization | undefined
}): AuthenticationResult => {
  const { settings, client, user, grant, eventId, now, customization } = input
  const keys = signingKeysOf(settings.userPoolId)
  const { names, roles, preferredRole } = customization?.groups ?? input.groups
  const scope = scopesOf(customization).join(' ')
  const shared = {
    sub: user.sub,
    ...(names.length > 0 && { 'cognito:groups': names }),
    iss: settings.issuer,
    event_id: eventId,
    auth_time: grant.authTime,
    iat: now,
  }
  const readable = readableAttributes(client, user.attributes)
  const idClaims = {
    ...attributeClaims(settings.schema, readable),
    ...identityClaims(readable),
    ...shared,
    ...(roles.length > 0 && { 'cognito:roles': roles }),
    ...(preferredRole && { 'cognito:preferred_role': preferredRole }),
    'cognito:username': user.username,
    aud: client.id,
    token_use: 'id',
    exp: now + client.lifetimes.id,
    ...tokenIds(client, grant),
  }
  const accessClaims = {
    ...shared,
    ...(grant.deviceKey !== undefined && { device_key: grant.deviceKey }),
    client_id: client.id,
    token_use: 'access',
    ...(scope && { scope }),
    exp: now + client.lifetimes.access,
    ...tokenIds(client, grant),
    username: user.username,
  }
  return {
    AccessToken: signJwt(keys.access, overrideClaims(accessClaims, customization?.access)),
    ExpiresIn: client.lifetimes.access,
    TokenType: 'Bearer',
    IdToken: signJwt(keys.id, overrideClaims(idClaims, customization?.id)),
  }
}
