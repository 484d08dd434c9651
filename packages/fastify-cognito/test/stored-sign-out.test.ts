import { afterEach, beforeEach, describe, expect, test, vi } from 'vitest'
import { credentials, hour, pass, refused, signedIn } from './stored-stage.ts'

beforeEach(() => {
  vi.useFakeTimers({ toFake: ['Date'] })
})
afterEach(() => {
  vi.useRealTimers()
})

describe('tokens that the store has not taken', () => {
  test.each([
    ['here', 1],
    ['in another process', 2],
  ])('are revoked where their user signs out %s', async (where, revocations) => {
    const { pool, browser, other, failNext } = await signedIn()
    pass(hour + 1)
    failNext('set', refused)
    await browser.get('/who')
    expect(
      (await (where === 'here' ? browser : other.copy()).post('/auth/sign-out')).statusCode,
    ).toBe(204)
    expect((await other.get('/who')).statusCode).toBe(401)
    await vi.waitFor(() => expect(pool.calls['RevokeToken']).toBe(revocations), 10_000)
    expect((await other.get('/who')).statusCode).toBe(401)
  })
})

describe('who signs out in another process', () => {
  test('is not revived by a refresh under way, whose tokens are revoked', async () => {
    const { pool, browser, other, held } = await signedIn()
    pass(hour + 1)
    const answer = pool.holdNext('GetTokensFromRefreshToken')
    const late = browser.copy().get('/who')
    await answer.reached
    expect((await other.post('/auth/sign-out')).statusCode).toBe(204)
    answer()
    expect((await late).json().code).toBe('COGNITO_TOKEN_REJECTED')
    expect((await late).headers['set-cookie']).toBeUndefined()
    expect([...held.keys()].filter((key) => key.includes(':session:'))).toEqual([])
    expect(pool.calls['RevokeToken']).toBe(2)
  })

  test('nor by one that is being stored', async () => {
    const { browser, other, failNext } = await signedIn()
    const copy = browser.copy()
    pass(hour + 1)
    failNext('set', async (write) => {
      await other.post('/auth/sign-out')
      return write()
    })
    expect((await browser.get('/who')).statusCode).toBe(401)
    expect((await copy.get('/who')).statusCode).toBe(401)
  })

  test('nor by one that arrives at the store long after everybody has given up on it', async () => {
    const { browser, other, failNext } = await signedIn(0, { storeTimeout: 0.1 })
    const copy = browser.copy()
    pass(hour + 1)
    const late: { arrive?: () => unknown } = {}
    failNext('set', (write) => {
      late.arrive = write
      return new Promise(() => undefined)
    })
    expect((await browser.get('/who')).statusCode).toBe(503)
    expect((await other.post('/auth/sign-out')).statusCode).toBe(204)
    late.arrive?.()
    expect((await copy.get('/who')).statusCode).toBe(401)
  })
})

describe.each(['get', 'delete'] as const)('a sign-out whose %s the store does not take', (step) => {
  test('is one all the same, for as long as the session would have lasted', async () => {
    const { pool, browser, other, failNext, held } = await signedIn(60)
    const copy = browser.copy()
    pool.failNext('RevokeToken', 'timeout')
    // What comes before the mark reads as well.
    failNext('set', async (mark) => {
      const marked = mark()
      failNext(step, refused)
      return marked
    })
    expect((await browser.post('/auth/sign-out')).statusCode).toBe(204)
    expect(pool.calls['RevokeToken']).toBe(1)
    expect([...held.keys()].some((key) => key.includes(':session:'))).toBe(step === 'delete')
    for (const days of [0.1, 2, 27]) {
      pass(days * 24 * hour)
      expect((await copy.get('/who')).statusCode).toBe(401)
      expect((await other.get('/who')).statusCode).toBe(401)
    }
  })
})

test('a sign-out whose mark the store does not take is none', async () => {
  const { pool, browser, failNext } = await signedIn()
  failNext('set', refused)
  const answer = await browser.post('/auth/sign-out')
  expect([answer.statusCode, answer.headers['set-cookie']]).toEqual([503, undefined])
  expect(pool.calls['RevokeToken'] ?? 0).toBe(0)
  expect((await browser.get('/who')).body).toBe('ada')
  expect((await browser.post('/auth/sign-out')).statusCode).toBe(204)
})

test('a store that loses marks and sessions does not get one back from a refresh under way', async () => {
  const { pool, browser, other, held } = await signedIn()
  pass(hour + 1)
  const answer = pool.holdNext('GetTokensFromRefreshToken')
  const late = browser.copy().get('/who')
  await answer.reached
  await other.post('/auth/sign-out')
  held.clear()
  answer()
  expect((await late).json().code).toBe('COGNITO_TOKEN_REJECTED')
  expect((await browser.get('/who')).statusCode).toBe(401)
  expect(pool.calls['RevokeToken']).toBe(2)
})

test('signing out everywhere ends the refreshes under way in the same process', async () => {
  const { pool, browser, held } = await signedIn(60)
  const phone = browser.copy()
  phone.cookies.clear()
  await phone.post('/auth/sign-in', credentials)
  pass(hour + 1)
  expect((await browser.get('/who')).body).toBe('ada')
  const answer = pool.holdNext('GetTokensFromRefreshToken')
  const late = phone.copy().get('/who')
  await answer.reached
  expect((await browser.post('/auth/sign-out/everywhere')).statusCode).toBe(204)
  answer()
  expect((await late).json().code).toBe('COGNITO_TOKEN_REJECTED')
  expect((await phone.get('/who')).statusCode).toBe(401)
  expect([...held.keys()].filter((key) => key.includes(':session:'))).toEqual([])
})
