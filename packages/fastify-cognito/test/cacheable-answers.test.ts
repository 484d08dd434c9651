import { createTestUserPool } from '@x/cognito-testing'
import type { FastifyReply, FastifyRequest } from 'fastify'
import { afterEach, beforeEach, expect, test, vi } from 'vitest'
import type { FastifyCognitoOptions } from '../src/index.ts'
import { createBrowser } from './browser.ts'
import { startApp, withBearer, withCookies } from './start-app.ts'

const password = 'Correct-horse-1'
const hour = 3600
const forever = 'public, max-age=31536000, immutable'

beforeEach(() => {
  vi.useFakeTimers({ toFake: ['Date'] })
})
afterEach(() => {
  vi.useRealTimers()
})

const start = async (options: Partial<FastifyCognitoOptions> = withCookies) => {
  const pool = createTestUserPool({ users: [{ username: 'ada', password }] })
  const app = await startApp({
    pool,
    options,
    routes: async (server) => {
      const say = { onRequest: server.optionalAuth() }
      server.get('/page', say, (_request, reply) =>
        reply.header('cache-control', forever).send('page'),
      )
      server.get('/response', say, () => {
        return new Response('page', {
          headers: { 'cache-control': forever, 'x-app': 'its own', vary: 'Accept' },
        })
      })
      const cached = async (_request: FastifyRequest, reply: FastifyReply) => {
        reply.header('cache-control', forever)
      }
      server.get('/hook', { ...say, onSend: cached }, () => 'page')
      await server.register(async (scope) => {
        scope.get('/scope', say, () => 'page')
        scope.addHook('onSend', cached)
      })
      server.get('/fault', say, (_request, reply) => {
        reply.header('cache-control', forever)
        throw new Error('fault')
      })
    },
  })
  return { app, pool }
}

const signedIn = async () => {
  const { app, pool } = await start()
  const browser = createBrowser(app)
  await browser.post('/auth/sign-in', { username: 'ada', password })
  return { browser, pool }
}

const paths = ['/page', '/fault', '/response', '/hook', '/scope']

test.each(paths)('no cache keeps an answer with a new session: %s', async (path) => {
  const { browser } = await signedIn()
  vi.advanceTimersByTime((hour + 1) * 1000)
  const answer = await browser.get(path)
  expect(String(answer.headers['set-cookie'])).toContain('cognito=1.')
  expect(answer.headers['cache-control']).toBe('no-store')
})

const withTokensInHeaders = async () => {
  const { app } = await start({ ...withBearer, deliver: 'headers' })
  const payload = { username: 'ada', password }
  const { headers } = await app.inject({ method: 'POST', url: '/auth/sign-in', payload })
  const tokens = {
    accesstoken: String(headers['accesstoken']),
    refreshtoken: String(headers['refreshtoken']),
  }
  return { app, tokens }
}

test.each(paths)('nor one with new tokens in headers: %s', async (url) => {
  const { app, tokens } = await withTokensInHeaders()
  vi.advanceTimersByTime((hour + 1) * 1000)
  const answer = await app.inject({ url, headers: tokens })
  expect(answer.headers['accesstoken']).toBeTypeOf('string')
  expect(answer.headers['accesstoken']).not.toBe(tokens.accesstoken)
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

test('a Response is otherwise answered as it is', async () => {
  const { browser } = await signedIn()
  for (const _ of ['as it was', 'with a new session']) {
    const answer = await browser.get('/response')
    expect([answer.statusCode, answer.body, answer.headers['x-app']]).toEqual([
      200,
      'page',
      'its own',
    ])
    vi.advanceTimersByTime((hour + 1) * 1000)
  }
})

test.each([
  ['/page', 'AccessToken'],
  ['/fault', 'AccessToken'],
  ['/response', 'Accept, AccessToken'],
])('caches are told that an answer depends on the header with the token: %s', async (url, vary) => {
  const { app, tokens } = await withTokensInHeaders()
  for (const headers of [tokens, {}]) {
    expect((await app.inject({ url, headers })).headers['vary']).toBe(vary)
  }
})
