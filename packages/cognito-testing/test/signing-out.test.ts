import { GlobalSignOutCommand } from '@aws-sdk/client-cognito-identity-provider'
import { describe, expect, it } from 'vitest'
import { refusalOf } from './sign-in.ts'
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
