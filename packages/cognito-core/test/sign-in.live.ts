// Runs against a real user pool, with `COGNITO_LIVE=1` and what CONTRIBUTING.md names in the environment.
import { CognitoError } from '@x/cognito-core'
import { describe, expect, it } from 'vitest'
import { liveUser } from './live-user.ts'

const { cognito, username, password, tokens } = liveUser()

describe('a real user pool', () => {
  it('signs in by SRP, and its tokens are trusted', async () => {
    const { accessToken, idToken, expiresAt } = await tokens()
    const claims = await cognito.verifyAccessToken(accessToken)
    expect(claims.exp).toBe(expiresAt)
    const idClaims = await cognito.verifyIdToken(idToken)
    expect(idClaims.sub).toBe(claims.sub)
    const profile = await cognito.profile.get({ accessToken })
    expect(profile).toMatchObject({ sub: claims.sub, username: claims.username })
  })

  it('refuses a wrong password', async () => {
    const attempt = cognito.signIn({ username, password: `${password}-wrong` })
    await expect(attempt).rejects.toMatchObject({ code: 'COGNITO_INVALID_CREDENTIALS' })
  })

  it('refuses an unknown user without an outage or a configuration error', async () => {
    const error = await cognito
      .signIn({ username: 'nobody-by-that-name@example.com', password })
      .catch((thrown: unknown) => thrown)
    expect(error).toBeInstanceOf(CognitoError)
    expect(['COGNITO_INVALID_CREDENTIALS', 'COGNITO_USER_NOT_FOUND']).toContain(
      (error as CognitoError).code,
    )
  })

  it('refreshes, and ends the session', async () => {
    const signedIn = await tokens()
    const { accessToken, refreshToken = signedIn.refreshToken } = await cognito.refresh(signedIn)
    await expect(cognito.verifyAccessToken(accessToken)).resolves.toBeDefined()
    await cognito.signOut({ refreshToken })
    await expect(cognito.refresh({ refreshToken })).rejects.toMatchObject({
      code: 'COGNITO_TOKEN_REJECTED',
    })
  })

  it('ends every session', async () => {
    const { accessToken, refreshToken } = await tokens()
    await cognito.signOutEverywhere({ accessToken })
    await expect(cognito.refresh({ refreshToken })).rejects.toMatchObject({
      code: 'COGNITO_TOKEN_REJECTED',
    })
  })
})
