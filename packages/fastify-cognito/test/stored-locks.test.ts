import { afterEach, beforeEach, describe, expect, onTestFinished, test, vi } from 'vitest'
import type { SessionLock } from '../src/store/session-store.ts'
import { createLock, hour, pass, refused, signedIn } from './stored-stage.ts'

beforeEach(() => {
  vi.useFakeTimers({ toFake: ['Date'] })
})
afterEach(() => {
  vi.useRealTimers()
})

const away = () => {
  throw new Error('connect ECONNREFUSED')
}

test.each([
  ['fails', async () => away()],
  ['fails at once', away],
])('a lock that %s signs nobody out, and is told as the store', async (_how, fail) => {
  const state = { isAway: true }
  const { lock } = createLock()
  const { browser, refreshes } = await signedIn(0, {
    lock: (input) => (state.isAway ? fail() : lock(input)),
  })
  pass(hour + 1)
  expect((await browser.get('/who')).json().code).toBe('STORE_UNAVAILABLE')
  expect(refreshes()).toBe(0)
  state.isAway = false
  expect((await browser.get('/who')).body).toBe('ada')
})

test.each([
  ['fails', async () => away()],
  ['fails at once', away],
])('a lock that %s when it is given back is given back by its time', async (_how, release) => {
  const { browser } = await signedIn(0, { lock: async () => release })
  pass(hour + 1)
  expect((await browser.get('/who')).body).toBe('ada')
})

test('a lock is held for longer than Cognito and the store may take together', async () => {
  const { lock } = createLock()
  const asked: number[] = []
  const { browser } = await signedIn(0, {
    storeTimeout: 10,
    lock: (input) => {
      asked.push(input.ttlMs)
      return lock(input)
    },
  })
  pass(hour + 1)
  await browser.get('/who')
  expect(asked).toHaveLength(1)
  // Twenty seconds for Cognito; before and after it six answers of the store.
  expect(asked[0]).toBeGreaterThan(20_000 + 6 * 10_000)
})

test('a refresh is given up while its lock is held, and nobody is signed out', async () => {
  const { pool, browser } = await signedIn(60, createLock())
  pass(hour + 1)
  const time = new AbortController()
  const limits = vi.spyOn(AbortSignal, 'timeout').mockReturnValueOnce(time.signal)
  onTestFinished(() => limits.mockRestore())
  const answer = pool.holdNext('GetTokensFromRefreshToken')
  const given = browser.get('/who')
  await answer.reached
  time.abort()
  const { statusCode, body } = await given
  answer()
  expect([statusCode, JSON.parse(body).code]).toEqual([503, 'COGNITO_UNAVAILABLE'])
  expect(limits.mock.calls).toEqual([[20_000]])
  expect((await browser.get('/who')).body).toBe('ada')
})

/** A lock that tells who has asked for it, and whether anybody has it. */
const createWatched = () => {
  const { lock } = createLock()
  const keys: string[] = []
  const watched: SessionLock = (input) => {
    keys.push(input.key)
    return lock(input)
  }
  const isFree = async () => (await lock({ key: keys[0] ?? '', ttlMs: 1000 })) !== undefined
  return { lock: watched, isFree }
}

describe('a lock that is held for tokens which the store has not taken', () => {
  test('is given back where their user signs out', async () => {
    const { lock, isFree } = createWatched()
    const { browser, failNext } = await signedIn(60, { lock })
    pass(hour + 1)
    failNext('set', refused)
    expect((await browser.get('/who')).statusCode).toBe(503)
    expect((await browser.post('/auth/sign-out')).statusCode).toBe(204)
    expect(await isFree()).toBe(true)
  })

  test('is given back where Cognito says that the session is over', async () => {
    const { lock, isFree } = createWatched()
    const { pool, browser, failNext } = await signedIn(60, { lock })
    pass(hour - 20)
    failNext('set', refused)
    const over = { name: 'NotAuthorizedException', message: 'Access Token has been revoked' }
    pool.failNext('GetUser', over)
    expect((await browser.get('/auth/me')).statusCode).toBe(401)
    expect(await isFree()).toBe(true)
  })
})

test('a lock that comes too late is given back', async () => {
  const { lock, isFree } = createWatched()
  const late: { come?: () => void } = {}
  const { browser } = await signedIn(60, {
    storeTimeout: 0.1,
    lock: async (input) => {
      const release = await lock(input)
      if (!late.come) {
        await new Promise<void>((resolve) => {
          late.come = resolve
        })
      }
      return release
    },
  })
  pass(hour + 1)
  expect((await browser.get('/who')).json().code).toBe('STORE_UNAVAILABLE')
  late.come?.()
  await vi.waitFor(async () => expect(await isFree()).toBe(true))
})

test('who waits for a lock is signed out as soon as somebody else has signed out', async () => {
  const asked: string[] = []
  const { browser, other } = await signedIn(60, {
    lock: async ({ key }) => {
      asked.push(key)
      return undefined
    },
  })
  const copy = browser.copy()
  pass(hour + 1)
  const waiting = copy.get('/who')
  await vi.waitFor(() => expect(asked.length).toBeGreaterThan(0))
  const began = performance.now()
  expect((await other.post('/auth/sign-out')).statusCode).toBe(204)
  expect((await waiting).json().code).toBe('COGNITO_TOKEN_REJECTED')
  expect(performance.now() - began).toBeLessThan(5000)
})
