import { GlobalSignOutCommand } from '@aws-sdk/client-cognito-identity-provider'
import { describe, expect, it } from 'vitest'
import { claimsOf, refusalOf } from './sign-in.ts'
import { getUser, poolWith, refresh, revoke, signIn } from './signed-in-pool.ts'

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

describe('a client without token revocation', () => {
  it('has tokens without jti and origin_jti, and none of them is revoked', async () => {
    const pool = poolWith({ tokenRevocation: false })
    const { AccessToken, IdToken, RefreshToken } = await signIn(pool)
    const refreshed = (await refresh(pool, RefreshToken)).AuthenticationResult
    for (const token of [AccessToken, IdToken, refreshed?.AccessToken, refreshed?.IdToken]) {
      expect(claimsOf(token)).toMatchObject({
        sub: pool.users[0]?.sub,
        event_id: expect.any(String),
      })
      expect(claimsOf(token)).not.toHaveProperty('jti')
      expect(claimsOf(token)).not.toHaveProperty('origin_jti')
    }
    expect(await refusalOf(revoke(pool, RefreshToken))).toBe(
      'UnsupportedOperationException: Token revocation is not enabled for client webclient',
    )
    expect((await refresh(pool, RefreshToken)).AuthenticationResult).toBeDefined()
  })

  it('signs out everywhere all the same', async () => {
    const pool = poolWith({ tokenRevocation: false })
    const { AccessToken } = await signIn(pool)
    await pool.options.client.send(new GlobalSignOutCommand({ AccessToken }))
    expect(await refusalOf(getUser(pool, AccessToken))).toBe(
      'NotAuthorizedException: Access Token has been revoked',
    )
  })

  it('that rotates has both claims', async () => {
    const pool = poolWith({ tokenRevocation: false, rotation: { graceSeconds: 0 } })
    const claims = claimsOf((await signIn(pool)).AccessToken)
    expect(claims).toMatchObject({ jti: expect.any(String), origin_jti: expect.any(String) })
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
