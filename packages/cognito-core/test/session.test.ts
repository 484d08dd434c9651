import { createCognito, type Tokens } from '@x/cognito-core'
import { createTestUserPool, type TestUserPool, type TestUserPoolOptions } from '@x/cognito-testing'
import { describe, expect, it } from 'vitest'

const password = 'Correct-horse-1'

const signedIn = async (options: TestUserPoolOptions = {}) => {
  const pool: TestUserPool = createTestUserPool({
    users: [{ username: 'ada', password }],
    ...options,
  })
  const cognito = createCognito(pool.options)
  const result = await cognito.signIn({ username: 'ada', password })
  if (result.status !== 'signed-in') throw new Error(result.status)
  const tokens: Tokens & { refreshToken: string } = { refreshToken: '', ...result.tokens }
  return { pool, cognito, tokens }
}

describe('refreshing', () => {
  it('gives new tokens and no new refresh token where the app client does not rotate', async () => {
    const { cognito, tokens } = await signedIn({ clients: [{ secret: true }] })
    const fresh = await cognito.refresh(tokens)
    expect(fresh).not.toHaveProperty('refreshToken')
    await expect(cognito.refresh(tokens)).resolves.toBeDefined()
    const [before, after] = await Promise.all([
      cognito.verifyAccessToken(tokens.accessToken),
      cognito.verifyAccessToken(fresh.accessToken),
    ])
    expect(after['origin_jti']).toBe(before['origin_jti'])
    expect(after.auth_time).toBe(before.auth_time)
  })

  it('gives a new refresh token where the app client rotates, and the old one dies', async () => {
    const { cognito, tokens } = await signedIn({
      clients: [{ secret: true, rotation: { graceSeconds: 0 } }],
    })
    const { refreshToken = '' } = await cognito.refresh(tokens)
    expect(refreshToken).not.toBe('')
    expect(refreshToken).not.toBe(tokens.refreshToken)
    const again = cognito.refresh(tokens)
    await expect(again).rejects.toMatchObject({ code: 'COGNITO_TOKEN_REJECTED', retryable: false })
    await expect(cognito.refresh({ refreshToken })).resolves.toBeDefined()
  })

  it('is refused once the refresh token has expired', async () => {
    const { pool, cognito, tokens } = await signedIn()
    pool.clock.advance(31 * 24 * 3600)
    await expect(cognito.refresh(tokens)).rejects.toMatchObject({ code: 'COGNITO_TOKEN_REJECTED' })
  })

  it('keeps its refusals apart from outages', async () => {
    const { pool, cognito, tokens } = await signedIn()
    pool.failNext('GetTokensFromRefreshToken', { status: 500 })
    await expect(cognito.refresh(tokens)).rejects.toMatchObject({ code: 'COGNITO_UNAVAILABLE' })
    await expect(cognito.refresh(tokens)).resolves.toBeDefined()
  })

  it('is refused for a token that is none', async () => {
    const { cognito } = await signedIn()
    const attempt = cognito.refresh({ refreshToken: 'not-a-token' })
    await expect(attempt).rejects.toMatchObject({ code: 'COGNITO_TOKEN_REJECTED' })
  })
})

describe('signing out', () => {
  it('ends this session and no other', async () => {
    const { cognito, tokens } = await signedIn({ clients: [{ secret: true }] })
    const other = await cognito.signIn({ username: 'ada', password })
    if (other.status !== 'signed-in') throw new Error(other.status)

    await cognito.signOut(tokens)
    await expect(cognito.refresh(tokens)).rejects.toMatchObject({ code: 'COGNITO_TOKEN_REJECTED' })
    await expect(cognito.profile.get(tokens)).rejects.toMatchObject({
      code: 'COGNITO_TOKEN_REJECTED',
    })
    await expect(cognito.profile.get(other.tokens)).resolves.toMatchObject({ username: 'ada' })
  })

  it('everywhere ends every session', async () => {
    const { cognito, tokens } = await signedIn()
    const other = await cognito.signIn({ username: 'ada', password })
    if (other.status !== 'signed-in') throw new Error(other.status)

    await cognito.signOutEverywhere(tokens)
    const { refreshToken = '' } = other.tokens
    await expect(cognito.refresh({ refreshToken })).rejects.toMatchObject({
      code: 'COGNITO_TOKEN_REJECTED',
    })
    await expect(cognito.profile.get(other.tokens)).rejects.toMatchObject({
      code: 'COGNITO_TOKEN_REJECTED',
    })
  })
})

describe('the profile', () => {
  it('is what Cognito knows of the user', async () => {
    const { cognito, tokens } = await signedIn({
      users: [
        {
          username: 'ada',
          password,
          attributes: { email: 'ada@example.com', email_verified: 'true' },
        },
      ],
    })
    const profile = await cognito.profile.get(tokens)
    const { sub } = await cognito.verifyAccessToken(tokens.accessToken)
    expect(profile).toEqual({
      sub,
      username: 'ada',
      attributes: { sub, email: 'ada@example.com', email_verified: true },
    })
  })
})
