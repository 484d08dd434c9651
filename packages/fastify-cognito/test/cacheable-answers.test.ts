import { createTestUserPool } from '@x/cognito-testing'
import { afterEach, beforeEach, expect, test, vi } from 'vitest'
import { createBrowser } from './browser.ts'
import { startApp } from './start-app.ts'

const password = 'Correct-horse-1'
const hour = 3600
const forever = 'public, max-age=31536000, immutable'

beforeEach(() => {
  vi.useFakeTimers({ toFake: ['Date'] })
})
afterEach(() => {
  vi.useRealTimers()
})

const signedIn = async () => {
  const pool = createTestUserPool({ users: [{ username: 'ada', password }] })
  const app = await startApp({
    pool,
    routes: (server) => {
      const say = { onRequest: server.optionalAuth() }
      server.get('/page', say, (_request, reply) =>
        reply.header('cache-control', forever).send('page'),
      )
      server.get('/fault', say, (_request, reply) => {
        reply.header('cache-control', forever)
        throw new Error('fault')
      })
    },
  })
  const browser = createBrowser(app)
  await browser.post('/auth/sign-in', { username: 'ada', password })
  return { browser, pool }
}

test.each(['/page', '/fault'])('no cache keeps an answer with a new session: %s', async (path) => {
  const { browser } = await signedIn()
  vi.advanceTimersByTime((hour + 1) * 1000)
  const answer = await browser.get(path)
  expect(String(answer.headers['set-cookie'])).toContain('cognito=1.')
  expect(answer.headers['cache-control']).toBe('no-store')
})

test('nor one that clears a session', async () => {
  const { browser, pool } = await signedIn()
  vi.advanceTimersByTime((hour + 1) * 1000)
  pool.failNext('GetTokensFromRefreshToken', 'RefreshTokenReuseException')
  const answer = await browser.get('/page')
  expect(String(answer.headers['set-cookie'])).toContain('cognito=;')
  expect(answer.headers['cache-control']).toBe('no-store')
})

test('an answer without cookies of ours is cached as its route says', async () => {
  const { browser } = await signedIn()
  expect((await browser.get('/page')).headers['cache-control']).toBe(forever)
})

test('so is one with a cookie of the app whose name only looks like ours', async () => {
  const pool = createTestUserPool({ users: [{ username: 'ada', password }] })
  const app = await startApp({
    pool,
    before: (server) =>
      server.addHook('onRequest', async (_request, reply) => {
        reply.header('set-cookie', 'cognito.theme=dark')
      }),
    routes: (server) =>
      server.get('/page', (_request, reply) => reply.header('cache-control', forever).send('page')),
  })
  const browser = createBrowser(app)
  expect((await browser.get('/page')).headers['cache-control']).toBe(forever)
  const answer = await browser.post('/auth/sign-in', { username: 'ada', password })
  expect(answer.cookies.map(({ name }) => name)).toEqual(
    expect.arrayContaining(['cognito', 'cognito.theme']),
  )
})
