import fastifyAuth from '@fastify/auth'
import { createTestUserPool } from '@x/cognito-testing'
import type { FastifyInstance } from 'fastify'
import { describe, expect, test } from 'vitest'
import { ConfigurationError } from '../src/index.ts'
import { createBrowser } from './browser.ts'
import { startApp, withBearer, withCookies } from './start-app.ts'

const password = 'Correct-horse-1'
const scope = 'aws.cognito.signin.user.admin'

const routes = (app: FastifyInstance) => {
  app.get('/who', { onRequest: app.requireAuth() }, ({ auth, user }) => ({ auth, user }))
  app.get('/maybe', { onRequest: app.optionalAuth() }, ({ auth }) => ({ auth }))
  app.get('/maybe/user', { onRequest: app.optionalAuth() }, ({ user }) => user)
  app.get('/unguarded', ({ user }) => user)
  app.get('/staff', { onRequest: app.requireAuth({ groups: ['staff', 'admin'] }) }, () => 'staff')
  app.get('/nobody', { onRequest: app.requireAuth({ groups: [] }) }, () => 'nobody')
  app.get('/own', { onRequest: app.requireAuth({ scopes: [scope] }) }, () => 'own')
  app.get('/write', { onRequest: app.requireAuth({ scopes: [scope, 'orders/write'] }) }, () => '')
  app.get(
    '/both',
    { onRequest: [app.optionalAuth(), app.requireAuth({ groups: ['staff'] })] },
    () => 'both',
  )
}

const signedIn = async (options: object = withBearer) => {
  const pool = createTestUserPool({
    users: [
      { username: 'ada', password, groups: ['staff'] },
      { username: 'bob', password },
    ],
  })
  const app = await startApp({ pool, options, routes })
  const client = createBrowser(app)
  const tokenOf = async (username: string) =>
    (await client.post('/auth/sign-in', { username, password })).json().tokens.accessToken
  const get = (url: string, token?: string) =>
    client.get(url, undefined, token ? { headers: { authorization: `Bearer ${token}` } } : {})
  return { pool, app, client, tokenOf, get }
}

test('a guarded route knows who is calling', async () => {
  const { tokenOf, get } = await signedIn()
  const accessToken = await tokenOf('ada')
  const user = { sub: expect.any(String), username: 'ada', groups: ['staff'], scopes: [scope] }
  expect((await get('/who', accessToken)).json()).toEqual({
    user,
    auth: {
      tokenUse: 'access',
      user,
      accessToken,
      from: 'bearer',
      claims: expect.objectContaining({ username: 'ada', token_use: 'access' }),
    },
  })
})

test('a user without groups has an empty list', async () => {
  const { tokenOf, get } = await signedIn()
  expect((await get('/who', await tokenOf('bob'))).json().user.groups).toEqual([])
})

test('a session proves as much as a token', async () => {
  const { client } = await signedIn(withCookies)
  await client.post('/auth/sign-in', { username: 'ada', password })
  expect((await client.get('/who')).json().auth.from).toBe('session')
  expect((await client.get('/both')).body).toBe('both')
})

test('nobody gets in without a token', async () => {
  const { get } = await signedIn()
  const answer = await get('/who')
  expect(answer.statusCode).toBe(401)
  expect(answer.headers['www-authenticate']).toBe('Bearer realm="cognito"')
  expect(answer.headers['content-type']).toContain('application/problem+json')
  expect(answer.json().code).toBe('TOKEN_MISSING')
})

test.each(['Basic YWRhOnB3', 'Bearerish x', ''])('%s is no bearer token', async (authorization) => {
  const { client } = await signedIn()
  const answer = await client.get('/who', undefined, { headers: { authorization } })
  expect(answer.json().code).toBe('TOKEN_MISSING')
})

test('one group of several is enough, none is not', async () => {
  const { tokenOf, get } = await signedIn()
  expect((await get('/staff', await tokenOf('ada'))).body).toBe('staff')
  const answer = await get('/staff', await tokenOf('bob'))
  expect(answer.statusCode).toBe(403)
  expect(answer.json().code).toBe('TOKEN_INSUFFICIENT')
  expect(answer.headers['www-authenticate']).toMatch(/error="insufficient_scope"[^=]+="[^"]*"$/)
  expect((await get('/nobody', await tokenOf('ada'))).statusCode).toBe(403)
})

test('every scope is needed, and the answer names them', async () => {
  const { tokenOf, get } = await signedIn()
  const token = await tokenOf('ada')
  expect((await get('/own', token)).body).toBe('own')
  const answer = await get('/write', token)
  expect(answer.statusCode).toBe(403)
  expect(answer.headers['www-authenticate']).toContain(`scope="${scope} orders/write"`)
})

test('where signing in is optional, nobody is null, and a bad token is still turned away', async () => {
  const { tokenOf, get } = await signedIn()
  expect((await get('/maybe')).json()).toEqual({ auth: null })
  expect((await get('/maybe', await tokenOf('ada'))).json().auth.user.username).toBe('ada')
  expect((await get('/maybe', 'nonsense')).statusCode).toBe(401)
})

test('two guards on one route both count', async () => {
  const { tokenOf, get } = await signedIn()
  expect((await get('/both', await tokenOf('ada'))).body).toBe('both')
  expect((await get('/both', await tokenOf('bob'))).statusCode).toBe(403)
  expect((await get('/both')).statusCode).toBe(401)
})

test.each(['/unguarded', '/maybe/user'])(
  'the user of a request that proved none is 401, never undefined: %s',
  async (url) => {
    const { get } = await signedIn()
    const answer = await get(url)
    expect(answer.statusCode).toBe(401)
    expect(answer.json().code).toBe('TOKEN_MISSING')
  },
)

test('the body of a stranger is never parsed', async () => {
  let parsed = 0
  const pool = createTestUserPool()
  const app = await startApp({
    pool,
    routes: (server) => {
      server.addContentTypeParser('text/csv', { parseAs: 'string' }, (_request, body, done) => {
        parsed += 1
        done(null, body)
      })
      server.post('/import', { onRequest: server.requireAuth() }, () => 'imported')
    },
  })
  const headers = { 'content-type': 'text/csv' }
  const answer = await app.inject({ method: 'POST', url: '/import', headers, payload: 'a,b' })
  expect(answer.statusCode).toBe(401)
  expect(parsed).toBe(0)
})

describe('inside @fastify/auth', () => {
  const composed = async () => {
    const pool = createTestUserPool({ users: [{ username: 'ada', password, groups: ['staff'] }] })
    const app = await startApp({
      pool,
      options: withBearer,
      before: (server) => server.register(fastifyAuth),
      routes: (server) => {
        const apiKey = async ({ headers }: { headers: Record<string, unknown> }) => {
          if (headers['x-api-key'] !== 'k') throw new Error('no key')
        }
        const staff = server.requireAuth({ groups: ['staff'] })
        const admin = server.requireAuth({ groups: ['admin'] })
        server.get('/either', { onRequest: server.auth([apiKey, staff]) }, () => 'in')
        const relation = 'and'
        server.get('/all', { onRequest: server.auth([staff, admin], { relation }) }, () => 'in')
      },
    })
    const client = createBrowser(app)
    const { tokens } = (await client.post('/auth/sign-in', { username: 'ada', password })).json()
    return { client, headers: { authorization: `Bearer ${tokens.accessToken}` } }
  }

  test('one of several is enough', async () => {
    const { client, headers } = await composed()
    expect((await client.get('/either', undefined, { headers })).body).toBe('in')
    const key = { headers: { 'x-api-key': 'k' } }
    expect((await client.get('/either', undefined, key)).body).toBe('in')
    expect((await client.get('/either')).statusCode).toBe(401)
  })

  test('all of several are needed', async () => {
    const { client, headers } = await composed()
    expect((await client.get('/all', undefined, { headers })).statusCode).toBe(403)
  })
})

test.each([{ group: ['staff'] }, { groups: 'staff' }, { scopes: [1] }])(
  'a guard that would let everybody in is refused at start-up: %j',
  async (requirements) => {
    const { app } = await signedIn()
    expect(() => Reflect.apply(app.requireAuth, app, [requirements])).toThrow(ConfigurationError)
  },
)

test('a group that is not among those of the options is refused at start-up', async () => {
  const { app } = await signedIn({ ...withBearer, groups: ['staff', 'admin'] })
  const misspelt = () => Reflect.apply(app.requireAuth, app, [{ groups: ['staff', 'admn'] }])
  expect(misspelt).toThrow('"admn" is no group of the pool')
})

test.each([
  ['staff', 'requirements'],
  [null, 'requirements'],
  [['staff'], 'requirements'],
  [{ group: ['staff'] }, 'group'],
])('what is no requirement is refused at start-up, by name: %j', async (wrong, option) => {
  const app = await startApp({ pool: createTestUserPool(), options: withBearer })
  expect(() => app.requireAuth(wrong as never)).toThrowError(
    expect.objectContaining({
      name: 'ConfigurationError',
      option,
      message: expect.stringContaining('groups, scopes, maxAge, tokenUse, pool'),
    }),
  )
})
