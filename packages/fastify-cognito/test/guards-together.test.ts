import { subscribe, unsubscribe } from 'node:diagnostics_channel'
import fastifyAuth from '@fastify/auth'
import { createTestUserPool } from '@x/cognito-testing'
import Fastify, { type FastifyInstance } from 'fastify'
import { describe, expect, onTestFinished, test, vi } from 'vitest'
import { cognitoPlugin, type FastifyCognitoOptions } from '../src/index.ts'
import { createBrowser } from './browser.ts'
import { startApp, withBearer, withCookies } from './start-app.ts'

const password = 'Correct-horse-1'

const signedIn = async ({
  options = withBearer,
  ...more
}: Pick<Partial<Parameters<typeof startApp>[0]>, 'options' | 'before' | 'routes'>) => {
  const pool = createTestUserPool({ users: [{ username: 'ada', password, groups: ['staff'] }] })
  const app = await startApp({ pool, options, ...more })
  const client = createBrowser(app)
  const answer = await client.post('/auth/sign-in', { username: 'ada', password })
  const { tokens } = answer.json()
  const headers = tokens ? { authorization: `Bearer ${tokens.accessToken}` } : {}
  const get = (url: string, more: Record<string, string> = {}) =>
    client.get(url, undefined, { headers: { ...headers, ...more } })
  return { app, client, get }
}

/** How often a token is verified, or looked up among those that are remembered. */
const countVerifications = () => {
  const seen: unknown[] = []
  const listener = (message: unknown) => void seen.push(message)
  subscribe('@x/cognito-core:verification', listener)
  onTestFinished(() => void unsubscribe('@x/cognito-core:verification', listener))
  return seen
}

test('the guards of one request have its token verified once, and each asks for its own', async () => {
  let asked = 0
  const { get } = await signedIn({
    options: {
      ...withBearer,
      resolveUser: (claims) => {
        asked += 1
        return { sub: claims.sub, username: 'ada', groups: [], scopes: [] }
      },
    },
    routes: (app) => {
      const guarded = { config: { cognito: true }, onRequest: app.requireAuth({ maxAge: 60 }) }
      app.get(
        '/in',
        { ...guarded, preHandler: app.requireAuth({ groups: { all: ['staff'] } }) },
        () => 'in',
      )
      app.get('/out', { ...guarded, preHandler: app.requireAuth({ scopes: ['none'] }) }, () => 'in')
    },
  })
  const verifications = countVerifications()
  expect((await get('/in')).body).toBe('in')
  expect(verifications).toHaveLength(1)
  expect(asked).toBe(1)
  const refused = await get('/out')
  expect(refused.statusCode).toBe(403)
  expect(refused.headers['www-authenticate']).toContain('scope="none"')
  expect(verifications).toHaveLength(2)
})

test('scopes of which any is enough are all named to whoever has none', async () => {
  const { get } = await signedIn({
    routes: (app) => {
      const scopes = { all: ['a/read'], any: ['b/read', 'a/read', 'c/read'] }
      app.get('/', { config: { cognito: { scopes } } }, () => 'in')
    },
  })
  expect((await get('/')).headers['www-authenticate']).toMatch(/ scope="a\/read b\/read c\/read"$/)
})

describe('inside @fastify/auth', () => {
  const composed = (options: typeof withBearer | typeof withCookies) =>
    signedIn({
      options,
      before: (app) => app.register(fastifyAuth),
      routes: (app) => {
        const apiKey = async ({ headers }: { headers: Record<string, unknown> }) => {
          if (headers['x-api-key'] !== 'k') throw new Error('no key')
        }
        const admin = app.requireAuth({ groups: ['admin'] })
        const who = ({ auth }: { auth: { user: { username: string } } | null }) => ({
          username: auth?.user.username ?? null,
        })
        app.get('/either', { onRequest: app.auth([admin, apiKey]) }, who)
        app.get('/member', { onRequest: app.auth([admin, app.requireAuth()]) }, who)
        app.get('/all', { onRequest: app.auth([apiKey, admin], { relation: 'and' }) }, who)
      },
    })

  test('who failed one guard is nobody for the way that let them in', async () => {
    const { get } = await composed(withBearer)
    expect((await get('/either', { 'x-api-key': 'k' })).json()).toEqual({ username: null })
    expect((await get('/member')).json()).toEqual({ username: 'ada' })
  })

  test('a session that lacks a group stays as it is', async () => {
    const { client, get } = await composed(withCookies)
    const answer = await get('/either', { 'x-api-key': 'k' })
    expect(answer.json()).toEqual({ username: null })
    expect(answer.headers['set-cookie']).toBeUndefined()
    expect((await client.get('/member')).json()).toEqual({ username: 'ada' })
  })

  test('a session that is refreshed for a guard which fails is kept', async () => {
    vi.useFakeTimers({ toFake: ['Date'] })
    onTestFinished(() => void vi.useRealTimers())
    const { client, get } = await composed(withCookies)
    vi.advanceTimersByTime(3_601_000)
    const answer = await get('/either', { 'x-api-key': 'k' })
    expect(answer.json()).toEqual({ username: null })
    expect(String(answer.headers['set-cookie'])).toContain('cognito=')
    expect((await client.get('/member')).json()).toEqual({ username: 'ada' })
  })

  test('what all of several refuse is answered as the last of them says', async () => {
    const { get } = await composed(withBearer)
    const refused = await get('/all', { 'x-api-key': 'k' })
    expect(refused.json()).toMatchObject({ status: 403, code: 'TOKEN_INSUFFICIENT' })
    expect(refused.headers['www-authenticate']).toContain('error="insufficient_scope"')
  })
})

test('routes are guarded although the register of the plugin was not awaited', async () => {
  const started = async (options: Partial<FastifyCognitoOptions>) => {
    const app = Fastify()
    onTestFinished(() => app.close())
    const pool = createTestUserPool({ users: [{ username: 'ada', password, groups: ['staff'] }] })
    app.register(cognitoPlugin, { ...pool.options, ...withBearer, rateLimit: false, ...options })
    app.get('/silent', () => 'in')
    app.get('/public', { config: { cognito: false } }, () => 'in')
    app.get('/staff', { config: { cognito: { groups: ['staff'] } } }, () => 'in')
    app.get('/admin', { config: { cognito: { groups: ['admin'] } } }, () => 'in')
    const client = createBrowser(app)
    const { tokens } = (await client.post('/auth/sign-in', { username: 'ada', password })).json()
    const statuses = (headers: Record<string, string> = {}) =>
      Promise.all(
        ['/silent', '/public', '/staff', '/admin', '/nowhere'].map(
          async (url) => (await app.inject({ url, headers })).statusCode,
        ),
      )
    return [await statuses(), await statuses({ authorization: `Bearer ${tokens.accessToken}` })]
  }
  expect(await started({})).toEqual([
    [200, 200, 401, 401, 404],
    [200, 200, 200, 403, 404],
  ])
  expect(await started({ defaultGuard: true })).toEqual([
    [401, 200, 401, 401, 404],
    [200, 200, 200, 403, 404],
  ])
})

test('routes beside the scope of the plugin are not guarded by it', async () => {
  const app = Fastify()
  onTestFinished(() => app.close())
  app.register(async (scope) => {
    await scope.register(cognitoPlugin, {
      ...createTestUserPool().options,
      ...withBearer,
      defaultGuard: true,
      rateLimit: false,
    })
    scope.get('/inside', () => 'in')
  })
  app.get('/beside', () => 'in')
  expect((await app.inject('/inside')).statusCode).toBe(401)
  expect((await app.inject('/beside')).statusCode).toBe(200)
})

test.each([null, 7, '', 'west', {}, []])(
  'a function that gives %j for a pool lets nobody in, and the log says so',
  async (chosen) => {
    const lines: string[] = []
    const pool = createTestUserPool({ users: [{ username: 'ada', password }] })
    let isWrong = false
    const app: FastifyInstance = await startApp({
      pool,
      options: { ...withBearer, pool: () => (isWrong ? (chosen as never) : undefined) },
      server: { logger: { level: 'error', stream: { write: (line: string) => lines.push(line) } } },
      routes: (each) => each.get('/', { config: { cognito: true } }, () => 'in'),
    })
    const client = createBrowser(app)
    const { tokens } = (await client.post('/auth/sign-in', { username: 'ada', password })).json()
    const headers = { authorization: `Bearer ${tokens.accessToken}` }
    expect((await app.inject({ url: '/', headers })).statusCode).toBe(200)
    isWrong = true
    const refused = await app.inject({ url: '/', headers })
    expect(refused.statusCode).toBe(500)
    expect(refused.body).not.toMatch(/pool/i)
    expect(lines.join()).toMatch(/pool: the function gave|userPoolId/)
  },
)
