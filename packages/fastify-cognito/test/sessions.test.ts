import { createTestUserPool, type TestUserPool } from '@x/cognito-testing'
import { afterEach, beforeEach, describe, expect, test, vi } from 'vitest'
import { type Browser, createBrowser } from './browser.ts'
import { startApp, withBearer, withCookies } from './start-app.ts'

const password = 'Correct-horse-1'
const hour = 3600
const unknownId = `tkn${'0'.repeat(25)}`

const createPool = (more: object = {}) =>
  createTestUserPool({
    sessionTracking: true,
    users: ['ada', 'bob'].map((username) => ({ username, password })),
    ...more,
  })

const routes = { features: ['sign-in', 'profile', 'sessions'] } as const

const start = async (pool: TestUserPool, options: object = withCookies) => {
  const app = await startApp({
    pool,
    options: { ...options, routes },
    server: { trustProxy: true },
    routes: (server) => {
      server.get('/orders', { onRequest: server.requireAuth() }, () => 'orders')
    },
  })
  const signedIn = async (username: string, address = '192.0.2.1'): Promise<Browser> => {
    const browser = createBrowser(app)
    const headers = { 'x-forwarded-for': address }
    await browser.post('/auth/sign-in', { username, password }, { headers })
    return browser
  }
  return { app, signedIn }
}

interface Shown {
  id: string
  isCurrent: boolean
}

const list = async (browser: Browser): Promise<readonly Shown[]> =>
  (await browser.get('/auth/sessions')).json().sessions

const idOf = async (browser: Browser): Promise<string> =>
  (await list(browser)).find(({ isCurrent }) => isCurrent)?.id ?? ''

beforeEach(() => {
  vi.useFakeTimers({ toFake: ['Date'] })
})
afterEach(() => {
  vi.useRealTimers()
})
const pass = (seconds: number) => vi.advanceTimersByTime(seconds * 1000)

test('each says where and since when, and which is that of the caller', async () => {
  const pool = createPool()
  const { signedIn } = await start(pool)
  const before = Math.floor(Date.now() / 1000)
  await signedIn('ada', '203.0.113.7')
  pass(100)
  const laptop = await signedIn('ada', '198.51.100.2')
  await signedIn('bob')
  expect(await list(laptop)).toEqual([
    {
      id: expect.stringMatching(/^tkn[a-z0-9]{25}$/),
      kind: 'token',
      clientId: pool.options.clientId,
      createdAt: before,
      lastActiveAt: before,
      deviceType: expect.any(String),
      ipAddress: '203.0.113.7',
      isCurrent: false,
    },
    expect.objectContaining({
      createdAt: before + 100,
      ipAddress: '198.51.100.2',
      isCurrent: true,
    }),
  ])
})

test('there may be more than one page of Cognito’s', async () => {
  const { signedIn } = await start(createPool())
  const all = await Promise.all(Array.from({ length: 12 }, () => signedIn('ada')))
  expect(await list(all[0] as Browser)).toHaveLength(12)
})

describe('one that is ended', () => {
  test('is over with the next refresh, and its browser keeps nothing of it', async () => {
    const { signedIn } = await start(createPool())
    const [laptop, phone] = [await signedIn('ada'), await signedIn('ada')]
    const answer = await laptop.delete(`/auth/sessions/${await idOf(phone)}`)
    expect([answer.statusCode, answer.body]).toEqual([204, ''])
    expect(await list(laptop)).toMatchObject([{ isCurrent: true }])

    // As any JWT that nobody asks Cognito about.
    expect((await phone.get('/orders')).statusCode).toBe(200)
    pass(hour + 1)
    const ended = await phone.get('/orders')
    expect([ended.statusCode, ended.json().code]).toEqual([401, 'COGNITO_TOKEN_REJECTED'])
    expect(phone.cookies.size).toBe(0)
    expect((await laptop.get('/orders')).statusCode).toBe(200)
  })

  test('is over at once where Cognito is asked', async () => {
    const { signedIn } = await start(createPool())
    const [laptop, phone] = [await signedIn('ada'), await signedIn('ada')]
    await laptop.delete(`/auth/sessions/${await idOf(phone)}`)
    const ended = await phone.get('/auth/me')
    expect([ended.statusCode, ended.json().code]).toEqual([401, 'COGNITO_TOKEN_REJECTED'])
    expect(phone.cookies.size).toBe(0)
  })

  test('is over at once at every guard that asks Cognito', async () => {
    const { signedIn } = await start(createPool(), { ...withCookies, checkRevoked: 'always' })
    const [laptop, phone] = [await signedIn('ada'), await signedIn('ada')]
    expect((await phone.get('/orders')).statusCode).toBe(200)
    await laptop.delete(`/auth/sessions/${await idOf(phone)}`)
    expect((await phone.get('/orders')).statusCode).toBe(401)
    expect((await laptop.get('/orders')).statusCode).toBe(200)
  })

  test('twice is not there, nor is one that never was', async () => {
    const { signedIn } = await start(createPool())
    const [laptop, phone] = [await signedIn('ada'), await signedIn('ada')]
    const id = await idOf(phone)
    await laptop.delete(`/auth/sessions/${id}`)
    for (const gone of [id, unknownId, 'x']) {
      const answer = await laptop.delete(`/auth/sessions/${gone}`)
      expect([answer.statusCode, answer.json().code]).toEqual([404, 'COGNITO_SESSION_NOT_FOUND'])
    }
  })

  test('is not that of somebody else', async () => {
    const { signedIn } = await start(createPool())
    const [ada, bob] = [await signedIn('ada'), await signedIn('bob')]
    const answer = await ada.delete(`/auth/sessions/${await idOf(bob)}`)
    expect([answer.statusCode, answer.json().code]).toEqual([404, 'COGNITO_SESSION_NOT_FOUND'])
    expect((await bob.get('/auth/me')).statusCode).toBe(200)
  })

  test('is not the own one, which signing out is for', async () => {
    const { signedIn } = await start(createPool())
    const ada = await signedIn('ada')
    const answer = await ada.delete(`/auth/sessions/${await idOf(ada)}`)
    expect(answer.json()).toMatchObject({
      status: 400,
      code: 'COGNITO_INVALID_INPUT',
      key: 'COGNITO_INVALID_INPUT.ownSession',
      detail: expect.stringContaining('Sign out instead'),
    })
    expect((await ada.get('/auth/me')).statusCode).toBe(200)
  })

  test('is not ended from another site', async () => {
    const { signedIn } = await start(createPool())
    const [laptop, phone] = [await signedIn('ada'), await signedIn('ada')]
    const headers = { 'sec-fetch-site': 'cross-site' }
    const path = `/auth/sessions/${await idOf(phone)}`
    expect((await laptop.delete(path, undefined, { headers })).statusCode).toBe(403)
    expect((await laptop.post('/auth/sign-out/elsewhere', undefined, { headers })).statusCode).toBe(
      403,
    )
    expect((await phone.get('/auth/me')).statusCode).toBe(200)
  })
})

describe('signing out everywhere else', () => {
  test('ends every session but this one', async () => {
    const { signedIn } = await start(createPool())
    const others = await Promise.all(Array.from({ length: 7 }, () => signedIn('ada')))
    const [here, bob] = [await signedIn('ada'), await signedIn('bob')]
    const answer = await here.post('/auth/sign-out/elsewhere')
    expect([answer.statusCode, answer.json()]).toEqual([200, { revoked: 7 }])
    for (const other of others) expect((await other.get('/auth/me')).statusCode).toBe(401)
    expect((await here.post('/auth/refresh')).statusCode).toBe(200)
    expect((await bob.get('/auth/me')).statusCode).toBe(200)
    expect((await here.post('/auth/sign-out/elsewhere')).json()).toEqual({ revoked: 0 })
  })

  test('goes on where it was interrupted', async () => {
    const pool = createPool()
    const { signedIn } = await start(pool)
    await Promise.all(Array.from({ length: 3 }, () => signedIn('ada')))
    const here = await signedIn('ada')
    pool.failNext('RevokeUserSession', 'InternalErrorException')
    const answer = await here.post('/auth/sign-out/elsewhere')
    expect(answer.json()).toMatchObject({ status: 503, code: 'COGNITO_UNAVAILABLE' })
    expect((await here.post('/auth/sign-out/elsewhere')).json().revoked).toBeLessThanOrEqual(3)
    expect(await list(here)).toHaveLength(1)
  })
})

test('by token, too', async () => {
  const pool = createPool()
  const { app } = await start(pool, withBearer)
  const client = createBrowser(app)
  const signIn = async () =>
    (await client.post('/auth/sign-in', { username: 'ada', password })).json().tokens
  const [phone, tablet] = [await signIn(), await signIn()]
  const more = { headers: { authorization: `Bearer ${tablet.accessToken}` } }
  const { sessions } = (await client.get('/auth/sessions', undefined, more)).json()
  expect(sessions).toMatchObject([{ isCurrent: false }, { isCurrent: true }])
  const path = `/auth/sessions/${sessions[0].id}`
  expect((await client.delete(path, undefined, more)).statusCode).toBe(204)
  const { refreshToken } = phone
  expect((await client.post('/auth/refresh', { refreshToken })).statusCode).toBe(401)
  const elsewhere = await client.post('/auth/sign-out/elsewhere', undefined, more)
  expect(elsewhere.json()).toEqual({ revoked: 0 })
})

test.each(['tkn.1', 'TKN0', 'a%2Fb', 'a b', 'x'.repeat(65), 'x'.repeat(2000)])(
  'a path that can be none of a session is nowhere, and Cognito not asked: %s',
  async (id) => {
    const pool = createPool()
    const ada = await (await start(pool)).signedIn('ada')
    const calls = { ...pool.calls }
    const answer = await ada.delete(`/auth/sessions/${id.replace(' ', '%20')}`)
    expect([answer.statusCode, answer.json().code]).toEqual([404, 'NOT_FOUND'])
    expect(pool.calls).toEqual(calls)
  },
)

test('a pool that does not track sessions is set up wrongly for this', async () => {
  const ada = await (await start(createPool({ sessionTracking: false }))).signedIn('ada')
  for (const answer of [
    await ada.get('/auth/sessions'),
    await ada.delete(`/auth/sessions/${unknownId}`),
    await ada.post('/auth/sign-out/elsewhere'),
  ]) {
    expect([answer.statusCode, answer.json().code]).toEqual([500, 'COGNITO_MISCONFIGURED'])
  }
})

test('where they are not asked for, these routes are not there', async () => {
  const app = await startApp({ pool: createPool() })
  const ada = createBrowser(app)
  await ada.post('/auth/sign-in', { username: 'ada', password })
  for (const answer of [
    await ada.get('/auth/sessions'),
    await ada.delete(`/auth/sessions/${unknownId}`),
    await ada.post('/auth/sign-out/elsewhere'),
  ]) {
    expect([answer.statusCode, answer.json().code]).toEqual([404, 'NOT_FOUND'])
  }
})
