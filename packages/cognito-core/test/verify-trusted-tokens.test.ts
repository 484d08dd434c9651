import { describe, expect, it } from 'vitest'
import { createTokenVerifier } from '../src/verify/verify-token.ts'
import {
  accessClaims,
  clientId,
  idClaims,
  issuer,
  updatedIssuer,
  userPoolId,
} from './verify/claims-of-alice.ts'
import { createSigningKey, signToken } from './verify/signing-key.ts'

const accessKey = createSigningKey('access-key')
const idKey = createSigningKey('id-key')
const jwks = { keys: [idKey.jwk, accessKey.jwk] }
const { verifyAccessToken, verifyIdToken, prefetchKeys } = createTokenVerifier({
  userPoolId,
  clientId,
  jwks,
})

const accessToken = (changes = {}) => signToken({ key: accessKey, payload: accessClaims(changes) })

describe('a genuine token', () => {
  it('gives the claims of an access token', async () => {
    const claims = accessClaims()
    const token = signToken({ key: accessKey, payload: claims })
    expect(await verifyAccessToken(token)).toEqual(claims)
  })

  it('gives the claims of an ID token', async () => {
    const claims = idClaims()
    expect(await verifyIdToken(signToken({ key: idKey, payload: claims }))).toEqual(claims)
  })

  it.each([issuer, updatedIssuer])('may come from %s', async (iss) => {
    expect((await verifyAccessToken(accessToken({ iss })))['iss']).toBe(iss)
  })

  it('may be verified by a key set that names no algorithm or use, or holds private halves', async () => {
    const jwk = { ...accessKey.privateKey.export({ format: 'jwk' }), kid: accessKey.kid }
    const verifier = createTokenVerifier({ userPoolId, clientId, jwks: { keys: [jwk] } })
    expect((await verifier.verifyAccessToken(accessToken())).username).toBe('alice-in-chains')
  })

  it('may lack the groups, which Cognito writes only for members', async () => {
    const token = accessToken({ 'cognito:groups': undefined })
    expect(await verifyAccessToken(token)).not.toHaveProperty('cognito:groups')
  })

  it('may be as long as a hundred groups with the longest of names make it', async () => {
    const groups = Array.from({ length: 100 }, (_, index) => `${index}`.padStart(128, 'g'))
    const token = accessToken({ 'cognito:groups': groups })
    expect(token.length).toBeGreaterThan(17_000)
    expect((await verifyAccessToken(token))['cognito:groups']).toEqual(groups)
  })

  it('needs no fetch where the keys are given, not even by prefetchKeys', async () => {
    await expect(prefetchKeys()).resolves.toBeUndefined()
  })
})

describe('requirements', () => {
  const token = accessToken()

  it.each([
    { groups: ['staff'] },
    { groups: ['admins', 'readers'] },
    { scopes: ['orders/read'] },
    { scopes: ['orders/read', 'aws.cognito.signin.user.admin'] },
    { groups: ['staff'], scopes: ['orders/read'] },
    {},
  ])('are met by any of the groups and all of the scopes: %j', async (requirements) => {
    expect((await verifyAccessToken(token, requirements)).sub).toBe(accessClaims()['sub'])
  })

  it.each([
    [{ groups: ['admins'] }, 'cognito:groups'],
    [{ groups: ['Staff'] }, 'cognito:groups'],
    [{ groups: ['sta'] }, 'cognito:groups'],
    [{ groups: [] }, 'cognito:groups'],
    [{ scopes: ['orders/write'] }, 'scope'],
    [{ scopes: ['orders/read', 'orders/write'] }, 'scope'],
    [{ scopes: ['orders'] }, 'scope'],
    [{ groups: ['staff'], scopes: ['orders/write'] }, 'scope'],
  ])('are not met otherwise: %j', async (requirements, claim) => {
    await expect(verifyAccessToken(token, requirements)).rejects.toMatchObject({
      name: 'TokenError',
      code: 'TOKEN_INSUFFICIENT',
      claim,
    })
  })

  it.each([
    [{ 'cognito:groups': undefined }, { groups: ['staff'] }, 'cognito:groups'],
    [{ 'cognito:groups': [] }, { groups: ['staff'] }, 'cognito:groups'],
    [{ scope: undefined }, { scopes: ['orders/read'] }, 'scope'],
    [{ scope: '' }, { scopes: ['orders/read'] }, 'scope'],
  ])('are not met by a token without such a claim: %j', async (changes, requirements, claim) => {
    await expect(verifyAccessToken(accessToken(changes), requirements)).rejects.toMatchObject({
      code: 'TOKEN_INSUFFICIENT',
      claim,
    })
  })

  it('come after trust: an expired token of the wrong group is expired', async () => {
    const expired = accessToken({ exp: 1 })
    await expect(verifyAccessToken(expired, { groups: ['admins'] })).rejects.toMatchObject({
      code: 'TOKEN_EXPIRED',
    })
  })

  it.each([
    ['group', { group: ['staff'] }],
    ['groups', { groups: 'staff' }],
    ['scopes', { scopes: [1] }],
    ['constructor', { constructor: ['staff'] }],
  ])('that are misspelt let nobody in: %s', async (option, requirements) => {
    await expect(verifyAccessToken(token, requirements as object)).rejects.toMatchObject({
      name: 'ConfigurationError',
      option,
    })
  })
})

describe('options', () => {
  it.each([
    [{ keys: [] }],
    [{ keys: [{ ...accessKey.jwk, use: 'enc' }] }],
    [{ keys: [{ ...accessKey.jwk, alg: 'RS512' }] }],
    [{ keys: [{ ...accessKey.jwk, n: 'AQAB' }] }],
    [{ keys: [{ ...accessKey.jwk, kid: 1 }] }],
  ])('refuse keys that can verify nothing', (unusable) => {
    expect(() => createTokenVerifier({ userPoolId, clientId, jwks: unusable })).toThrow(
      expect.objectContaining({ name: 'ConfigurationError', option: 'jwks' }),
    )
  })

  it('refuse a pool in a partition that aws-jwt-verify does not know', () => {
    const unknown = 'us-iso-east-1_AbCdEf123'
    expect(() => createTokenVerifier({ userPoolId: unknown, clientId })).toThrow(
      expect.objectContaining({ name: 'ConfigurationError', option: 'userPoolId' }),
    )
  })
})
