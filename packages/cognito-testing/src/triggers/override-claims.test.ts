import { describe, expect, it } from 'vitest'
import { overrideClaims } from './override-claims.ts'

const idClaims = {
  sub: 'a',
  'cognito:groups': ['staff'],
  'cognito:roles': ['role'],
  'cognito:preferred_role': 'role',
  'cognito:username': 'ann',
  aud: 'web',
  token_use: 'id',
  email: 'ann@example.com',
  email_verified: true,
  'custom:tenant': '7',
}
const accessClaims = {
  sub: 'a',
  client_id: 'web',
  token_use: 'access',
  scope: 'x',
  username: 'ann',
}
const nothing = { toAddOrOverride: {}, toSuppress: [] }

/** Of both tokens, and of the two that no token here has. */
const fixed = [
  ...['acr', 'amr', 'at_hash', 'aud', 'auth_time', 'azp', 'client_id', 'device_key', 'event_id'],
  ...['exp', 'iat', 'identities', 'iss', 'jti', 'nbf', 'nonce', 'origin_jti', 'scope', 'sub'],
  ...['token_use', 'username', 'version', 'cognito:username', 'cognito:anything'],
]

describe.each([
  ['ID', idClaims],
  ['access', accessClaims],
])('of an %s token', (_name, claims) => {
  it('leaves what it is told nothing of', () => {
    expect(overrideClaims(claims, undefined)).toEqual(claims)
    expect(overrideClaims(claims, nothing)).toEqual(claims)
  })

  it.each(fixed)('never changes, adds or suppresses %s', (name) => {
    const toAddOrOverride = { [name]: 'other' }
    expect(overrideClaims(claims, { ...nothing, toAddOrOverride })).toEqual(claims)
    expect(overrideClaims(claims, { ...nothing, toSuppress: [name] })).toEqual(claims)
  })

  it('adds no claim about groups, nor one of a developer', () => {
    const toAddOrOverride = {
      'cognito:groups': ['admins'],
      'cognito:roles': ['admin'],
      'cognito:preferred_role': 'admin',
      'dev:custom:x': '1',
    }
    expect(overrideClaims(claims, { ...nothing, toAddOrOverride })).toEqual(claims)
  })
})

it('adds, overrides and suppresses attributes, and what the pool knows nothing of', () => {
  const toAddOrOverride = { email: 'other@example.com', plan: 'gold', 'custom:tenant': '8' }
  const { 'custom:tenant': _tenant, ...rest } = idClaims
  expect(overrideClaims(idClaims, { toAddOrOverride, toSuppress: ['custom:tenant'] })).toEqual({
    ...rest,
    email: 'other@example.com',
    plan: 'gold',
  })
  expect(
    overrideClaims({ 'dev:custom:x': '1' }, { ...nothing, toSuppress: ['dev:custom:x'] }),
  ).toEqual({})
})

it('suppresses groups with all that comes from them, and nothing of that alone', () => {
  const changed = overrideClaims(idClaims, { ...nothing, toSuppress: ['cognito:groups'] })
  expect(Object.keys(changed)).not.toContain('cognito:groups')
  expect(Object.keys(changed)).not.toContain('cognito:roles')
  expect(Object.keys(changed)).not.toContain('cognito:preferred_role')
  const roles = ['cognito:roles', 'cognito:preferred_role']
  expect(overrideClaims(idClaims, { ...nothing, toSuppress: roles })).toEqual(idClaims)
})

it('gives an access token its own client for an audience, and no other', () => {
  const withAudience = (aud: unknown) =>
    overrideClaims(accessClaims, { ...nothing, toAddOrOverride: { aud } })
  expect(withAudience('web')).toEqual({ ...accessClaims, aud: 'web' })
  expect(withAudience('other')).toEqual(accessClaims)
})

it('makes claims of any kind, but not of those that clients of an ID token know to be plain', () => {
  const complex = { address: { city: 'Ulm' }, email_verified: [1], updated_at: {}, tags: ['a', 1] }
  expect(overrideClaims(idClaims, { ...nothing, toAddOrOverride: complex })).toEqual({
    ...idClaims,
    tags: ['a', 1],
  })
  expect(overrideClaims(accessClaims, { ...nothing, toAddOrOverride: complex })).toEqual({
    ...accessClaims,
    ...complex,
  })
  const plain = { address: 'Ulm', email_verified: false }
  expect(overrideClaims(idClaims, { ...nothing, toAddOrOverride: plain })).toMatchObject(plain)
})
