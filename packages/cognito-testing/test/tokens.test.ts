import { createLocalJWKSet, jwtVerify } from 'jose'
import { describe, expect, it, onTestFinished, vi } from 'vitest'
import { createTestUserPool } from '../src/index.ts'
import { claimsOf, refusalOf, signInWithSrp } from './sign-in.ts'
import { getUser, password, poolWith, signIn, uuid } from './signed-in-pool.ts'

describe('tokens', () => {
  it('carry all claims of an ID and an access token, and jose trusts them', async () => {
    const pool = poolWith()
    const before = pool.clock.now()
    const { AccessToken, IdToken } = await signIn(pool)
    const keys = createLocalJWKSet({
      keys: pool.options.jwks.keys.map((key) => ({ kty: 'RSA', ...key })),
    })
    const issuer = 'https://cognito-idp.us-east-1.amazonaws.com/us-east-1_TestPool1'
    const id = await jwtVerify(IdToken, keys, { issuer, audience: 'webclient' })
    const access = await jwtVerify(AccessToken, keys, { issuer })

    const { sub, origin_jti, event_id, auth_time = 0 } = id.payload
    expect(id.payload).toEqual({
      sub: expect.stringMatching(uuid),
      'cognito:groups': ['staff', 'admins'],
      email_verified: true,
      iss: issuer,
      'cognito:username': 'ann',
      origin_jti: expect.stringMatching(uuid),
      aud: 'webclient',
      event_id: expect.stringMatching(uuid),
      token_use: 'id',
      auth_time,
      exp: Number(auth_time) + 3600,
      iat: auth_time,
      jti: expect.stringMatching(uuid),
      email: 'ann@example.com',
      'custom:tenant': '7',
    })
    expect(access.payload).toEqual({
      sub,
      'cognito:groups': ['staff', 'admins'],
      iss: issuer,
      client_id: 'webclient',
      origin_jti,
      event_id,
      token_use: 'access',
      scope: 'aws.cognito.signin.user.admin',
      auth_time,
      exp: Number(auth_time) + 3600,
      iat: auth_time,
      jti: expect.stringMatching(uuid),
      username: 'ann',
    })
    expect(auth_time).toBeGreaterThanOrEqual(before)
    expect(access.payload.jti).not.toBe(id.payload.jti)
    expect(Object.keys(id.protectedHeader).sort()).toEqual(['alg', 'kid'])
    expect(access.protectedHeader.kid).not.toBe(id.protectedHeader.kid)
  })

  it('of a user in no group carry no groups', async () => {
    const pool = poolWith()
    const { AccessToken, IdToken } = await signIn(pool, 'ben')
    expect(claimsOf(AccessToken)).not.toHaveProperty('cognito:groups')
    expect(claimsOf(IdToken)).not.toHaveProperty('cognito:groups')
  })

  it('expire for whoever verifies them by the process clock, which the pool follows', async () => {
    vi.useFakeTimers({ toFake: ['Date'] })
    onTestFinished(() => {
      vi.useRealTimers()
    })
    const pool = poolWith()
    const { AccessToken } = await signIn(pool)
    const verify = async () => {
      const keys = pool.options.jwks.keys.map((key) => ({ kty: 'RSA', ...key }))
      return jwtVerify(AccessToken, createLocalJWKSet({ keys }))
    }
    const later = Date.now() + 3_600_000
    pool.clock.advance(3600)
    expect((await verify()).payload['token_use']).toBe('access')
    vi.setSystemTime(later)
    await expect(verify()).rejects.toMatchObject({ code: 'ERR_JWT_EXPIRED' })
    expect(pool.clock.now()).toBe(Math.floor(later / 1000) + 3600)
  })

  it('live as long as the client says', async () => {
    const pool = poolWith({ lifetimes: { access: 600, id: 900 } })
    const { AuthenticationResult } = await signInWithSrp(pool, 'ann', password)
    expect(AuthenticationResult?.ExpiresIn).toBe(600)
    const id = claimsOf(AuthenticationResult?.IdToken)
    expect(Number(id['exp']) - Number(id['iat'])).toBe(900)
  })
})

describe('GetUser', () => {
  it('lists the attributes as strings, sub first, and leaves empty lists out', async () => {
    const pool = poolWith()
    const { $metadata: _, ...answer } = await getUser(pool, (await signIn(pool)).AccessToken)
    expect(answer).toEqual({
      Username: 'ann',
      UserAttributes: [
        { Name: 'sub', Value: expect.stringMatching(uuid) },
        { Name: 'email', Value: 'ann@example.com' },
        { Name: 'email_verified', Value: 'true' },
        { Name: 'custom:tenant', Value: '7' },
      ],
    })
  })

  it('refuses what is no access token of this pool', async () => {
    const pool = poolWith()
    const elsewhere = createTestUserPool({
      userPoolId: 'us-east-1_OtherPool',
      users: [{ username: 'ann', password }],
    })
    const { AccessToken, IdToken } = await signIn(pool)
    const [header, payload, signature = ''] = AccessToken.split('.')
    const flipped = signature.startsWith('A') ? `B${signature.slice(1)}` : `A${signature.slice(1)}`
    const forged = Buffer.from(JSON.stringify({ ...claimsOf(AccessToken), username: 'ben' }))
    const none = Buffer.from('{"alg":"none"}').toString('base64url')
    const refusals = await Promise.all(
      [
        'garbage',
        IdToken,
        (await signIn(elsewhere)).AccessToken,
        `${header}.${payload}.${flipped}`,
        `${header}.${forged.toString('base64url')}.${signature}`,
        `${none}.${payload}.`,
      ].map((token) => refusalOf(getUser(pool, token))),
    )
    const invalid = 'NotAuthorizedException: Invalid Access Token'
    const unsigned = 'NotAuthorizedException: Could not verify signature for Access Token'
    expect(refusals).toEqual([invalid, invalid, invalid, unsigned, unsigned, unsigned])
  })

  it('refuses a token that has expired by the clock', async () => {
    const pool = poolWith()
    const { AccessToken } = await signIn(pool)
    pool.clock.advance(3600)
    expect(await refusalOf(getUser(pool, AccessToken))).toBe(
      'NotAuthorizedException: Access Token has expired',
    )
  })
})
