import { afterEach, beforeEach, expect, onTestFinished, test, vi } from 'vitest'
import { createLock, hour, pass, signedIn } from './stored-stage.ts'

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
