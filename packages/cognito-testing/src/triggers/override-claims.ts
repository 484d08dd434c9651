export interface ClaimChanges {
  toAddOrOverride: Readonly<Record<string, unknown>>
  toSuppress: readonly string[]
}

export type Claims = Readonly<Record<string, unknown>>

/** What says who the token is for, who made it and when; `scope` has a list of its own. */
const fixedClaims: ReadonlySet<string> = new Set([
  'acr',
  'amr',
  'at_hash',
  'aud',
  'auth_time',
  'azp',
  'client_id',
  'device_key',
  'event_id',
  'exp',
  'iat',
  'identities',
  'iss',
  'jti',
  'nbf',
  'nonce',
  'origin_jti',
  'scope',
  'sub',
  'token_use',
  'username',
  'version',
])

/** Of an ID token: what clients know to be plain is never an object or a list. */
const plainClaims: ReadonlySet<string> = new Set([
  'address',
  'email_verified',
  'phone_number_verified',
  'updated_at',
])

const groupClaims = ['cognito:groups', 'cognito:roles', 'cognito:preferred_role']

const maySuppress = (name: string): boolean =>
  !fixedClaims.has(name) && (name === 'cognito:groups' || !name.startsWith('cognito:'))

const maySet = (claims: Claims, name: string, value: unknown): boolean => {
  // An access token has an audience where one is added: its own client.
  if (name === 'aud') return value === claims['client_id']
  const isPlainOnly = claims['token_use'] === 'id' && plainClaims.has(name)
  if (isPlainOnly && typeof value === 'object') return false
  return !fixedClaims.has(name) && !name.startsWith('cognito:') && !name.startsWith('dev:')
}

/**
 * The claims of a token as a trigger wants them. What it may not change stays as it is, without a
 * word; what is both set and suppressed is suppressed.
 * Source: "Claims and scopes reference" in "Pre token generation Lambda trigger" of the Amazon
 * Cognito developer guide.
 */
export const overrideClaims = (claims: Claims, changes: ClaimChanges | undefined): Claims => {
  if (!changes) return claims
  const suppressed = new Set(changes.toSuppress.filter(maySuppress))
  if (suppressed.has('cognito:groups')) for (const name of groupClaims) suppressed.add(name)
  const set = Object.entries(changes.toAddOrOverride).filter(([name, value]) =>
    maySet(claims, name, value),
  )
  const changed = Object.entries({ ...claims, ...Object.fromEntries(set) })
  return Object.fromEntries(changed.filter(([name]) => !suppressed.has(name)))
}
