import { createCognito } from '@x/cognito-core'
import { createTestUserPool } from '@x/cognito-testing'
import { describe, expect, it } from 'vitest'

const user = { username: 'ada', password: 'Correct-horse-1', groups: ['staff'] }

describe('a user who signed in by the app client of a mobile app', () => {
  const signInByMobile = async () => {
    const pool = createTestUserPool({
      clients: [{ id: 'webclient' }, { id: 'mobileclient' }],
      users: [user],
    })
    const mobile = createCognito({ ...pool.options, clientId: 'mobileclient' })
    const result = await mobile.signIn({ method: 'password', ...user })
    if (result.status !== 'signed-in') throw new Error(result.status)
    return { pool, ...result.tokens }
  }

  it('is known to the web app where it trusts that client, time and again', async () => {
    const { pool, accessToken, idToken } = await signInByMobile()
    const web = createCognito({ ...pool.options, trustedClientIds: ['mobileclient'] })
    const claims = await web.verifyAccessToken(accessToken, { groups: { all: ['staff'] } })
    expect(claims).toMatchObject({ username: 'ada', client_id: 'mobileclient' })
    expect(await web.verifyAccessToken(accessToken)).toBe(claims)
    expect(await web.verifyIdToken(idToken)).toMatchObject({ aud: 'mobileclient' })
  })

  it('is a stranger to the web app where it does not', async () => {
    const { pool, accessToken, idToken } = await signInByMobile()
    const web = createCognito(pool.options)
    const untrusted = { name: 'TokenError', code: 'TOKEN_UNTRUSTED' }
    await expect(web.verifyAccessToken(accessToken)).rejects.toMatchObject({
      ...untrusted,
      claim: 'client_id',
    })
    await expect(web.verifyIdToken(idToken)).rejects.toMatchObject({ ...untrusted, claim: 'aud' })
  })
})
