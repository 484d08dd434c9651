import { createCognito } from '@x/cognito-core'
import { createTestUserPool, type TestUserPool } from '@x/cognito-testing'
import Fastify from 'fastify'
import { describe, expect, onTestFinished, test, vi } from 'vitest'
import { cognitoAdminRoutes, cognitoPlugin } from '../src/index.ts'
import { createBrowser } from './browser.ts'
import { password, startAdmin } from './start-admin.ts'
import { withBearer, withCookies } from './start-app.ts'

const routes = [
  ['GET', '/users'],
  ['POST', '/users'],
  ['GET', '/users/ada'],
  ['POST', '/users/ada/enable'],
  ['POST', '/users/ada/disable'],
  ['POST', '/users/ada/sign-out'],
  ['GET', '/users/ada/sessions'],
  ['DELETE', `/users/ada/sessions/tkn${'0'.repeat(25)}`],
  ['GET', '/users/ada/groups'],
  ['PUT', '/users/ada/groups/staff'],
  ['DELETE', '/users/ada/groups/staff'],
  ['GET', '/groups'],
  ['GET', '/groups/staff/users'],
] as const

test('strangers and users who are no operators are let in nowhere, and Cognito is not asked', async () => {
  const { app, signedIn, pool, entries } = await startAdmin()
  const ada = await signedIn('ada')
  const cookie = [...ada.cookies].map(([name, value]) => `${name}=${value}`).join('; ')
  const calls = { ...pool.calls }
  for (const [method, path] of routes) {
    const url = `/admin${path}`
    const stranger = await app.inject({ method, url })
    const headers = { cookie, 'sec-fetch-site': 'same-origin' }
    const user = await app.inject({ method, url, headers })
    expect([url, stranger.statusCode, stranger.json().code]).toEqual([url, 401, 'TOKEN_MISSING'])
    expect([url, user.statusCode, user.json().code]).toEqual([url, 403, 'TOKEN_INSUFFICIENT'])
  }
  expect(pool.calls).toEqual(calls)
  expect(entries).toEqual([])
})

test('another site changes nothing with the cookies of an operator', async () => {
  const { signedIn } = await startAdmin()
  const olga = await signedIn('olga')
  const headers = { 'sec-fetch-site': 'cross-site', origin: 'https://evil.example' }
  for (const send of [
    olga.post('/admin/users', { username: 'eve' }, { headers }),
    olga.post('/admin/users/ada/disable', undefined, { headers }),
    olga.put('/admin/users/ada/groups/admin', undefined, { headers }),
    olga.delete('/admin/users/bob/groups/staff', undefined, { headers }),
  ]) {
    const answer = await send
    expect([answer.statusCode, answer.json().code]).toEqual([403, 'CROSS_SITE'])
  }
  expect((await olga.get('/admin/users/ada')).json().user.enabled).toBe(true)
})

test('bearer tokens are as good as cookies', async () => {
  const { app } = await startAdmin({ options: withBearer })
  const answer = await createBrowser(app).post('/auth/sign-in', {
    username: 'olga',
    password: 'Correct-horse-1',
  })
  const authorization = `Bearer ${answer.json().tokens.accessToken}`
  const groups = await app.inject({ url: '/admin/groups', headers: { authorization } })
  expect(groups.statusCode).toBe(200)
})

test('a guard may ask for a recent sign-in', async () => {
  vi.useFakeTimers({ toFake: ['Date'] })
  onTestFinished(() => {
    vi.useRealTimers()
  })
  const { signedIn } = await startAdmin({ mount: { guard: { groups: ['admin'], maxAge: 300 } } })
  const olga = await signedIn('olga')
  expect((await olga.get('/admin/groups')).statusCode).toBe(200)
  vi.advanceTimersByTime(301_000)
  const answer = await olga.get('/admin/groups')
  expect([answer.statusCode, answer.json().code, answer.json().maxAge]).toEqual([
    401,
    'TOKEN_TOO_OLD',
    300,
  ])
})

describe('at start-up', () => {
  const start = async (options: object, plugin: object = {}) => {
    const app = Fastify()
    await app.register(cognitoPlugin, {
      ...createTestUserPool().options,
      ...withCookies,
      rateLimit: false,
      ...plugin,
    })
    await app.register(cognitoAdminRoutes, options as { guard: { groups: string[] } })
  }

  test.each([
    [{}, 'guard: is missing'],
    [{ guard: true }, 'guard: is missing'],
    [{ guard: {} }, 'guard: lets in whoever is signed in'],
    [{ guard: { groups: [] } }, 'guard: lets in whoever is signed in'],
    [{ guard: { groups: { none: ['guests'] } } }, 'guard: lets in whoever is signed in'],
    [{ guard: { maxAge: 300 } }, 'guard: lets in whoever is signed in'],
    [{ guard: { groups: ['admin'], onlyMe: true } }, 'guard: onlyMe'],
    [{ guard: { groups: ['admin'] }, audit: () => 1 }, 'audit: is no option'],
    [{ guard: { groups: ['admin'] }, onAudit: 'log' }, 'onAudit: should be a function'],
    [{ guard: { groups: ['admin'] }, attributes: 'email' }, 'attributes: should be a list'],
    [{ guard: { groups: ['admin'] }, prefix: 'admin' }, 'prefix: should start with a slash'],
  ])('%j is refused by name', async (options, message) => {
    await expect(start(options)).rejects.toThrow(message)
    await expect(start(options)).rejects.toMatchObject({ name: 'ConfigurationError' })
  })

  test('so is a group that the options do not know', async () => {
    const guard = { groups: ['admins'] }
    await expect(start({ guard }, { groups: ['admin'] })).rejects.toMatchObject({
      name: 'ConfigurationError',
      message: expect.stringMatching(/^guard: .*admins/),
    })
  })

  test('so are these routes without the plugin around them', async () => {
    const app = Fastify()
    const mounted = async () => app.register(cognitoAdminRoutes, { guard: { groups: ['admin'] } })
    await expect(mounted()).rejects.toThrow('@x/fastify-cognito')
  })
})

test('a tenant whom a function chooses for a request has no operators here', async () => {
  const south = createTestUserPool({
    userPoolId: 'eu-west-1_South',
    users: [{ username: 'olga', password, groups: ['admin'] }],
  })
  const { userPoolId, clientId, jwks, client } = south.options
  const tenant = { userPoolId, clientId, jwks, client }
  const { app, pool } = await startAdmin({
    options: { ...withCookies, pool: ({ headers }) => (headers['x-tenant'] ? tenant : undefined) },
  })
  const listFor = async (of: TestUserPool) => {
    const result = await createCognito(of.options).signIn({ username: 'olga', password })
    if (result.status !== 'signed-in') throw new Error(result.status)
    const authorization = `Bearer ${result.tokens.accessToken}`
    return app.inject({ url: '/admin/users', headers: { authorization, 'x-tenant': 'south' } })
  }
  expect((await listFor(south)).json()).toMatchObject({ status: 401, code: 'TOKEN_UNTRUSTED' })
  expect((await listFor(pool)).statusCode).toBe(200)
})
