import { createTestUserPool } from '@x/cognito-testing'
import { Keyv } from 'keyv'
import { afterEach, beforeEach, describe, expect, test, vi } from 'vitest'
import { createBrowser } from './browser.ts'
import { createLog } from './create-log.ts'
import { secret, startApp, withBearer } from './start-app.ts'

const password = 'Correct-horse-1'
const hour = 3600
const day = 24 * hour

beforeEach(() => {
  vi.useFakeTimers({ toFake: ['Date'] })
})
afterEach(() => {
  vi.useRealTimers()
})
const pass = (seconds: number) => vi.advanceTimersByTime(seconds * 1000)

const createStage = async ({ secrets = [secret] as readonly [string, ...string[]] } = {}) => {
  const pool = createTestUserPool({
    clients: [{ rotation: { graceSeconds: 0 } }],
    users: [
      { username: 'ada', password, attributes: { email: 'ada@example.com' } },
      { username: 'bob', password },
    ],
  })
  const held = new Map<string, unknown>()
  const store = new Keyv(held)
  const log = createLog('warn')
  const start = (given = secrets) =>
    startApp({
      pool,
      options: { session: { secrets: given, store, maxAge: day } },
      server: { logger: log.options },
      routes: (server) => {
        server.get('/who', { onRequest: server.requireAuth() }, ({ user }) => user.username)
        server.get('/maybe', { onRequest: server.optionalAuth() }, ({ auth }) => ({
          name: auth?.user.username ?? 'stranger',
        }))
      },
    })
  const app = await start()
  const browser = createBrowser(app)
  const signedIn = await browser.post('/auth/sign-in', { username: 'ada', password })
  const keysOf = (kind: string) => [...held.keys()].filter((key) => key.includes(`:${kind}:`))
  return { pool, app, browser, held, log, start, signedIn, keysOf }
}

describe('with a store', () => {
  test('the cookie is one short id, and the store tells nobody anything', async () => {
    const { browser, held, keysOf, signedIn } = await createStage()
    expect(signedIn.json()).toMatchObject({ status: 'signed-in', user: { username: 'ada' } })
    expect([...browser.cookies.keys()]).toEqual(['cognito'])
    const cookie = browser.cookies.get('cognito') ?? ''
    expect(cookie.length).toBeLessThan(200)
    const [key = ''] = keysOf('session')
    expect(key).toMatch(/^keyv:cognito:session:[\w-]{43}$/)
    const stored = String(held.get(key))
    expect(stored).not.toMatch(/eyJ|ada|accessToken/)
    expect((await browser.get('/who')).body).toBe('ada')
  })

  test('a refresh sets no cookie, and every tab goes on with the one it has', async () => {
    const { browser, pool } = await createStage()
    const tab = browser.copy()
    pass(hour + 1)
    const answer = await browser.get('/who')
    expect([answer.body, answer.headers['set-cookie']]).toEqual(['ada', undefined])
    pass(hour + 1)
    expect((await tab.get('/who')).body).toBe('ada')
    const asked = await tab.post('/auth/refresh')
    expect([asked.statusCode, asked.headers['set-cookie']]).toEqual([200, undefined])
    expect((await browser.get('/who')).body).toBe('ada')
    expect(pool.calls['GetTokensFromRefreshToken']).toBe(3)
  })

  test('a hundred requests at once refresh once', async () => {
    const { browser, pool } = await createStage()
    pass(hour + 1)
    const answers = await Promise.all(Array.from({ length: 100 }, () => browser.copy().get('/who')))
    expect(new Set(answers.map(({ body }) => body))).toEqual(new Set(['ada']))
    expect(pool.calls['GetTokensFromRefreshToken']).toBe(1)
  })

  test('a copied cookie is worth nothing once its user has signed out', async () => {
    const { browser, keysOf, pool } = await createStage()
    const stolen = browser.copy()
    expect((await browser.post('/auth/sign-out')).statusCode).toBe(204)
    expect(browser.cookies.size).toBe(0)
    expect((await stolen.get('/who')).json().code).toBe('TOKEN_MISSING')
    expect(keysOf('session')).toEqual([])
    expect(pool.calls['RevokeToken']).toBe(1)
  })

  test.each(['/auth/sign-out/everywhere', 'DELETE /auth/me'])(
    'so it is after %s',
    async (route) => {
      const { browser, keysOf } = await createStage()
      const stolen = browser.copy()
      const answer = route.startsWith('DELETE')
        ? await browser.delete('/auth/me')
        : await browser.post(route)
      expect([answer.statusCode, browser.cookies.size]).toEqual([204, 0])
      expect((await stolen.get('/who')).json().code).toBe('TOKEN_MISSING')
      expect(keysOf('session')).toEqual([])
    },
  )

  test('a sign-in makes a new id, whatever cookie there was, and the session before is over', async () => {
    const { browser, keysOf } = await createStage()
    const before = browser.copy()
    await browser.post('/auth/sign-in', { username: 'bob', password })
    expect(browser.cookies.get('cognito')).not.toBe(before.cookies.get('cognito'))
    expect(keysOf('session')).toHaveLength(1)
    expect((await browser.get('/who')).body).toBe('bob')
    expect((await before.get('/who')).json().code).toBe('TOKEN_MISSING')
  })

  test('the cookie that was there before a sign-in does not become that of whoever signs in', async () => {
    const { app, browser } = await createStage()
    const attacker = createBrowser(app)
    await attacker.post('/auth/sign-in', { username: 'bob', password })
    const planted = attacker.copy()
    browser.cookies.set('cognito', planted.cookies.get('cognito') ?? '')
    await browser.post('/auth/sign-in', { username: 'ada', password })
    expect((await planted.get('/who')).statusCode).toBe(401)
    expect((await browser.get('/who')).body).toBe('ada')
  })

  test('a session ends with its time, in the store as well', async () => {
    const { browser, held, keysOf } = await createStage()
    const [key = ''] = keysOf('session')
    const { expires } = JSON.parse(String(held.get(key)))
    expect(Math.round((expires - Date.now()) / 1000)).toBe(day)
    pass(hour + 1)
    await browser.get('/who')
    expect(JSON.parse(String(held.get(key))).expires).toBe(expires)
    pass(day - hour)
    expect((await browser.get('/who')).json().code).toBe('TOKEN_MISSING')
  })

  test('a session that Cognito has ended is over for good', async () => {
    const { browser, pool, keysOf } = await createStage()
    const copy = browser.copy()
    pass(hour + 1)
    pool.failNext('GetTokensFromRefreshToken', {
      name: 'NotAuthorizedException',
      message: 'Refresh Token has been revoked',
    })
    expect((await browser.get('/who')).json().code).toBe('COGNITO_TOKEN_REJECTED')
    expect([browser.cookies.size, keysOf('session')]).toEqual([0, []])
    expect((await copy.get('/who')).json().code).toBe('TOKEN_MISSING')
  })

  test('so is one whose refresh token was revoked between two requests', async () => {
    const { browser, pool, log } = await createStage()
    const phone = createBrowser(await startApp({ pool, options: withBearer }))
    const { tokens } = (await phone.post('/auth/sign-in', { username: 'ada', password })).json()
    expect((await browser.get('/who')).body).toBe('ada')
    const headers = { authorization: `Bearer ${tokens.accessToken}` }
    await phone.post('/auth/sign-out/everywhere', undefined, { headers })
    pass(hour + 1)
    const answers = await Promise.all([browser, browser.copy()].map((each) => each.get('/who')))
    expect(answers.map(({ statusCode }) => statusCode)).toEqual([401, 401])
    expect((await browser.get('/who')).json().code).toBe('TOKEN_MISSING')
    expect(log.lines).toEqual([])
  })

  test('a new secret in front opens what the older one sealed', async () => {
    const { browser, start } = await createStage()
    const app = await start(['another session secret of thirty-two bytes', secret])
    expect((await browser.at(app).get('/who')).body).toBe('ada')
    pass(hour + 1)
    expect((await browser.at(app).get('/who')).body).toBe('ada')
  })

  test('a process with other secrets takes nobody for anybody, and ends nothing', async () => {
    const { browser, start } = await createStage()
    const app = await start(['another session secret of thirty-two bytes'])
    const other = browser.at(app)
    expect((await other.get('/who')).json().code).toBe('TOKEN_MISSING')
    expect((await other.get('/maybe')).json()).toEqual({ name: 'stranger' })
    expect((await browser.get('/who')).body).toBe('ada')
  })
})

describe.each([
  ['what is no JSON', undefined],
  ['text', 'nonsense'],
  ['a number', 7],
  ['an object', { accessToken: 'eyJ' }],
  ['a list', []],
  ['nothing', null],
])('where the store holds %s for a session', (_what, value) => {
  test('nobody is signed in, and one line of the log says so', async () => {
    const { browser, held, keysOf, log } = await createStage()
    const [key = ''] = keysOf('session')
    held.set(key, value === undefined ? 'nonsense {' : JSON.stringify({ value }))
    expect((await browser.get('/who')).json().code).toBe('TOKEN_MISSING')
    const expected = value === null ? [] : ['SESSION_UNREADABLE']
    expect(log.lines.map((line) => JSON.parse(line).code)).toEqual(expected)
    expect(log.text()).not.toContain('nonsense')
  })
})

test('what was sealed for one session opens for no other', async () => {
  const { app, browser, held, keysOf } = await createStage()
  const other = createBrowser(app)
  await other.post('/auth/sign-in', { username: 'bob', password })
  const [adas = '', bobs = ''] = keysOf('session')
  held.set(adas, held.get(bobs))
  expect((await browser.get('/who')).json().code).toBe('TOKEN_MISSING')
})
