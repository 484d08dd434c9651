import KeyvRedis from '@keyv/redis'
import { createTestUserPool } from '@x/cognito-testing'
import { Redis } from 'ioredis'
import { Keyv } from 'keyv'
import { describe, expect, onTestFinished, test } from 'vitest'
import { lockOf } from '../src/store/redis-lock.ts'
import type { SessionStore } from '../src/store/session-store.ts'
import { createBrowser } from './browser.ts'
import { createLog } from './create-log.ts'
import { hasRedis, type RedisServer, startRedis } from './redis-server.ts'
import { secret, startApp } from './start-app.ts'

const password = 'Correct-horse-1'
const hour = 3600

const createPool = () =>
  createTestUserPool({
    clients: [{ rotation: { graceSeconds: 0 } }],
    users: [{ username: 'ada', password }],
  })
type Pool = ReturnType<typeof createPool>

/** One process with a store of its own on that Redis. */
const startProcess = async (pool: Pool, { url }: RedisServer) => {
  const adapter = new KeyvRedis(url)
  const store = new Keyv(adapter)
  // At once: there may be no Redis by then.
  onTestFinished(() => adapter.disconnect(true))
  const log = createLog('warn')
  const app = await startApp({
    pool,
    options: { session: { secrets: [secret], store, storeTimeout: 0.5 } },
    server: { logger: log.options },
    routes: (server) => {
      server.get('/who', { onRequest: server.requireAuth() }, ({ user }) => user.username)
    },
  })
  return { app, log }
}

const signedIn = async (redis: RedisServer) => {
  const pool = createPool()
  const { app, log } = await startProcess(pool, redis)
  const browser = createBrowser(app)
  const signIn = () => browser.post('/auth/sign-in', { username: 'ada', password })
  const first = await signIn()
  return { pool, browser, log, signIn, first }
}

const codesIn = ({ lines }: ReturnType<typeof createLog>) =>
  lines.map((line) => JSON.parse(line).code)

describe.skipIf(!hasRedis)('on a real Redis', () => {
  test('sessions are there for every process, for as long as they last', async () => {
    const redis = await startRedis()
    const { pool, browser } = await signedIn(redis)
    const other = await startProcess(pool, redis)
    expect((await browser.at(other.app).get('/who')).body).toBe('ada')
    const [key = ''] = await redis.redis.keys('*cognito:session:*')
    expect(await redis.redis.ttl(key)).toBeGreaterThan(29 * 24 * hour)
    expect(await redis.redis.get(key)).not.toMatch(/eyJ|ada/)
    await browser.at(other.app).post('/auth/sign-out')
    expect((await browser.get('/who')).statusCode).toBe(401)
    expect(await redis.redis.keys('*cognito:session:*')).toEqual([])
  })

  test('two processes refresh once, and the lock is given back', async () => {
    const redis = await startRedis()
    const { pool, browser } = await signedIn(redis)
    const other = await startProcess(pool, redis)
    const answers = await Promise.all(
      Array.from({ length: 20 }, (_, index) =>
        (index % 2 ? browser : browser.at(other.app)).copy().post('/auth/refresh'),
      ),
    )
    expect(new Set(answers.map(({ statusCode }) => statusCode))).toEqual(new Set([200]))
    expect(pool.calls['GetTokensFromRefreshToken']).toBe(1)
    expect(await redis.redis.keys('cognito:lock:*')).toEqual([])
  })

  test('while Redis is away nobody is let in or signed out, and sessions live on after it', async () => {
    const redis = await startRedis()
    const { browser, log } = await signedIn(redis)
    const session = await redis.redis.keys('*cognito:session:*')
    const [key = ''] = session
    const kept = await redis.redis.get(key)
    await redis.stop()
    const cookie = browser.cookies.get('cognito')
    const away = await browser.get('/who')
    expect([away.statusCode, away.json().code]).toEqual([503, 'STORE_UNAVAILABLE'])
    expect(away.json()).toMatchObject({ retriable: true, retryAfter: 5 })
    expect(away.headers['retry-after']).toBe('5')
    expect(codesIn(log)).toEqual(['STORE_UNAVAILABLE'])
    expect(log.text()).not.toContain(cookie)
    const out = await browser.post('/auth/sign-out')
    expect([out.statusCode, browser.cookies.get('cognito')]).toEqual([503, cookie])
    await redis.start()
    // As a Redis with a disk would.
    await redis.redis.set(key, kept ?? '')
    await expect.poll(async () => (await browser.get('/who')).body, { timeout: 5000 }).toBe('ada')
  })

  test('who signs in while Redis is away is told so, and leaves no token alive', async () => {
    const redis = await startRedis()
    const { pool, signIn, browser } = await signedIn(redis)
    await redis.stop()
    browser.cookies.clear()
    const answer = await signIn()
    expect([answer.statusCode, answer.json().code]).toEqual([503, 'STORE_UNAVAILABLE'])
    expect(answer.headers['set-cookie']).toBeUndefined()
    expect(pool.calls['RevokeToken']).toBe(1)
  })

  test('a service that is started before its Redis serves as soon as that is there', async () => {
    const redis = await startRedis()
    await redis.stop()
    const { signIn, first } = await signedIn(redis)
    expect([first.statusCode, first.json().code]).toEqual([503, 'STORE_UNAVAILABLE'])
    await redis.start()
    await expect.poll(async () => (await signIn()).statusCode, { timeout: 10_000 }).toBe(200)
  })

  test('a Redis that is full takes no new session, and keeps those it has', async () => {
    const redis = await startRedis('--maxmemory', '3mb', '--maxmemory-policy', 'noeviction')
    const { browser, signIn, log } = await signedIn(redis)
    await fill(redis.redis)
    const other = browser.copy()
    other.cookies.clear()
    const refused = await other.post('/auth/sign-in', { username: 'ada', password })
    expect([refused.statusCode, refused.json().code]).toEqual([503, 'STORE_UNAVAILABLE'])
    expect((await browser.get('/who')).body).toBe('ada')
    const refresh = await browser.post('/auth/refresh')
    expect([refresh.statusCode, refresh.json().code]).toEqual([503, 'STORE_UNAVAILABLE'])
    expect(codesIn(log)).toEqual(['STORE_UNAVAILABLE', 'STORE_UNAVAILABLE'])
    expect(log.text()).not.toMatch(/eyJ/)
    await redis.redis.del('filling')
    expect((await browser.post('/auth/refresh')).statusCode).toBe(200)
    expect((await signIn()).statusCode).toBe(200)
  })

  const stores: [string, (url: string) => { store: SessionStore; end: () => unknown }][] = [
    [
      'a Keyv on node-redis',
      (url) => {
        const store = new Keyv(new KeyvRedis(url))
        return { store, end: () => store.disconnect() }
      },
    ],
    [
      'the adapter itself',
      (url) => {
        const store = new KeyvRedis(url)
        return { store: store as unknown as SessionStore, end: () => store.disconnect() }
      },
    ],
    [
      'an adapter on ioredis',
      (url) => {
        const redis = new Redis(url)
        const adapter = { opts: {}, redis, get: async () => undefined, set: async () => true }
        const store = { ...adapter, delete: async () => true }
        return { store, end: () => redis.disconnect() }
      },
    ],
  ]

  test.each(stores)(
    'the lock of %s is held by one, given back, and lost with its time',
    async (_what, make) => {
      const { url, redis } = await startRedis()
      const { store, end } = make(url)
      onTestFinished(() => {
        end()
      })
      const lock = lockOf(store)
      const release = await lock?.({ key: 'cognito:lock:x', ttlMs: 30_000 })
      expect(release).toBeDefined()
      expect(await lock?.({ key: 'cognito:lock:x', ttlMs: 30_000 })).toBeUndefined()
      expect(await redis.pttl('cognito:lock:x')).toBeGreaterThan(29_000)
      await release?.()
      const second = await lock?.({ key: 'cognito:lock:x', ttlMs: 30_000 })
      expect(second).toBeDefined()
      await release?.()
      expect(await redis.exists('cognito:lock:x')).toBe(1)
      await second?.()
      expect(await redis.exists('cognito:lock:x')).toBe(0)
    },
  )
})

test('a store that is on no Redis has no lock', () => {
  expect(lockOf(new Keyv())).toBeUndefined()
  expect(lockOf(new Map() as unknown as SessionStore)).toBeUndefined()
})

/** Until it takes no more. */
const fill = async (redis: Redis): Promise<void> => {
  for (let pieces = 0; pieces < 10_000; pieces += 1) {
    const isFull = await redis.append('filling', 'x'.repeat(1000)).then(
      () => false,
      () => true,
    )
    if (isFull) return
  }
}
