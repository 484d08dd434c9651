import { type CallOptions, type Cognito, createCognito } from '@x/cognito-core'
import { createCognitoAdmin } from '@x/cognito-core/admin'
import { createTestUserPool, type TestUserPool } from '@x/cognito-testing'
import { beforeEach, describe, expect, it } from 'vitest'

const user = { username: 'ada', password: 'Correct-horse-1' }
const other = { username: 'bob', password: 'Battery-staple-2' }

const signIn = async (cognito: Cognito, as = user, call?: CallOptions) => {
  const result = await cognito.signIn({ method: 'password', ...as }, call)
  if (result.status !== 'signed-in') throw new Error(result.status)
  const { accessToken, refreshToken = '' } = result.tokens
  return { accessToken, refreshToken }
}

const isOver = { code: 'COGNITO_TOKEN_REJECTED' }

describe('the sessions of a user', () => {
  let pool: TestUserPool
  let cognito: Cognito
  let admin: ReturnType<typeof createCognitoAdmin>
  beforeEach(() => {
    pool = createTestUserPool({ sessionTracking: true, users: [user, other] })
    cognito = createCognito(pool.options)
    admin = createCognitoAdmin({ userPoolId: pool.userPoolId, client: pool.options.client })
  })

  const idOf = async ({ accessToken }: { accessToken: string }): Promise<string> => {
    const sessions = await cognito.sessions.list({ accessToken })
    return sessions.find(({ isCurrent }) => isCurrent)?.id ?? ''
  }

  it('are listed with where and since when, and the one that asks is known', async () => {
    const signedInAt = Math.floor(pool.clock.now())
    const phone = await signIn(cognito, user, { device: { ipAddress: '203.0.113.7' } })
    pool.clock.advance(100)
    const laptop = await signIn(cognito)
    pool.clock.advance(100)
    await cognito.refresh(phone)
    await signIn(cognito, other)

    const sessions = await cognito.sessions.list(laptop)
    expect(sessions).toMatchObject([
      {
        id: expect.stringMatching(/^tkn[a-z0-9]{25}$/),
        kind: 'token',
        clientId: pool.options.clientId,
        createdAt: signedInAt,
        lastActiveAt: signedInAt + 200,
        ipAddress: '203.0.113.7',
        isCurrent: false,
      },
      {
        id: expect.stringMatching(/^tkn[a-z0-9]{25}$/),
        kind: 'token',
        createdAt: signedInAt + 100,
        lastActiveAt: signedInAt + 100,
        isCurrent: true,
      },
    ])
    expect(sessions).toHaveLength(2)
    expect(sessions.map(({ location }) => location)).toEqual([undefined, undefined])
  })

  it('end one by one: what ended cannot be refreshed, nor act, and the others go on', async () => {
    const [here, elsewhere, third] = [
      await signIn(cognito),
      await signIn(cognito),
      await signIn(cognito),
    ]
    const id = await idOf(elsewhere)
    await cognito.sessions.revoke({ ...here, id })
    await expect(cognito.refresh(elsewhere)).rejects.toMatchObject(isOver)
    await expect(cognito.profile.get(elsewhere)).rejects.toMatchObject(isOver)
    await expect(cognito.refresh(third)).resolves.toBeDefined()
    expect((await cognito.sessions.list(here)).map((session) => session.id)).not.toContain(id)
  })

  it('end all but the one that asks, over every page', async () => {
    const elsewhere = await Promise.all(Array.from({ length: 13 }, () => signIn(cognito)))
    const here = await signIn(cognito)
    const bobs = await signIn(cognito, other)
    expect(await cognito.sessions.list(here)).toHaveLength(14)
    expect(pool.calls['ListUserSessions']).toBeGreaterThan(1)

    expect(await cognito.sessions.revokeOthers(here)).toEqual({ revoked: 13 })
    for (const session of elsewhere) {
      await expect(cognito.refresh(session)).rejects.toMatchObject(isOver)
    }
    expect(await cognito.sessions.list(here)).toMatchObject([{ isCurrent: true }])
    await expect(cognito.refresh(here)).resolves.toBeDefined()
    await expect(cognito.refresh(bobs)).resolves.toBeDefined()
    expect(await cognito.sessions.revokeOthers(here)).toEqual({ revoked: 0 })
  })

  it('end all but one also where two do so at once, and each is counted once', async () => {
    await Promise.all(Array.from({ length: 6 }, () => signIn(cognito)))
    const here = await signIn(cognito)
    const counts = await Promise.all([
      cognito.sessions.revokeOthers(here),
      cognito.sessions.revokeOthers(here),
    ])
    expect(counts.reduce((sum, { revoked }) => sum + revoked, 0)).toBe(6)
    expect(await cognito.sessions.list(here)).toHaveLength(1)
  })

  it('go on ending where that was interrupted, once it is said again', async () => {
    await Promise.all(Array.from({ length: 3 }, () => signIn(cognito)))
    const here = await signIn(cognito)
    pool.failNext('RevokeUserSession', { status: 500 })
    await expect(cognito.sessions.revokeOthers(here)).rejects.toMatchObject({
      code: 'COGNITO_UNAVAILABLE',
      retryable: true,
    })
    expect(await cognito.sessions.revokeOthers(here)).toEqual({ revoked: 3 })
  })

  it('are not found by an id that ended, is nobody’s, is of somebody else, or can be none', async () => {
    const here = await signIn(cognito)
    const ended = await idOf(await signIn(cognito))
    await cognito.sessions.revoke({ ...here, id: ended })
    const bobs = await signIn(cognito, other)
    const bobsId = await idOf(bobs)
    for (const id of [ended, `tkn${'0'.repeat(25)}`, bobsId, 'no id at all', '../x']) {
      await expect(cognito.sessions.revoke({ ...here, id })).rejects.toMatchObject({
        code: 'COGNITO_SESSION_NOT_FOUND',
        retryable: false,
      })
    }
    await expect(cognito.refresh(bobs)).resolves.toBeDefined()
  })

  it('end by signing out, and not by revoking, where one is', async () => {
    const here = await signIn(cognito)
    const id = await idOf(here)
    await expect(cognito.sessions.revoke({ ...here, id })).rejects.toMatchObject({
      code: 'COGNITO_INVALID_INPUT',
      key: 'COGNITO_INVALID_INPUT.ownSession',
      message: expect.stringContaining('Sign out'),
    })
    await expect(cognito.refresh(here)).resolves.toBeDefined()
  })

  it('are told to nobody whose session has ended', async () => {
    const here = await signIn(cognito)
    await cognito.signOut(here)
    const { sessions } = cognito
    for (const asking of [
      sessions.list(here),
      sessions.revoke({ ...here, id: 'tkn1' }),
      sessions.revokeOthers(here),
    ]) {
      await expect(asking).rejects.toMatchObject(isOver)
    }
  })

  it('are listed and ended by an operator, for whom none is the current one', async () => {
    const phone = await signIn(cognito)
    const laptop = await signIn(cognito)
    const id = await idOf(phone)
    const { username } = user
    const sessions = await admin.sessions.list({ username })
    expect(sessions.map(({ isCurrent }) => isCurrent)).toEqual([false, false])
    expect(sessions.map((session) => session.id)).toContain(id)

    await admin.sessions.revoke({ username, id })
    await expect(cognito.refresh(phone)).rejects.toMatchObject(isOver)
    await expect(cognito.refresh(laptop)).resolves.toBeDefined()
    await expect(admin.sessions.revoke({ username, id })).rejects.toMatchObject({
      code: 'COGNITO_SESSION_NOT_FOUND',
    })
    expect(await admin.sessions.list({ username: 'bob' })).toEqual([])
    await expect(admin.sessions.list({ username: 'nobody' })).rejects.toMatchObject({
      code: 'COGNITO_USER_NOT_FOUND',
    })
  })
})

describe('a pool that tracks no sessions', () => {
  it('says what to turn on, to the user as to the operator', async () => {
    const pool = createTestUserPool({ users: [user] })
    const cognito = createCognito(pool.options)
    const { sessions } = createCognitoAdmin({
      userPoolId: pool.userPoolId,
      client: pool.options.client,
    })
    const { accessToken } = await signIn(cognito)
    const { username } = user
    const id = `tkn${'0'.repeat(25)}`
    for (const asking of [
      cognito.sessions.list({ accessToken }),
      cognito.sessions.revoke({ accessToken, id }),
      cognito.sessions.revokeOthers({ accessToken }),
      sessions.list({ username }),
      sessions.revoke({ username, id }),
    ]) {
      await expect(asking).rejects.toMatchObject({
        code: 'COGNITO_MISCONFIGURED',
        key: 'COGNITO_MISCONFIGURED.sessionTracking',
        message: expect.stringContaining('session tracking'),
      })
    }
  })
})
