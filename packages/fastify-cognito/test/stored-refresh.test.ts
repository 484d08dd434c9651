import { subscribe, unsubscribe } from 'node:diagnostics_channel'
import { Keyv, type KeyvStoreAdapter } from 'keyv'
import { afterEach, beforeEach, describe, expect, onTestFinished, test, vi } from 'vitest'
import { codesIn, createLock, hour, pass, refused, signedIn } from './stored-stage.ts'

beforeEach(() => {
  vi.useFakeTimers({ toFake: ['Date'] })
})
afterEach(() => {
  vi.useRealTimers()
})

describe('tokens that the store does not take', () => {
  test('are kept, and stored at the next try without another refresh, however late that is', async () => {
    const { browser, failNext, refreshes, log } = await signedIn()
    pass(hour + 1)
    failNext('set', refused)
    const answer = await browser.get('/who')
    expect([answer.statusCode, answer.json().code]).toEqual([503, 'STORE_UNAVAILABLE'])
    expect(answer.headers['set-cookie']).toBeUndefined()
    expect(codesIn(log)).toEqual(['STORE_UNAVAILABLE'])
    pass(10 * 60)
    expect((await browser.get('/who')).body).toBe('ada')
    expect(refreshes()).toBe(1)
  })

  test('are refreshed in their turn, where their time has passed meanwhile', async () => {
    const { browser, failNext, refreshes } = await signedIn()
    pass(hour + 1)
    failNext('set', refused)
    expect((await browser.get('/who')).statusCode).toBe(503)
    pass(2 * hour)
    expect((await browser.get('/who')).body).toBe('ada')
    expect(refreshes()).toBe(2)
  })

  test('are stored in the background for the processes that wait for them', async () => {
    const { browser, other, failNext, refreshes } = await signedIn(0, createLock())
    pass(hour + 1)
    failNext('set', refused)
    expect((await browser.get('/who')).statusCode).toBe(503)
    expect((await other.get('/who')).body).toBe('ada')
    expect(refreshes()).toBe(1)
  })

  test('do not keep out whoever has a token that still works', async () => {
    const { browser, failNext, log } = await signedIn()
    pass(hour - 20)
    failNext('set', refused)
    expect((await browser.get('/who')).body).toBe('ada')
    expect(codesIn(log)).toEqual(['STORE_UNAVAILABLE'])
  })
})

test('who is refused because another process was faster takes what that one stores', async () => {
  const { pool, browser, other, refreshes } = await signedIn(0)
  pass(hour + 1)
  const answer = pool.holdNext('GetTokensFromRefreshToken')
  const first = browser.get('/who')
  await answer.reached
  const second = other.get('/who')
  await vi.waitFor(() => expect(refreshes()).toBe(2))
  answer()
  expect([(await first).body, (await second).body]).toEqual(['ada', 'ada'])
})

test('with a lock it is not even refused', async () => {
  const { browser, other, refreshes } = await signedIn(0, createLock())
  pass(hour + 1)
  const answers = await Promise.all([browser, other].map((each) => each.copy().get('/who')))
  expect(answers.map(({ body }) => body)).toEqual(['ada', 'ada'])
  expect(refreshes()).toBe(1)
})

test('a clock that jumps back and forth signs nobody out', async () => {
  const { browser, refreshes } = await signedIn(0, createLock())
  pass(hour + 1)
  expect((await browser.get('/who')).body).toBe('ada')
  vi.setSystemTime(Date.now() - 50 * 60 * 1000)
  expect((await browser.get('/who')).body).toBe('ada')
  pass(50 * 60)
  expect((await browser.get('/who')).body).toBe('ada')
  expect(refreshes()).toBe(1)
})

test('a store that is slow is not waited for', async () => {
  const { browser, failNext, log } = await signedIn(0, { storeTimeout: 0.05 })
  failNext('get', () => new Promise(() => undefined))
  const answer = await browser.get('/who')
  expect([answer.statusCode, answer.json().code]).toEqual([503, 'STORE_UNAVAILABLE'])
  expect(log.lines.map((line) => JSON.parse(line).reason)).toEqual([
    'Sessions cannot be reached right now. Try again in a moment. (Error: no answer within 50 ms)',
  ])
  expect((await browser.get('/who')).body).toBe('ada')
})

describe.each([
  ['throws to it', () => undefined],
  ['throws, and says so by an event', (store: Keyv) => store.on('error', () => undefined)],
])('a Keyv whose adapter %s', (_what, prepare) => {
  test('is a store that is away, and not one without sessions', async () => {
    const state = { isAway: false }
    const held = new Map<string, unknown>()
    const ask = async (answer: () => unknown) => {
      if (state.isAway) throw new Error('connect ECONNREFUSED')
      return answer()
    }
    const adapter = {
      opts: {},
      on: () => adapter,
      get: (key: string) => ask(() => held.get(key)),
      set: (key: string, value: unknown) => ask(() => held.set(key, value)),
      delete: async (key: string) => held.delete(key),
      clear: async () => held.clear(),
    } as unknown as KeyvStoreAdapter
    const store = new Keyv(adapter)
    prepare(store)
    const { browser } = await signedIn(0, { store })
    expect((await browser.get('/who')).body).toBe('ada')
    state.isAway = true
    expect((await browser.get('/who')).json().code).toBe('STORE_UNAVAILABLE')
    expect((await browser.post('/auth/sign-out')).json().code).toBe('STORE_UNAVAILABLE')
    expect(store.throwOnErrors).toBe(false)
    state.isAway = false
    expect((await browser.get('/who')).body).toBe('ada')
  })
})

test('whoever listens is told of refreshes', async () => {
  const told: unknown[] = []
  const listen = (event: unknown) => told.push(event)
  subscribe('@x/fastify-cognito:refresh', listen)
  onTestFinished(() => {
    unsubscribe('@x/fastify-cognito:refresh', listen)
  })
  const { browser, pool } = await signedIn(60)
  pass(hour + 1)
  await Promise.all([browser, browser.copy()].map((each) => each.get('/who')))
  pass(hour + 1)
  pool.failNext('GetTokensFromRefreshToken', 'timeout')
  await browser.get('/who')
  expect(told).toHaveLength(3)
  expect(told).toEqual(
    expect.arrayContaining([
      { outcome: 'made', where: 'session' },
      { outcome: 'joined', where: 'session' },
    ]),
  )
  expect(told).toEqual([
    expect.anything(),
    expect.anything(),
    { outcome: 'failed', code: 'COGNITO_UNAVAILABLE', where: 'session' },
  ])
})
