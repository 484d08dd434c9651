import { createTestUserPool, type TestUserPool } from '@x/cognito-testing'
import { afterEach, beforeEach, describe, expect, test, vi } from 'vitest'
import { createBrowser } from './browser.ts'
import { createLog } from './create-log.ts'
import { startApp, withBearer } from './start-app.ts'

const password = 'Correct-horse-1'
const hour = 3600
const credentials = { username: 'ada', password }

beforeEach(() => {
  vi.useFakeTimers({ toFake: ['Date'] })
})
afterEach(() => {
  vi.useRealTimers()
})
const pass = (seconds: number) => vi.advanceTimersByTime(seconds * 1000)

/** Closed until somebody opens it. */
const createGate = () => {
  const gate: { open?: () => void } = {}
  const opened = new Promise<void>((resolve) => {
    gate.open = resolve
  })
  return { opened, open: () => gate.open?.() }
}

/** Holds the next call of that name, or its answer, until it is let go. */
const hold = (pool: TestUserPool, commandName: string, what: 'call' | 'answer' = 'call') => {
  const reached = createGate()
  const released = createGate()
  let isDone = false
  const { middlewareStack } = pool.options.client
  middlewareStack.add(
    (next, context) => async (args) => {
      if (isDone || context.commandName !== commandName) return next(args)
      isDone = true
      const answer = what === 'answer' ? await next(args) : undefined
      reached.open()
      await released.opened
      return answer ?? next(args)
    },
    { step: 'initialize' },
  )
  return { reached: reached.opened, release: released.open }
}

/** An app with a route that answers when it is told to. */
const signedIn = async (rotation?: { graceSeconds: number }) => {
  const pool = createTestUserPool({
    clients: [rotation ? { rotation } : {}],
    users: [credentials, { username: 'bob', password }],
  })
  const arrived = createGate()
  const told = createGate()
  const log = createLog('warn')
  const app = await startApp({
    pool,
    server: { logger: log.options },
    routes: (server) => {
      const onRequest = server.requireAuth()
      server.get('/who', { onRequest }, ({ user }) => user.username)
      server.get('/slow', { onRequest }, async ({ user }) => {
        arrived.open()
        await told.opened
        return user.username
      })
    },
  })
  const browser = createBrowser(app)
  await browser.post('/auth/sign-in', credentials)
  const slowGet = async (from = browser) => {
    const answer = from.get('/slow')
    await arrived.opened
    return () => {
      told.open()
      return answer
    }
  }
  return { pool, app, browser, slowGet, log }
}

describe.each([
  { rotation: undefined },
  { rotation: { graceSeconds: 0 } },
  { rotation: { graceSeconds: 60 } },
])('where the app client has the rotation $rotation', ({ rotation }) => {
  test.each(['/auth/sign-out', '/auth/sign-out/everywhere'])(
    'a request under way does not sign in again after %s',
    async (path) => {
      const { browser, slowGet } = await signedIn(rotation)
      pass(hour + 1)
      const finish = await slowGet()
      expect((await browser.post(path)).statusCode).toBe(204)
      const late = await finish()
      expect([late.statusCode, late.body]).toEqual([200, 'ada'])
      expect(late.headers['set-cookie']).toBeUndefined()
      expect(browser.cookies.size).toBe(0)
    },
  )

  test('nor does it sign out who has signed in again meanwhile', async () => {
    const { browser, slowGet } = await signedIn(rotation)
    pass(hour + 1)
    const finish = await slowGet()
    await browser.post('/auth/sign-out')
    await browser.post('/auth/sign-in', { username: 'bob', password })
    await finish()
    expect((await browser.get('/who')).body).toBe('bob')
  })

  test('a request that begins while Cognito revokes does not sign in again', async () => {
    const { pool, browser, slowGet } = await signedIn(rotation)
    pass(hour + 1)
    const revoking = hold(pool, 'RevokeTokenCommand')
    const signingOut = browser.post('/auth/sign-out')
    await revoking.reached
    const finish = await slowGet()
    revoking.release()
    expect((await signingOut).statusCode).toBe(204)
    expect((await finish()).headers['set-cookie']).toBeUndefined()
    expect((await browser.get('/who')).statusCode).toBe(401)
  })

  test('nor does it put the user before over the one who signs in', async () => {
    const { pool, browser, slowGet } = await signedIn(rotation)
    pass(hour + 1)
    const before = browser.copy()
    const revoking = hold(pool, 'RevokeTokenCommand')
    const signingIn = browser.post('/auth/sign-in', { username: 'bob', password })
    await revoking.reached
    const finish = await slowGet(before)
    revoking.release()
    await signingIn
    expect((await finish()).headers['set-cookie']).toBeUndefined()
    expect((await browser.get('/who')).body).toBe('bob')
  })

  test('everywhere waits for no refresh of anybody, and ends those of the user under way', async () => {
    const { pool, app, browser } = await signedIn(rotation)
    const other = createBrowser(app)
    await other.post('/auth/sign-in', credentials)
    pass(hour + 1)
    await browser.get('/who')
    const refreshing = hold(pool, 'GetTokensFromRefreshTokenCommand', 'answer')
    const late = other.get('/who')
    await refreshing.reached
    expect((await browser.post('/auth/sign-out/everywhere')).statusCode).toBe(204)
    refreshing.release()
    expect((await late).headers['set-cookie']).toBeUndefined()
    expect((await other.get('/who')).statusCode).toBe(401)
  })

  test('everywhere ends what is remembered of the other sessions too', async () => {
    const { app, browser } = await signedIn(rotation)
    const other = createBrowser(app)
    await other.post('/auth/sign-in', credentials)
    pass(hour + 1)
    const stolen = other.copy()
    await other.get('/who')
    expect((await browser.post('/auth/sign-out/everywhere')).statusCode).toBe(204)
    const answer = await stolen.get('/who')
    expect(answer.statusCode).toBe(401)
    expect(answer.json().code).toBe('COGNITO_TOKEN_REJECTED')
    expect(stolen.cookies.size).toBe(0)
  })

  test.each([
    ['that is deleted', undefined],
    ['that Cognito says is gone', 'UserNotFoundException'],
  ])('an account %s ends what is remembered of its other sessions', async (_, failure) => {
    const { app, browser, pool } = await signedIn(rotation)
    const other = createBrowser(app)
    await other.post('/auth/sign-in', credentials)
    pass(hour + 1)
    const late = other.copy()
    await other.get('/who')
    await browser.get('/who')
    if (failure) pool.failNext('DeleteUser', { name: failure, message: 'User does not exist.' })
    expect((await browser.delete('/auth/me')).statusCode).toBe(failure ? 401 : 204)
    const answer = await late.get('/who')
    expect([answer.statusCode, answer.json().code]).toEqual([401, 'COGNITO_TOKEN_REJECTED'])
    expect(late.cookies.size).toBe(0)
  })

  test('everywhere ends no session of anybody else', async () => {
    const { app, browser } = await signedIn(rotation)
    const bob = createBrowser(app)
    await bob.post('/auth/sign-in', { username: 'bob', password })
    pass(hour + 1)
    const late = bob.copy()
    await bob.get('/who')
    await browser.post('/auth/sign-out/everywhere')
    expect((await late.get('/who')).body).toBe('bob')
  })

  test('signing out in one tab while another refreshes ends both', async () => {
    const { browser } = await signedIn(rotation)
    const old = browser.copy()
    pass(hour + 1)
    await browser.get('/who')
    const [refreshed] = await Promise.all([
      browser.post('/auth/refresh'),
      old.post('/auth/sign-out'),
    ])
    expect(refreshed.headers['set-cookie']).toBeUndefined()
    pass(hour + 1)
    expect((await browser.get('/who')).statusCode).toBe(401)
  })
})

test('a sign-in over a session ends the one it replaces', async () => {
  const { browser, pool } = await signedIn()
  const old = browser.copy()
  await browser.post('/auth/sign-in', { username: 'bob', password })
  expect(pool.calls['RevokeToken']).toBe(1)
  pass(hour + 1)
  expect((await old.get('/who')).json().code).toBe('COGNITO_TOKEN_REJECTED')
  expect((await browser.get('/who')).body).toBe('bob')
})

test('a sign-in succeeds although the session it replaces cannot be revoked', async () => {
  const { browser, pool, log } = await signedIn()
  pool.failNext('RevokeToken', 'timeout')
  const answer = await browser.post('/auth/sign-in', { username: 'bob', password })
  expect(answer.statusCode).toBe(200)
  expect((await browser.get('/who')).body).toBe('bob')
  expect(log.text()).toContain('Cognito did not revoke')
})

test('a wrong password ends no session', async () => {
  const { browser, pool } = await signedIn()
  await browser.post('/auth/sign-in', { username: 'bob', password: 'Wrong-horse-1' })
  expect(pool.calls['RevokeToken'] ?? 0).toBe(0)
  expect((await browser.get('/who')).body).toBe('ada')
})

test('everywhere with a token leaves the cookie of somebody else alone', async () => {
  const { browser, pool } = await signedIn()
  const phone = createBrowser(await startApp({ pool, options: withBearer }))
  const { tokens } = (await phone.post('/auth/sign-in', { username: 'bob', password })).json()
  const answer = await browser.post('/auth/sign-out/everywhere', undefined, {
    headers: { authorization: `Bearer ${tokens.accessToken}`, 'sec-fetch-site': 'cross-site' },
  })
  expect(answer.statusCode).toBe(204)
  expect(answer.headers['set-cookie']).toBeUndefined()
  pass(hour + 1)
  expect((await browser.get('/who')).body).toBe('ada')
})

test.each(['GET /auth/me', 'POST /auth/sign-out/everywhere'])(
  'so does a token whose user was signed out elsewhere: %s',
  async (route) => {
    const { app, browser, pool } = await signedIn()
    const phone = createBrowser(await startApp({ pool, options: withBearer }))
    const { tokens } = (await phone.post('/auth/sign-in', { username: 'bob', password })).json()
    const bob = createBrowser(app)
    await bob.post('/auth/sign-in', { username: 'bob', password })
    await bob.post('/auth/sign-out/everywhere')

    const [method, path = ''] = route.split(' ')
    const more = { headers: { authorization: `Bearer ${tokens.accessToken}` } }
    const send = method === 'GET' ? browser.get : browser.post
    const answer = await send(path, undefined, more)
    expect(answer.json().code).toBe('COGNITO_TOKEN_REJECTED')
    expect(answer.headers['set-cookie']).toBeUndefined()
    expect((await browser.get('/who')).body).toBe('ada')
  },
)
