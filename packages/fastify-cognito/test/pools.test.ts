import fastifyAuth from '@fastify/auth'
import { createCognito } from '@x/cognito-core'
import { createTestUserPool, type TestUserPool } from '@x/cognito-testing'
import Fastify, { type FastifyInstance } from 'fastify'
import { describe, expect, onTestFinished, test } from 'vitest'
import { cognitoPlugin, type FastifyCognitoOptions, type PoolOptions } from '../src/index.ts'
import { createBrowser } from './browser.ts'
import { createLog } from './create-log.ts'
import { startApp, withBearer, withCookies } from './start-app.ts'

const password = 'Correct-horse-1'
const ada = { username: 'ada', password, groups: ['staff'] }

const poolCalled = (name: string) =>
  createTestUserPool({ userPoolId: `eu-west-1_${name}`, users: [ada] })
const optionsOf = ({
  options: { userPoolId, clientId, jwks, client },
}: TestUserPool): PoolOptions => ({
  userPoolId,
  clientId,
  jwks,
  client,
})
const tokensOf = async (pool: TestUserPool) => {
  const result = await createCognito(pool.options).signIn({ method: 'password', ...ada })
  if (result.status !== 'signed-in') throw new Error(result.status)
  return result.tokens
}

const started = async (
  options: Partial<FastifyCognitoOptions>,
  routes: (app: FastifyInstance) => unknown,
) => {
  const main = poolCalled('Customers')
  const log = createLog('info')
  const app = await startApp({
    pool: main,
    options: { ...withBearer, ...options },
    server: { logger: log.options },
    routes,
  })
  const get = (url: string, token?: string, headers = {}) =>
    app.inject({
      url,
      headers: { ...(token && { authorization: `Bearer ${token}` }), ...headers },
    })
  return { main, app, get, log }
}

const who = ({ auth }: { auth: { pool?: string; user: { username: string } } | null }) => ({
  pool: auth?.pool ?? 'own',
  username: auth?.user.username,
})

test('a guard may ask for tokens of another pool by its name', async () => {
  const staff = poolCalled('Staff')
  const { main, get } = await started({ pools: { staff: optionsOf(staff) } }, (app) => {
    app.get('/own', { onRequest: app.requireAuth() }, who)
    app.get('/staff', { config: { cognito: { pool: 'staff', groups: ['staff'] } } }, who)
  })
  const [own, other] = [await tokensOf(main), await tokensOf(staff)]
  expect((await get('/own', own.accessToken)).json()).toEqual({ pool: 'own', username: 'ada' })
  expect((await get('/staff', other.accessToken)).json()).toEqual({
    pool: 'staff',
    username: 'ada',
  })
  expect((await get('/own', other.accessToken)).json()).toMatchObject({ code: 'TOKEN_UNTRUSTED' })
  expect((await get('/staff', own.accessToken)).json()).toMatchObject({ code: 'TOKEN_UNTRUSTED' })
})

test('who is of another pool is nobody for a guard of the own one', async () => {
  const staff = poolCalled('Staff')
  const { get } = await started({ pools: { staff: optionsOf(staff) } }, (app) =>
    app.get('/', { onRequest: [app.requireAuth({ pool: 'staff' }), app.requireAuth()] }, who),
  )
  const refused = await get('/', (await tokensOf(staff)).accessToken)
  expect(refused.json()).toMatchObject({ status: 401, code: 'TOKEN_UNTRUSTED' })
})

test('a session is of the own pool only', async () => {
  const staff = poolCalled('Staff')
  const { app, get } = await started(
    { ...withCookies, pools: { staff: optionsOf(staff) } },
    (each) => {
      each.get('/own', { onRequest: each.requireAuth() }, who)
      each.get('/staff', { onRequest: each.requireAuth({ pool: 'staff' }) }, who)
    },
  )
  const signedIn = await app.inject({
    method: 'POST',
    url: '/auth/sign-in',
    payload: { username: 'ada', password },
  })
  const cookie = signedIn.cookies.map(({ name, value }) => `${name}=${value}`).join('; ')
  expect((await get('/own', undefined, { cookie })).statusCode).toBe(200)
  const refused = await get('/staff', undefined, { cookie })
  expect(refused.json()).toMatchObject({ status: 401, code: 'TOKEN_MISSING' })
  expect(refused.headers['set-cookie']).toBeUndefined()
})

test('a function says which pool a request belongs to', async () => {
  const [north, south] = [poolCalled('North'), poolCalled('South')]
  const tenants: Record<string, PoolOptions> = { south: optionsOf(south) }
  let asked = 0
  const { main, get, log } = await started(
    {
      pools: { north: optionsOf(north) },
      pool: async ({ headers }) => {
        asked += 1
        const tenant = String(headers['x-tenant'] ?? '')
        return tenants[tenant] ?? (tenant || undefined)
      },
    },
    (app) => app.get('/', { onRequest: [app.requireAuth(), app.requireAuth()] }, who),
  )
  const tokens = {
    main: (await tokensOf(main)).accessToken,
    north: (await tokensOf(north)).accessToken,
    south: (await tokensOf(south)).accessToken,
  }
  const of = (tenant: string) => ({ 'x-tenant': tenant })
  expect((await get('/', tokens.main)).json()).toMatchObject({ pool: 'own' })
  expect(asked).toBe(1)
  expect((await get('/', tokens.north, of('north'))).json()).toMatchObject({ pool: 'north' })
  expect((await get('/', tokens.south, of('south'))).json()).toMatchObject({ username: 'ada' })
  expect((await get('/', tokens.main, of('south'))).statusCode).toBe(401)
  expect((await get('/', tokens.south, of('north'))).statusCode).toBe(401)

  const unknown = await get('/', tokens.main, of('west'))
  expect(unknown.statusCode).toBe(500)
  expect(unknown.body).not.toContain('north')
  expect(log.text()).toContain('\\"west\\", which is no pool. Pools are north.')
})

test('pools that a function gives are kept as long as they are in use, and bounded', async () => {
  const [one, two] = [poolCalled('One'), poolCalled('Two')]
  const { get } = await started(
    {
      maxPools: 1,
      pool: ({ headers }) => optionsOf(headers['x-tenant'] === 'two' ? two : one),
    },
    (app) => app.get('/', { onRequest: app.requireAuth() }, who),
  )
  const [first, second] = [await tokensOf(one), await tokensOf(two)]
  for (const _round of [1, 2]) {
    expect((await get('/', first.accessToken)).statusCode).toBe(200)
    expect((await get('/', second.accessToken, { 'x-tenant': 'two' })).statusCode).toBe(200)
  }
})

test.each([
  [{ pools: [] }, 'pools'],
  [{ pools: { staff: { userPoolId: 'nowhere', clientId: 'c' } } }, 'pools.staff.userPoolId'],
  [{ pools: { staff: { userPoolId: 'eu-west-1_S', clientId: '' } } }, 'pools.staff.clientId'],
  [{ pools: { staff: { userPoolId: 'eu-west-1_S', session: {} } } }, 'pools.staff.session'],
  [{ pool: 'staff' }, 'pool'],
  [{ maxPools: 0 }, 'maxPools'],
])('a wrong pool is named at start-up: %j', async (options, option) => {
  await expect(started(options as never, () => undefined)).rejects.toMatchObject({
    name: 'ConfigurationError',
    option,
  })
})

test('a guard names a pool that there is, and groups that it has', async () => {
  const staff = { ...optionsOf(poolCalled('Staff')), groups: ['admin'] }
  await started({ pools: { staff }, groups: ['customer'] }, (app) => {
    app.requireAuth({ pool: 'staff', groups: ['admin'] })
    expect(() => app.requireAuth({ pool: 'stuff' })).toThrow("Pools are staff; the plugin's own")
    expect(() => app.requireAuth({ pool: 'staff', groups: ['customer'] })).toThrow('customer')
    expect(() => app.requireAuth({ groups: ['admin'] })).toThrow('admin')
  })
})

test('two plugins side by side have routes and sessions of a pool each', async () => {
  const [customers, staff] = [poolCalled('Customers'), poolCalled('Staff')]
  const app = Fastify()
  onTestFinished(() => app.close())
  const mounted = (pool: TestUserPool, name: string) =>
    app.register(
      async (scope) => {
        await scope.register(cognitoPlugin, {
          ...pool.options,
          rateLimit: false,
          session: { ...withCookies.session, cookieName: name },
        })
        scope.get('/who', { config: { cognito: true } }, ({ auth }) => auth?.claims['iss'])
      },
      { prefix: `/${name}` },
    )
  await mounted(customers, 'customers')
  await mounted(staff, 'staff')
  const signedIn = await app.inject({
    method: 'POST',
    url: '/staff/auth/sign-in',
    payload: { username: 'ada', password },
  })
  const cookie = signedIn.cookies.map(({ name, value }) => `${name}=${value}`).join('; ')
  const at = (url: string) => app.inject({ url, headers: { cookie } })
  expect((await at('/staff/who')).body).toContain('eu-west-1_Staff')
  expect((await at('/customers/who')).statusCode).toBe(401)
})

test('an ID token is let in where it is asked for, and nowhere else', async () => {
  const { main, get } = await started({}, (app) => {
    app.get(
      '/id',
      { config: { cognito: { tokenUse: 'id', groups: ['staff'] } } },
      ({ auth, user }) => ({
        user,
        tokenUse: auth?.tokenUse,
        accessToken: auth?.accessToken ?? null,
      }),
    )
    app.get('/access', { onRequest: app.requireAuth() }, who)
  })
  const { idToken, accessToken } = await tokensOf(main)
  expect((await get('/id', idToken)).json()).toEqual({
    user: { sub: expect.any(String), username: 'ada', groups: ['staff'], scopes: [] },
    tokenUse: 'id',
    accessToken: null,
  })
  expect((await get('/id', accessToken)).json()).toMatchObject({ code: 'TOKEN_UNTRUSTED' })
  expect((await get('/access', idToken)).json()).toMatchObject({ code: 'TOKEN_UNTRUSTED' })
  expect((await get('/id')).json()).toMatchObject({
    code: 'TOKEN_MISSING',
    detail: 'Send an ID token.',
  })
})

test('one guard after another may ask for a token of another kind, and is not satisfied by the first', async () => {
  const { main, get } = await started({}, (app) => {
    app.get('/', { onRequest: [app.requireAuth({ tokenUse: 'id' }), app.requireAuth()] }, who)
  })
  expect((await get('/', (await tokensOf(main)).idToken)).statusCode).toBe(401)
})

test('guards of several pools are alternatives inside @fastify/auth', async () => {
  const staff = poolCalled('Staff')
  const { main, get } = await started({ pools: { staff: optionsOf(staff) } }, async (app) => {
    await app.register(fastifyAuth)
    const either = app.auth([app.requireAuth({ pool: 'staff' }), app.requireAuth()])
    const both = app.auth(
      [app.requireAuth({ groups: ['staff'] }), app.requireAuth({ groups: { none: ['admin'] } })],
      { relation: 'and' },
    )
    app.get('/either', { onRequest: either }, who)
    app.get('/both', { onRequest: both }, who)
  })
  const [own, other] = [await tokensOf(main), await tokensOf(staff)]
  expect((await get('/either', own.accessToken)).json()).toMatchObject({ pool: 'own' })
  expect((await get('/either', other.accessToken)).json()).toMatchObject({ pool: 'staff' })
  expect((await get('/either')).statusCode).toBe(401)
  expect((await get('/both', own.accessToken)).statusCode).toBe(200)
  expect((await get('/both', other.accessToken)).statusCode).toBe(401)
})

describe('where a function chooses the pool, the routes of the package are of the own one', () => {
  const south = poolCalled('South')
  const tenants = {
    pool: ({ headers }: { headers: { [name: string]: unknown } }) =>
      headers['x-tenant'] ? optionsOf(south) : undefined,
  }
  const of = { 'x-tenant': 'south' }

  test.each([
    ['GET', '/auth/me'],
    ['DELETE', '/auth/me'],
    ['POST', '/auth/sign-out/everywhere'],
  ] as const)('so %s %s refuses the token of a tenant', async (method, url) => {
    const told: unknown[] = []
    const tell = ({ user }: { user: unknown }) => void told.push(user)
    const { app } = await started(
      { ...tenants, hooks: { onSignOut: tell, onDeleteAccount: tell } },
      (each) => each.get('/', { onRequest: each.requireAuth() }, who),
    )
    const { accessToken } = await tokensOf(south)
    const headers = { ...of, authorization: `Bearer ${accessToken}` }
    expect((await app.inject({ url: '/', headers })).statusCode).toBe(200)
    const refused = await app.inject({ method, url, headers })
    expect(refused.json()).toMatchObject({ status: 401, code: 'TOKEN_UNTRUSTED' })
    expect(told).toEqual([])
  })

  test('so a browser that signed in on the host of a tenant is known to them there', async () => {
    const { app } = await started({ ...withCookies, ...tenants, stepUp: { maxAge: 300 } }, () => {})
    const browser = createBrowser(app)
    await browser.post('/auth/sign-in', { username: 'ada', password }, { headers: of })
    expect((await browser.get('/auth/me', undefined, { headers: of })).statusCode).toBe(200)
    const deleted = await browser.delete('/auth/me', undefined, { headers: of })
    expect(deleted.statusCode).toBe(204)
  })
})
