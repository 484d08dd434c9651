import fc from 'fast-check'
import { afterEach, beforeEach, describe, expect, it, vi } from 'vitest'
import type { TokenRequirements } from '../src/index.ts'
import { createTokenVerifier } from '../src/verify/verify-token.ts'
import { heardOutcomes } from './verification-events.ts'
import { accessClaims, clientId, idClaims, userPoolId } from './verify/claims-of-alice.ts'
import { startKeyServer } from './verify/key-server.ts'
import { createSigningKey, type SigningKey, signToken } from './verify/signing-key.ts'

const key = createSigningKey('one')
const otherKey = createSigningKey('two')
const options = { userPoolId, clientId, jwks: { keys: [key.jwk] } }
const accessToken = (changes = {}, signedWith: SigningKey = key) =>
  signToken({ key: signedWith, payload: accessClaims(changes) })
const now = () => Math.floor(Date.now() / 1000)

describe('a token that comes again', () => {
  beforeEach(() => {
    vi.useFakeTimers({ toFake: ['Date', 'performance'] })
  })
  afterEach(() => {
    vi.useRealTimers()
  })

  it('is verified once', async () => {
    const outcomes = heardOutcomes()
    const { verifyAccessToken } = createTokenVerifier(options)
    const token = accessToken()
    const claims = await verifyAccessToken(token)
    expect(await verifyAccessToken(token)).toBe(claims)
    expect(outcomes).toEqual(['verified', 'remembered'])
  })

  it('is verified each time where nothing is to be remembered', async () => {
    const outcomes = heardOutcomes()
    const { verifyAccessToken } = createTokenVerifier({ ...options, tokenCache: false })
    const token = accessToken()
    expect(await verifyAccessToken(token)).toEqual(await verifyAccessToken(token))
    expect(outcomes).toEqual(['verified', 'verified'])
  })

  it('is refused once it has expired', async () => {
    const outcomes = heardOutcomes()
    const { verifyAccessToken } = createTokenVerifier(options)
    const token = accessToken({ exp: now() + 30 })
    await verifyAccessToken(token)
    vi.advanceTimersByTime(31_000)
    await expect(verifyAccessToken(token)).rejects.toMatchObject({ code: 'TOKEN_EXPIRED' })
    expect(outcomes).toEqual(['verified', 'TOKEN_EXPIRED'])
  })

  it('has to meet what is asked this time', async () => {
    const { verifyAccessToken } = createTokenVerifier(options)
    const token = accessToken({ auth_time: now() })
    await verifyAccessToken(token, { groups: ['staff'] })
    await expect(verifyAccessToken(token, { groups: ['admin'] })).rejects.toMatchObject({
      code: 'TOKEN_INSUFFICIENT',
    })
    await verifyAccessToken(token, { maxAge: 60 })
    vi.advanceTimersByTime(61_000)
    await expect(verifyAccessToken(token, { maxAge: 60 })).rejects.toMatchObject({
      code: 'TOKEN_TOO_OLD',
    })
  })

  it('is never taken for one of the other use', async () => {
    const { verifyAccessToken, verifyIdToken } = createTokenVerifier(options)
    const idToken = signToken({ key, payload: idClaims() })
    await verifyIdToken(idToken)
    await expect(verifyAccessToken(idToken)).rejects.toMatchObject({ claim: 'token_use' })
    const token = accessToken()
    await verifyAccessToken(token)
    await expect(verifyIdToken(token)).rejects.toMatchObject({ claim: 'token_use' })
  })

  it('is not pushed out by tokens that are refused', async () => {
    const outcomes = heardOutcomes()
    const { verifyAccessToken } = createTokenVerifier({ ...options, tokenCache: { maxEntries: 1 } })
    const token = accessToken()
    await verifyAccessToken(token)
    for (const bad of [accessToken({ exp: now() - 1 }), accessToken({}, otherKey), 'a.b.c']) {
      await expect(verifyAccessToken(bad)).rejects.toThrow()
    }
    await verifyAccessToken(token)
    expect(outcomes.at(-1)).toBe('remembered')
  })

  it('gives claims that nobody can change for the next one', async () => {
    const { verifyAccessToken } = createTokenVerifier(options)
    const token = accessToken({ 'cognito:groups': ['staff'] })
    const claims = await verifyAccessToken(token)
    expect(() => claims['cognito:groups']?.push('admin')).toThrow(TypeError)
  })

  it('gives claims of the same kind where nothing is to be remembered', async () => {
    const { verifyAccessToken } = createTokenVerifier({ ...options, tokenCache: false })
    const claims = await verifyAccessToken(accessToken({ 'cognito:groups': ['staff'] }))
    expect(() => claims['cognito:groups']?.push('admin')).toThrow(TypeError)
  })

  it('is forgotten when its pool has taken back a key', async () => {
    const server = await startKeyServer([key.jwk])
    const outcomes = heardOutcomes()
    const { verifyAccessToken } = createTokenVerifier({
      userPoolId,
      clientId,
      endpoint: server.endpoint,
    })
    const token = accessToken()
    await verifyAccessToken(token)
    server.publish([otherKey.jwk])
    // Signed with a key that is not known yet, which makes the keys be fetched.
    await verifyAccessToken(accessToken({}, otherKey))
    await expect(verifyAccessToken(token)).rejects.toMatchObject({ code: 'TOKEN_UNTRUSTED' })
    await server.close()
    expect(outcomes).toEqual(['verified', 'verified', 'TOKEN_UNTRUSTED'])
  })

  it('is forgotten when its pool has another key under the same id', async () => {
    const server = await startKeyServer([key.jwk])
    const { verifyAccessToken } = createTokenVerifier({
      userPoolId,
      clientId,
      endpoint: server.endpoint,
    })
    const token = accessToken()
    await verifyAccessToken(token)
    server.publish([{ ...otherKey.jwk, kid: 'one' }, otherKey.jwk])
    await verifyAccessToken(accessToken({}, otherKey))
    await expect(verifyAccessToken(token)).rejects.toMatchObject({ code: 'TOKEN_UNTRUSTED' })
    await verifyAccessToken(accessToken({}, { ...otherKey, kid: 'one' }))
    await server.close()
  })

  it('stays remembered where a pool only gains a key', async () => {
    const server = await startKeyServer([key.jwk])
    const outcomes = heardOutcomes()
    const { verifyAccessToken } = createTokenVerifier({
      userPoolId,
      clientId,
      endpoint: server.endpoint,
    })
    const token = accessToken()
    await verifyAccessToken(token)
    server.publish([key.jwk, otherKey.jwk])
    await verifyAccessToken(accessToken({}, otherKey))
    await verifyAccessToken(token)
    await server.close()
    expect(outcomes.at(-1)).toBe('remembered')
  })

  it('gets the answer that it would get if nothing were remembered', async () => {
    const start = now()
    const tokens = [
      accessToken(),
      accessToken({ exp: start + 40 }),
      accessToken({ exp: start + 40, 'cognito:groups': undefined }),
      accessToken({ auth_time: start - 20, scope: 'orders/read' }),
      accessToken({ nbf: start + 30 }),
      accessToken({}, otherKey),
      signToken({ key, payload: idClaims() }),
    ]
    const requirements: (TokenRequirements | undefined)[] = [
      undefined,
      { groups: ['staff'] },
      { groups: { none: ['staff'] } },
      { scopes: ['orders/read'], maxAge: 45 },
    ]
    const step = fc.record({
      token: fc.nat(tokens.length - 1),
      requirements: fc.nat(requirements.length - 1),
      use: fc.constantFrom('verifyAccessToken' as const, 'verifyIdToken' as const),
      passes: fc.constantFrom(-10, 0, 0, 1, 30),
    })
    const outcomeOf = (verified: Promise<unknown>) =>
      verified.then(
        (claims) => ({ claims }),
        ({ code, claim }) => ({ code, claim }),
      )
    await fc.assert(
      fc.asyncProperty(fc.array(step, { maxLength: 25 }), async (steps) => {
        vi.setSystemTime(start * 1000)
        const remembering = createTokenVerifier({ ...options, tokenCache: { maxEntries: 3 } })
        const forgetful = createTokenVerifier({ ...options, tokenCache: false })
        for (const { token, use, passes, ...step } of steps) {
          vi.setSystemTime(Date.now() + passes * 1000)
          const given = [tokens[token] ?? '', requirements[step.requirements]] as const
          expect(await outcomeOf(remembering[use](...given))).toEqual(
            await outcomeOf(forgetful[use](...given)),
          )
        }
      }),
      { numRuns: 60 },
    )
  })
})

describe('what is remembered', () => {
  it.each([
    [{ tokenCache: true }, 'tokenCache'],
    [{ tokenCache: { maxEntries: 0 } }, 'tokenCache.maxEntries'],
    [{ tokenCache: { maxEntries: 1.5 } }, 'tokenCache.maxEntries'],
    [{ tokenCache: { size: 5 } }, 'tokenCache.size'],
  ])('is no wrong number: %j', async (wrong, option) => {
    const { createCognito } = await import('@x/cognito-core')
    expect(() => createCognito({ userPoolId, clientId, ...wrong } as never)).toThrowError(
      expect.objectContaining({ name: 'ConfigurationError', option }),
    )
  })
})
