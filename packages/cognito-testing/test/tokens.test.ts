import {
  GetTokensFromRefreshTokenCommand,
  GetUserCommand,
  GlobalSignOutCommand,
  RevokeTokenCommand,
} from '@aws-sdk/client-cognito-identity-provider'
import { createLocalJWKSet, jwtVerify } from 'jose'
import { describe, expect, it, onTestFinished, vi } from 'vitest'
import { createTestUserPool, type TestClientOptions, type TestUserPool } from '../src/index.ts'
import {
  claimsOf,
  initiate,
  refusalOf,
  secretHash,
  signInWithPassword,
  signInWithSrp,
} from './sign-in.ts'

const password = 'Correct-Horse1'
const uuid = /^[0-9a-f]{8}(-[0-9a-f]{4}){3}-[0-9a-f]{12}$/

const poolWith = (client: TestClientOptions = {}) =>
  createTestUserPool({
    clients: [{ id: 'webclient', ...client }, { id: 'otherclient' }],
    customAttributes: [{ name: 'tenant' }],
    users: [
      {
        username: 'ann',
        password,
        groups: ['staff', 'admins'],
        attributes: { email: 'ann@example.com', email_verified: 'true', 'custom:tenant': '7' },
      },
      { username: 'ben', password },
    ],
  })

const signIn = async (pool: TestUserPool, name = 'ann') => {
  const { AuthenticationResult } = await signInWithPassword(pool, name, password)
  const { AccessToken = '', IdToken = '', RefreshToken = '' } = AuthenticationResult ?? {}
  return { AccessToken, IdToken, RefreshToken }
}

const refresh = (pool: TestUserPool, RefreshToken: string, input: object = {}) =>
  pool.options.client.send(
    new GetTokensFromRefreshTokenCommand({
      ClientId: pool.options.clientId,
      ...(pool.options.clientSecret !== undefined && { ClientSecret: pool.options.clientSecret }),
      RefreshToken,
      ...input,
    }),
  )

const getUser = (pool: TestUserPool, AccessToken: string) =>
  pool.options.client.send(new GetUserCommand({ AccessToken }))

const revoke = (pool: TestUserPool, Token: string, input: object = {}) =>
  pool.options.client.send(
    new RevokeTokenCommand({
      ClientId: pool.options.clientId,
      ...(pool.options.clientSecret !== undefined && { ClientSecret: pool.options.clientSecret }),
      Token,
      ...input,
    }),
  )

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

describe('RevokeToken', () => {
  it('ends that sign-in with all its tokens, and no other', async () => {
    const pool = poolWith()
    const [phone, laptop] = [await signIn(pool), await signIn(pool)]
    const refreshed = await refresh(pool, phone.RefreshToken)
    await revoke(pool, phone.RefreshToken)
    await revoke(pool, phone.RefreshToken)
    expect(await refusalOf(refresh(pool, phone.RefreshToken))).toBe(
      'NotAuthorizedException: Refresh Token has been revoked',
    )
    for (const token of [phone.AccessToken, refreshed.AuthenticationResult?.AccessToken ?? '']) {
      expect(await refusalOf(getUser(pool, token))).toBe(
        'NotAuthorizedException: Access Token has been revoked',
      )
    }
    expect(await getUser(pool, laptop.AccessToken)).toMatchObject({ Username: 'ann' })
  })

  it('takes no access token, no token of another client and no wrong secret', async () => {
    const pool = poolWith({ secret: true })
    const { AccessToken, RefreshToken } = await signIn(pool)
    expect(await refusalOf(revoke(pool, AccessToken))).toMatch(/^UnsupportedTokenTypeException: /)
    const elsewhere = { ClientId: 'otherclient', ClientSecret: undefined }
    expect(await refusalOf(revoke(pool, RefreshToken, elsewhere))).toMatch(
      /^UnauthorizedException: /,
    )
    expect(await refusalOf(revoke(pool, RefreshToken, { ClientSecret: undefined }))).toMatch(
      /^UnauthorizedException: /,
    )
    expect((await refresh(pool, RefreshToken)).AuthenticationResult).toBeDefined()
  })
})

it('GlobalSignOut ends every sign-in of the user, and nobody else’s', async () => {
  const pool = poolWith()
  const [phone, laptop, ben] = [await signIn(pool), await signIn(pool), await signIn(pool, 'ben')]
  await pool.options.client.send(new GlobalSignOutCommand({ AccessToken: phone.AccessToken }))
  expect(await refusalOf(getUser(pool, laptop.AccessToken))).toBe(
    'NotAuthorizedException: Access Token has been revoked',
  )
  expect(await refusalOf(refresh(pool, laptop.RefreshToken))).toBe(
    'NotAuthorizedException: Refresh Token has been revoked',
  )
  expect(await getUser(pool, ben.AccessToken)).toMatchObject({ Username: 'ben' })
  expect(await getUser(pool, (await signIn(pool)).AccessToken)).toMatchObject({ Username: 'ann' })
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
