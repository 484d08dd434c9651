import { describe, expect, it } from 'vitest'
import { createTestUserPool } from '../src/index.ts'
import { claimsOf, initiate, refusalOf, secretHash } from './sign-in.ts'
import { password, poolWith, refresh, signIn } from './signed-in-pool.ts'

describe('GetTokensFromRefreshToken', () => {
  it('keeps auth_time and origin_jti, not jti, and comes without a refresh token', async () => {
    const pool = poolWith()
    const { AccessToken, RefreshToken } = await signIn(pool)
    pool.clock.advance(1000)
    const { AuthenticationResult: result } = await refresh(pool, RefreshToken)
    const [old, fresh] = [claimsOf(AccessToken), claimsOf(result?.AccessToken)]
    expect(fresh).toMatchObject({ auth_time: old['auth_time'], origin_jti: old['origin_jti'] })
    expect(fresh['jti']).not.toBe(old['jti'])
    expect(Number(fresh['iat']) - Number(old['iat'])).toBeGreaterThanOrEqual(1000)
    expect(result).not.toHaveProperty('RefreshToken')
  })

  it('rotates where the client does; the old token works in the grace period only', async () => {
    const pool = poolWith({ rotation: { graceSeconds: 30 } })
    const { RefreshToken: first } = await signIn(pool)
    const { AuthenticationResult: result } = await refresh(pool, first)
    const second = result?.RefreshToken ?? ''
    expect(second).not.toBe(first)
    expect((await refresh(pool, first)).AuthenticationResult?.RefreshToken).toBeDefined()
    pool.clock.advance(30)
    expect(await refusalOf(refresh(pool, first))).toMatch(/^RefreshTokenReuseException: /)
    expect((await refresh(pool, second)).AuthenticationResult).toBeDefined()
  })

  it('is answered once of two who ask at once without a grace period', async () => {
    const pool = poolWith({ rotation: { graceSeconds: 0 } })
    const { RefreshToken } = await signIn(pool)
    const asked = await Promise.allSettled([
      refresh(pool, RefreshToken),
      refresh(pool, RefreshToken),
    ])
    expect(asked.map(({ status }) => status)).toEqual(['fulfilled', 'rejected'])
  })

  it('counts the grace period from the first use, not from later ones', async () => {
    const pool = poolWith({ rotation: { graceSeconds: 30 } })
    const { RefreshToken } = await signIn(pool)
    await refresh(pool, RefreshToken)
    pool.clock.advance(20)
    await refresh(pool, RefreshToken)
    pool.clock.advance(10)
    expect(await refusalOf(refresh(pool, RefreshToken))).toMatch(/^RefreshTokenReuseException: /)
  })

  it('gives a rotated token no longer life than the first had', async () => {
    const pool = poolWith({ rotation: { graceSeconds: 0 }, lifetimes: { refresh: 3600 } })
    const { RefreshToken } = await signIn(pool)
    pool.clock.advance(3000)
    const { AuthenticationResult: result } = await refresh(pool, RefreshToken)
    pool.clock.advance(600)
    expect(await refusalOf(refresh(pool, result?.RefreshToken ?? ''))).toBe(
      'NotAuthorizedException: Refresh Token has expired',
    )
  })

  it.each([
    ['garbage', {}, 'Invalid Refresh Token'],
    [undefined, { ClientId: 'otherclient', ClientSecret: undefined }, 'Invalid Refresh Token'],
  ])('refuses %s for %j', async (token, input, message) => {
    const pool = poolWith()
    const { RefreshToken } = await signIn(pool)
    expect(await refusalOf(refresh(pool, token ?? RefreshToken, input))).toBe(
      `NotAuthorizedException: ${message}`,
    )
  })

  it('takes the plain secret, and nothing else', async () => {
    const pool = poolWith({ secret: true })
    const { RefreshToken } = await signIn(pool)
    expect((await refresh(pool, RefreshToken)).AuthenticationResult).toBeDefined()
    expect(await refusalOf(refresh(pool, RefreshToken, { ClientSecret: 'x'.repeat(30) }))).toBe(
      'NotAuthorizedException: Unable to verify client secret for client webclient',
    )
    expect(await refusalOf(refresh(pool, RefreshToken, { ClientSecret: undefined }))).toBe(
      'NotAuthorizedException: Client webclient is configured for secret but secret was not ' +
        'received',
    )
  })
})

describe.each(['REFRESH_TOKEN_AUTH', 'REFRESH_TOKEN'] as const)('%s', (flow) => {
  it('answers with tokens and without a refresh token', async () => {
    const pool = poolWith()
    const { RefreshToken } = await signIn(pool)
    const answer = await initiate(pool, flow, { REFRESH_TOKEN: RefreshToken })
    expect(answer.AuthenticationResult).toMatchObject({ ExpiresIn: 3600, TokenType: 'Bearer' })
    expect(answer.AuthenticationResult).not.toHaveProperty('RefreshToken')
    expect(answer.ChallengeParameters).toEqual({})
  })

  it('wants the hash over the real user name of the owner', async () => {
    const pool = createTestUserPool({
      signInWith: ['email'],
      clients: [{ id: 'webclient', secret: true }],
      users: [{ username: 'ann@example.com', password }],
    })
    const { RefreshToken } = await signIn(pool, 'ann@example.com')
    const hashed = (name: string) =>
      initiate(pool, flow, { REFRESH_TOKEN: RefreshToken, ...secretHash(pool, name) })
    expect((await hashed(pool.users[0]?.username ?? '')).AuthenticationResult).toBeDefined()
    expect(await refusalOf(hashed('ann@example.com'))).toBe(
      'NotAuthorizedException: Unable to verify secret hash for client webclient',
    )
    expect(await refusalOf(initiate(pool, flow, { REFRESH_TOKEN: RefreshToken }))).toBe(
      'NotAuthorizedException: Client webclient is configured with secret but SECRET_HASH ' +
        'was not received',
    )
  })

  it('is refused to a client that rotates', async () => {
    const pool = poolWith({ rotation: { graceSeconds: 0 } })
    const { RefreshToken } = await signIn(pool)
    expect(await refusalOf(initiate(pool, flow, { REFRESH_TOKEN: RefreshToken }))).toBe(
      `InvalidParameterException: ${flow} flow not enabled for this client`,
    )
  })
})
