import { createTestUserPool } from '@x/cognito-testing'
import { Keyv } from 'keyv'
import { afterEach, beforeEach, describe, expect, test, vi } from 'vitest'
import type { FastifyCognitoOptions } from '../src/index.ts'
import type { SessionStore } from '../src/store/session-store.ts'
import { createBrowser } from './browser.ts'
import { createLog } from './create-log.ts'
import { startApp, withBearer, withCookies } from './start-app.ts'

const password = 'Correct-horse-1'
const hour = 3600

beforeEach(() => {
  vi.useFakeTimers({ toFake: ['Date'] })
})
afterEach(() => {
  vi.useRealTimers()
})
const pass = (seconds: number) => vi.advanceTimersByTime(seconds * 1000)

const start = async (options: Partial<FastifyCognitoOptions>) => {
  const pool = createTestUserPool({
    users: ['ada', 'bob'].map((username) => ({ username, password })),
  })
  const log = createLog('warn')
  const open = (more: Partial<FastifyCognitoOptions> = {}) =>
    startApp({
      pool,
      options: { ...options, ...more },
      server: { logger: log.options },
      routes: (server) => {
        server.get('/who', { onRequest: server.requireAuth() }, ({ user }) => user.username)
        server.get('/maybe', { onRequest: server.optionalAuth() }, ({ auth }) => ({
          name: auth?.user.username ?? 'stranger',
        }))
      },
    })
  const app = await open()
  const signIn = async (username = 'ada') => {
    const browser = createBrowser(app)
    const answer = await browser.post('/auth/sign-in', { username, password })
    const { accessToken, refreshToken } = answer.json().tokens ?? {}
    const headers = { authorization: `Bearer ${accessToken}` }
    return { browser, headers, refreshToken }
  }
  return { pool, app, open, log, signIn }
}

test('by default an access token is good until it expires, whoever has signed out', async () => {
  const { app, signIn } = await start(withBearer)
  const { browser, headers, refreshToken } = await signIn()
  await browser.post('/auth/sign-out', { refreshToken })
  expect((await app.inject({ url: '/who', headers })).body).toBe('ada')
  pass(hour + 1)
  expect((await app.inject({ url: '/who', headers })).json().code).toBe('TOKEN_EXPIRED')
})

describe("with checkRevoked: 'sign-out'", () => {
  const checked = { ...withBearer, checkRevoked: 'sign-out' } as const

  test('a token whose user has signed out is refused at once, and no other', async () => {
    const { app, signIn } = await start(checked)
    const [here, there, bob] = [await signIn(), await signIn(), await signIn('bob')]
    const { browser, headers, refreshToken } = here
    await browser.post('/auth/sign-out', { refreshToken }, { headers })
    const refused = await app.inject({ url: '/who', headers })
    expect([refused.statusCode, refused.json().code]).toEqual([401, 'TOKEN_REVOKED'])
    expect(refused.headers['www-authenticate']).toContain(
      'error="invalid_token", error_description="The access token has been revoked"',
    )
    const maybe = await app.inject({ url: '/maybe', headers })
    expect(maybe.json().code).toBe('TOKEN_REVOKED')
    for (const { headers } of [there, bob]) {
      expect((await app.inject({ url: '/who', headers })).statusCode).toBe(200)
    }
  })

  test('so are those that were refreshed since', async () => {
    const { app, signIn } = await start(checked)
    const { browser, headers, refreshToken } = await signIn()
    const { tokens } = (await browser.post('/auth/refresh', { refreshToken })).json()
    await browser.post('/auth/sign-out', { refreshToken }, { headers })
    const answer = await app.inject({
      url: '/who',
      headers: { authorization: `Bearer ${tokens.accessToken}` },
    })
    expect(answer.json().code).toBe('TOKEN_REVOKED')
  })

  test('a token of somebody else that came along ends nothing of theirs unless it is theirs', async () => {
    const { app, signIn } = await start(checked)
    const { browser, headers, refreshToken } = await signIn()
    const forged = { authorization: `${headers.authorization.slice(0, -4)}AAAA` }
    await browser.post('/auth/sign-out', { refreshToken }, { headers: forged })
    expect((await app.inject({ url: '/who', headers })).statusCode).toBe(200)
  })

  test('everywhere ends every sign-in of that user up to now, and none that follows', async () => {
    const { app, signIn } = await start(checked)
    const [here, there, bob] = [await signIn(), await signIn(), await signIn('bob')]
    pass(1)
    await here.browser.post('/auth/sign-out/everywhere', undefined, here)
    for (const { headers } of [here, there]) {
      expect((await app.inject({ url: '/who', headers })).json().code).toBe('TOKEN_REVOKED')
    }
    expect((await app.inject({ url: '/who', headers: bob.headers })).body).toBe('bob')
  })

  test('who signs in again at once is let in', async () => {
    const { app, signIn } = await start(checked)
    const before = await signIn()
    await before.browser.post('/auth/sign-out/everywhere', undefined, before)
    const { headers } = await signIn()
    expect((await app.inject({ url: '/who', headers })).body).toBe('ada')
    const old = await app.inject({ url: '/who', headers: before.headers })
    expect(old.json().code).toBe('TOKEN_REVOKED')
  })

  test('a clock that is behind that of Cognito ends no fewer sign-ins', async () => {
    const { app, signIn } = await start(checked)
    const there = await signIn()
    pass(2)
    const here = await signIn()
    vi.setSystemTime(Date.now() - 5000)
    await here.browser.post('/auth/sign-out/everywhere', undefined, here)
    for (const { headers } of [here, there]) {
      expect((await app.inject({ url: '/who', headers })).json().code).toBe('TOKEN_REVOKED')
    }
  })

  test('an account that was deleted has no token left', async () => {
    const { app, signIn } = await start(checked)
    const { browser, headers } = await signIn()
    expect((await browser.delete('/auth/me', undefined, { headers })).statusCode).toBe(204)
    expect((await app.inject({ url: '/who', headers })).json().code).toBe('TOKEN_REVOKED')
  })

  test('a copied cookie is worth nothing once its user has signed out', async () => {
    const { signIn, app } = await start({ ...withCookies, checkRevoked: 'sign-out' })
    const { browser } = await signIn()
    const stolen = browser.copy()
    const optional = browser.copy()
    await browser.post('/auth/sign-out')
    const answer = await stolen.get('/who')
    expect([answer.statusCode, answer.json().code]).toEqual([401, 'TOKEN_REVOKED'])
    expect(stolen.cookies.size).toBe(0)
    // A browser cannot help it that its session has ended.
    expect((await optional.at(app).get('/maybe')).json()).toEqual({ name: 'stranger' })
  })

  test('processes that share a store know of one another', async () => {
    const revocationStore = new Keyv()
    const { open, signIn } = await start({ ...checked, revocationStore })
    const other = await open()
    const { browser, headers, refreshToken } = await signIn()
    expect((await other.inject({ url: '/who', headers })).statusCode).toBe(200)
    await browser.post('/auth/sign-out', { refreshToken }, { headers })
    expect((await other.inject({ url: '/who', headers })).json().code).toBe('TOKEN_REVOKED')
  })

  test('nothing of a token is in the store, and a mark stays as long as any token may live', async () => {
    const held = new Map<string, string>()
    const { signIn } = await start({ ...checked, revocationStore: new Keyv(held) })
    const { browser, headers, refreshToken } = await signIn()
    await browser.post('/auth/sign-out', { refreshToken }, { headers })
    const [[key = '', value = ''] = []] = [...held]
    expect(key).toMatch(/^keyv:cognito:revoked:[\w-]{43}$/)
    expect(JSON.parse(value).expires - Date.now()).toBe(24 * hour * 1000)
  })

  test('without a store it says once that other processes do not know', async () => {
    const { log } = await start(checked)
    expect(log.lines.map((line) => JSON.parse(line).code)).toEqual(['REVOCATION_IN_MEMORY'])
    const shared = await start({ ...checked, revocationStore: new Keyv() })
    expect(shared.log.lines).toEqual([])
  })

  test('who cannot be checked is not let in, and who cannot sign out is told so', async () => {
    const state = { isAway: false }
    const held = new Map<string, unknown>()
    const ask = async <Answer>(answer: () => Answer): Promise<Answer> => {
      if (state.isAway) throw new Error('connect ECONNREFUSED 127.0.0.1:6379')
      return answer()
    }
    const revocationStore: SessionStore = {
      get: (key) => ask(() => held.get(key)),
      set: (key, value) => ask(() => held.set(key, value)),
      delete: (key) => ask(() => held.delete(key)),
    }
    const { app, signIn, log } = await start({ ...checked, revocationStore })
    const { browser, headers, refreshToken } = await signIn()
    state.isAway = true
    const away = await app.inject({ url: '/who', headers })
    expect([away.statusCode, away.json().code]).toEqual([503, 'STORE_UNAVAILABLE'])
    const out = await browser.post('/auth/sign-out', { refreshToken }, { headers })
    expect(out.json().code).toBe('STORE_UNAVAILABLE')
    expect(log.lines).toHaveLength(2)
    expect(log.text()).not.toContain(headers.authorization.slice(7))
    state.isAway = false
    expect((await app.inject({ url: '/who', headers })).body).toBe('ada')
  })
})

describe("with checkRevoked: 'always'", () => {
  test('Cognito is asked, and knows who was signed out elsewhere', async () => {
    const { app, pool, open, signIn } = await start({ ...withBearer, checkRevoked: 'always' })
    const { headers } = await signIn()
    expect((await app.inject({ url: '/who', headers })).body).toBe('ada')
    expect(pool.calls['GetUser']).toBe(1)
    const elsewhere = await open({ checkRevoked: 'never' })
    await elsewhere.inject({ method: 'POST', url: '/auth/sign-out/everywhere', headers })
    expect((await app.inject({ url: '/who', headers })).json().code).toBe('TOKEN_REVOKED')
  })

  test('a Cognito that is away lets nobody in', async () => {
    const { app, pool, signIn } = await start({ ...withBearer, checkRevoked: 'always' })
    const { headers } = await signIn()
    pool.failNext('GetUser', 'timeout')
    const answer = await app.inject({ url: '/who', headers })
    expect([answer.statusCode, answer.json().code]).toEqual([503, 'COGNITO_UNAVAILABLE'])
  })
})
