import { checkRequirements, createCognito, requireClaims } from '@x/cognito-core'
import { describe, expect, it } from 'vitest'
import { createTokenVerifier } from '../src/verify/verify-token.ts'
import { accessClaims, clientId, idClaims, userPoolId } from './verify/claims-of-alice.ts'
import { createSigningKey, signToken } from './verify/signing-key.ts'

const key = createSigningKey('one')
const options = { userPoolId, clientId, jwks: { keys: [key.jwk] } }
const { verifyAccessToken, verifyIdToken } = createTokenVerifier(options)
// Alice is in staff and readers, and has the scopes of the API and orders/read.
const token = signToken({ key, payload: accessClaims() })
const groupless = signToken({ key, payload: accessClaims({ 'cognito:groups': undefined }) })
const idToken = signToken({ key, payload: idClaims() })

describe('groups and scopes by how many are needed', () => {
  it.each([
    { groups: { all: ['staff', 'readers'] } },
    { groups: { any: ['admins', 'readers'] } },
    { groups: { none: ['admins', 'interns'] } },
    { groups: { all: ['staff'], any: ['readers', 'admins'], none: ['interns'] } },
    { scopes: { any: ['orders/write', 'orders/read'] } },
    { scopes: { all: ['orders/read'], any: ['orders/read'] } },
  ])('are enough: %j', async (requirements) => {
    await expect(verifyAccessToken(token, requirements)).resolves.toBeDefined()
  })

  it.each([
    [{ groups: { all: ['staff', 'admins'] } }, 'cognito:groups'],
    [{ groups: { any: ['admins'] } }, 'cognito:groups'],
    [{ groups: { any: [] } }, 'cognito:groups'],
    [{ groups: { none: ['admins', 'staff'] } }, 'cognito:groups'],
    [{ groups: { all: ['staff'], none: ['readers'] } }, 'cognito:groups'],
    [{ scopes: { any: ['orders/write'] } }, 'scope'],
    [{ scopes: { all: ['orders/read', 'orders/write'] } }, 'scope'],
  ])('are not enough: %j', async (requirements, claim) => {
    await expect(verifyAccessToken(token, requirements)).rejects.toMatchObject({
      code: 'TOKEN_INSUFFICIENT',
      claim,
    })
  })

  it('asks nothing of somebody in no group, where it only keeps groups out', async () => {
    await expect(
      verifyAccessToken(groupless, { groups: { none: ['staff'] } }),
    ).resolves.toBeDefined()
    await expect(verifyAccessToken(groupless, { groups: { any: ['staff'] } })).rejects.toThrow()
  })

  it('may be asked of ID tokens, which have no scopes', async () => {
    await expect(verifyIdToken(idToken, { groups: { all: ['staff'] } })).resolves.toBeDefined()
    await expect(verifyIdToken(idToken, { groups: ['admins'] })).rejects.toMatchObject({
      code: 'TOKEN_INSUFFICIENT',
    })
    await expect(verifyIdToken(idToken, { scopes: ['orders/read'] })).rejects.toMatchObject({
      code: 'TOKEN_INSUFFICIENT',
      claim: 'scope',
    })
    await expect(verifyIdToken(idToken, { maxAge: 30 })).rejects.toMatchObject({
      code: 'TOKEN_TOO_OLD',
    })
  })

  it.each([
    [{ groups: {} }, 'groups'],
    [{ groups: { all: [] } }, 'groups.all'],
    [{ groups: { any: ['staff'], none: [] } }, 'groups.none'],
    [{ scopes: [] }, 'scopes'],
    [{ scopes: { all: [] } }, 'scopes.all'],
    [{ groups: 'staff' }, 'groups'],
    [{ groups: null }, 'groups'],
    [{ groups: { every: ['staff'] } }, 'groups.every'],
    [{ groups: { any: 'staff' } }, 'groups.any'],
    [{ groups: { none: undefined } }, 'groups.none'],
    [{ scopes: { none: ['orders/read'] } }, 'scopes.none'],
    [{ scopes: [1] }, 'scopes'],
    [{ scope: ['orders/read'] }, 'scope'],
  ])('that are misspelt let nobody in: %j', async (wrong, option) => {
    const refusal = expect.objectContaining({ name: 'ConfigurationError', option })
    expect(() => checkRequirements(wrong as never)).toThrowError(refusal)
    expect(() => requireClaims(accessClaims(), wrong as never)).toThrowError(refusal)
    await expect(verifyAccessToken(token, wrong as never)).rejects.toEqual(refusal)
  })

  it('may be asked of claims that are verified already', async () => {
    const claims = await verifyAccessToken(token)
    requireClaims(claims, { groups: { all: ['staff'] }, scopes: ['orders/read'] })
    expect(() => requireClaims(claims, { groups: ['admins'] })).toThrowError(
      expect.objectContaining({ name: 'TokenError', code: 'TOKEN_INSUFFICIENT' }),
    )
    expect(() => requireClaims(claims, { maxAge: 30 })).toThrowError(
      expect.objectContaining({ name: 'TokenError', code: 'TOKEN_TOO_OLD' }),
    )
  })

  it('name groups that the pool has, at each of its places', () => {
    const pool = { groups: ['staff', 'admin'] }
    const refusal = (option: string) => expect.objectContaining({ option })
    checkRequirements({ groups: { none: ['staff'] } }, pool)
    expect(() => checkRequirements({ groups: ['stuff'] }, pool)).toThrowError(refusal('groups'))
    expect(() => checkRequirements({ groups: { none: ['stuff'] } }, pool)).toThrowError(
      refusal('groups.none'),
    )
  })

  it('are checked for each pool, also where they were right for another', () => {
    const requirements = { groups: ['staff'] }
    checkRequirements(requirements, { groups: ['staff'] })
    expect(() => checkRequirements(requirements, { groups: ['admin'] })).toThrow()
    expect(() => checkRequirements(requirements, { groups: ['admin'] })).toThrow()
  })
})

describe('other app clients', () => {
  const trusting = createTokenVerifier({ ...options, trustedClientIds: ['mobile1', 'mobile2'] })
  const tokenOf = (client_id: string) => signToken({ key, payload: accessClaims({ client_id }) })

  it('are trusted where they are named, with both kinds of tokens', async () => {
    await expect(trusting.verifyAccessToken(tokenOf('mobile2'))).resolves.toBeDefined()
    await expect(trusting.verifyAccessToken(tokenOf(clientId))).resolves.toBeDefined()
    const mobileIdToken = signToken({ key, payload: idClaims({ aud: 'mobile1' }) })
    await expect(trusting.verifyIdToken(mobileIdToken)).resolves.toBeDefined()
  })

  it('are not trusted where they are not', async () => {
    const untrusted = { code: 'TOKEN_UNTRUSTED', claim: 'client_id' }
    await expect(trusting.verifyAccessToken(tokenOf('mobile3'))).rejects.toMatchObject(untrusted)
    await expect(verifyAccessToken(tokenOf('mobile1'))).rejects.toMatchObject(untrusted)
  })

  it.each([
    ['mobile1', 'trustedClientIds'],
    [['mobile 1'], 'trustedClientIds[0]'],
    [['mobile1', ''], 'trustedClientIds[1]'],
    [['mobile1', 'mobile1'], 'trustedClientIds[1]'],
    [[clientId], 'trustedClientIds[0]'],
  ])('are a list of ids, without %j', (trustedClientIds, option) => {
    expect(() => createCognito({ userPoolId, clientId, trustedClientIds } as never)).toThrowError(
      expect.objectContaining({ name: 'ConfigurationError', option }),
    )
  })
})
