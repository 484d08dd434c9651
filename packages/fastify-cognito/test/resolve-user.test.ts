import fastifyAuth from '@fastify/auth'
import { createTestUserPool } from '@x/cognito-testing'
import type { FastifyInstance, FastifyServerOptions } from 'fastify'
import { expect, test } from 'vitest'
import { CognitoError, type ResolveUser, userOf } from '../src/index.ts'
import { createBrowser } from './browser.ts'
import { createLog } from './create-log.ts'
import { startApp } from './start-app.ts'

const password = 'Correct-horse-1'

const signedIn = async ({
  resolveUser,
  routes = () => undefined,
  server = {},
}: {
  resolveUser: ResolveUser
  routes?: (app: FastifyInstance) => unknown
  server?: FastifyServerOptions
}) => {
  const pool = createTestUserPool({ users: [{ username: 'ada', password, groups: ['staff'] }] })
  const app = await startApp({
    pool,
    server,
    options: { session: { secrets: ['x'.repeat(32)] }, resolveUser },
    before: (early) => early.register(fastifyAuth),
    routes: (late) => {
      late.get('/who', { onRequest: late.requireAuth() }, ({ user, auth }) => ({ user, auth }))
      late.get('/maybe', { onRequest: late.optionalAuth() }, ({ auth }) => ({ auth }))
      return routes(late)
    },
  })
  const browser = createBrowser(app)
  const answer = await browser.post('/auth/sign-in', { username: 'ada', password })
  return { pool, app, browser, answer }
}

test('its result is request.user, and the user of request.auth', async () => {
  const { browser } = await signedIn({
    resolveUser: async (claims) => ({ ...userOf(claims), id: 7, plan: 'pro' }),
  })
  const { user, auth } = (await browser.get('/who')).json()
  expect(user).toMatchObject({ id: 7, plan: 'pro', username: 'ada', groups: ['staff'] })
  expect(auth.user).toEqual(user)
  expect((await browser.get('/maybe')).json().auth.user).toEqual(user)
})

test('is the very object, with whatever methods it has', async () => {
  class Row {
    declare sub: string
    declare username: string
    declare groups: readonly string[]
    declare scopes: readonly string[]
    greeting = () => `Hello, ${this.username}`
  }
  const { browser } = await signedIn({
    resolveUser: (claims) => Object.assign(new Row(), userOf(claims)),
    routes: (app) =>
      app.get('/greeting', { onRequest: app.requireAuth() }, ({ user }) =>
        user instanceof Row ? user.greeting() : 'none',
      ),
  })
  expect((await browser.get('/greeting')).body).toBe('Hello, ada')
})

test('is given verified claims and the request, of which nothing is proved yet', async () => {
  const seen: unknown[] = []
  const { browser } = await signedIn({
    resolveUser: (claims, request) => {
      seen.push([claims.username, claims['token_use'], request.url, request.auth])
      return userOf(claims)
    },
  })
  await browser.get('/who')
  expect(seen).toEqual([['ada', 'access', '/who', null]])
})

test('is asked once for each request, however many guards it passes', async () => {
  let asked = 0
  const { browser } = await signedIn({
    resolveUser: (claims) => {
      asked += 1
      return userOf(claims)
    },
    routes: (app) => {
      const guards = [app.requireAuth(), app.optionalAuth(), app.requireAuth({ groups: ['staff'] })]
      const either = app.auth([app.requireAuth({ groups: ['admin'] }), app.requireAuth()])
      app.get('/many', { onRequest: [...guards, either] }, () => 'in')
    },
  })
  expect((await browser.get('/many')).body).toBe('in')
  expect(asked).toBe(1)
  await browser.get('/many')
  expect(asked).toBe(2)
})

test('is not asked for strangers, nor for a token that is not enough', async () => {
  let asked = 0
  const { app, browser } = await signedIn({
    resolveUser: (claims) => {
      asked += 1
      return userOf(claims)
    },
    routes: (late) =>
      late.get('/admin', { onRequest: late.requireAuth({ groups: ['admin'] }) }, () => 'in'),
  })
  const headers = { authorization: 'Bearer no-token' }
  const statuses = [
    (await app.inject('/maybe')).statusCode,
    (await app.inject({ url: '/maybe', headers })).statusCode,
    (await app.inject('/who')).statusCode,
    (await browser.get('/admin')).statusCode,
  ]
  expect(statuses).toEqual([200, 401, 401, 403])
  expect(asked).toBe(0)
})

const failures = [
  ['an error', new Error('the database'), 500, 'INTERNAL'],
  ['a refusal', Object.assign(new Error('Gone.'), { statusCode: 410 }), 410, 'REQUEST_REFUSED'],
  [
    'an error of Cognito',
    new CognitoError('COGNITO_TOKEN_REJECTED'),
    401,
    'COGNITO_TOKEN_REJECTED',
  ],
  ['a text', 'the database', 500, 'INTERNAL'],
] as const

test.each(failures)('what it throws is the answer: %s', async (_what, thrown, status, code) => {
  let isFailing = true
  const log = createLog()
  const { browser } = await signedIn({
    resolveUser: async (claims) => {
      if (isFailing) throw thrown
      return userOf(claims)
    },
    server: { logger: log.options },
    routes: (app) => {
      const either = app.auth([app.requireAuth(), app.optionalAuth()])
      app.get('/either', { onRequest: either }, () => 'in')
    },
  })
  for (const path of ['/who', '/maybe', '/either', '/auth/me']) {
    const answer = await browser.get(path)
    expect(answer.json()).toMatchObject({ status, code })
    expect(answer.headers['content-type']).toContain('application/problem+json')
    expect(answer.body).not.toContain('database')
    expect(answer.headers['set-cookie']).toBeUndefined()
  }
  isFailing = false
  expect((await browser.get('/who')).statusCode).toBe(200)
})

test('an error handler of the app gets what was thrown', async () => {
  class NotProvisioned extends Error {}
  const { browser } = await signedIn({
    resolveUser: () => {
      throw new NotProvisioned('no row yet')
    },
    routes: (app) => {
      app.setErrorHandler((error, _request, reply) =>
        reply.code(409).send(error instanceof NotProvisioned ? 'set up your account' : 'else'),
      )
    },
  })
  const answer = await browser.get('/who')
  expect([answer.statusCode, answer.body]).toEqual([409, 'set up your account'])
  expect((await browser.get('/auth/me')).json()).toMatchObject({ status: 500, code: 'INTERNAL' })
})

test.each([undefined, null, 'ada', {}, { sub: 's', username: 'ada', groups: ['staff'] }])(
  'a result that is no user is an error of the app: %j',
  async (resolved) => {
    const log = createLog()
    const { browser } = await signedIn({
      resolveUser: () => resolved as never,
      server: { logger: log.options },
    })
    expect((await browser.get('/who')).statusCode).toBe(500)
    expect(log.text()).toContain('begin with userOf(claims)')
  },
)

test('answers of our routes show what a token tells, whatever a row holds', async () => {
  const { browser, answer } = await signedIn({
    resolveUser: (claims) => ({ ...userOf(claims), passwordHash: 'x' }),
  })
  const shown = ['groups', 'scopes', 'sub', 'username']
  expect(Object.keys(answer.json().user).sort()).toEqual(shown)
  expect(Object.keys((await browser.get('/auth/me')).json().user).sort()).toEqual(shown)
})
