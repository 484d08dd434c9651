import { createTestUserPool, type TestUserPool } from '@x/cognito-testing'
import { describe, expect, test } from 'vitest'
import { createBrowser } from './browser.ts'
import { startApp, withBearer, withCookies } from './start-app.ts'

const password = 'Correct-horse-1'
const credentials = { username: 'ada', password, method: 'password' }

const createPool = (more: object = {}) =>
  createTestUserPool({
    firstFactors: ['password', 'passkey'],
    users: [{ username: 'ada', password }],
    ...more,
  })

/** Somebody who is signed in, by whichever delivery; all requests carry what proves it. */
const signedIn = async (pool: TestUserPool, options: object = withCookies, server = {}) => {
  const browser = createBrowser(await startApp({ pool, options, server }))
  const { tokens } = (await browser.post('/auth/sign-in', credentials)).json()
  const more = tokens ? { headers: { authorization: `Bearer ${tokens.accessToken}` } } : {}
  const send = (method: 'get' | 'post' | 'delete', path: string, body?: object) =>
    browser[method](`/auth/passkeys${path}`, body, more)
  const list = async () => (await send('get', '')).json().passkeys
  const start = async () => (await send('post', '/start')).json()
  const finish = (credential: object) => send('post', '/finish', { credential })
  const add = async (authenticator = pool.createAuthenticator()) =>
    finish(authenticator.create(await start()))
  return { browser, send, list, start, finish, add }
}

describe.each([
  { how: 'by cookie', options: withCookies },
  { how: 'by token', options: withBearer },
])('passkeys, $how', ({ options }) => {
  test('are added, listed and removed', async () => {
    const pool = createPool()
    const { send, list, start, finish } = await signedIn(pool, options)
    expect(await list()).toEqual([])

    const creation = await start()
    expect(creation).toMatchObject({ rp: { id: 'localhost' }, user: { name: 'ada' } })
    const credential = pool.createAuthenticator().create(creation)
    const added = await finish(credential)
    expect([added.statusCode, added.body]).toEqual([204, ''])
    const [passkey, ...others] = await list()
    expect(others).toEqual([])
    expect(passkey).toEqual({
      id: credential.id,
      name: 'Passkey',
      relyingPartyId: 'localhost',
      attachment: 'platform',
      transports: credential.response.transports,
      createdAt: expect.closeTo(Date.now() / 1000, -1),
    })

    const removed = await send('delete', `/${passkey.id}`)
    expect([removed.statusCode, removed.body]).toEqual([204, ''])
    expect(await list()).toEqual([])
  })
})

test('the next ceremony leaves out those that are there', async () => {
  const { list, start, add } = await signedIn(createPool())
  await add()
  const [{ id }] = await list()
  expect((await start()).excludeCredentials).toMatchObject([{ id, type: 'public-key' }])
})

test('whatever a browser adds to a credential is passed on', async () => {
  const pool = createPool()
  const { start, finish } = await signedIn(pool)
  const credential = pool.createAuthenticator().create(await start())
  const clientExtensionResults = { credProps: { rk: true } }
  const answer = await finish({ ...credential, clientExtensionResults, fromTheFuture: [1] })
  expect(answer.statusCode).toBe(204)
})

test('one that was made for another ceremony is refused', async () => {
  const pool = createPool()
  const { start, finish } = await signedIn(pool)
  const credential = pool.createAuthenticator().create(await start())
  expect((await finish(credential)).statusCode).toBe(204)
  expect((await finish(credential)).json()).toMatchObject({
    status: 400,
    key: 'COGNITO_PASSKEY_REJECTED.expired',
    errors: [{ path: '/credential', message: 'was not accepted.' }],
  })
})

test('one that is for another site is refused', async () => {
  const pool = createPool()
  const { add } = await signedIn(pool)
  const elsewhere = pool.createAuthenticator({ origin: 'https://evil.example' })
  expect((await add(elsewhere)).json()).toMatchObject({
    status: 400,
    key: 'COGNITO_PASSKEY_REJECTED.origin',
  })
})

test('twenty are the most', async () => {
  const { list, send, add } = await signedIn(createPool())
  for (let count = 0; count < 20; count += 1) await add()
  expect(await list()).toHaveLength(20)
  const answer = await send('post', '/start')
  expect([answer.statusCode, answer.json().code]).toEqual([429, 'COGNITO_LIMIT_EXCEEDED'])
})

test('where the pool has none, that is a matter for its developer', async () => {
  const { send } = await signedIn(createPool({ firstFactors: ['password'] }))
  const answer = await send('post', '/start')
  expect([answer.statusCode, answer.json().code]).toEqual([500, 'COGNITO_MISCONFIGURED'])
})

describe('a path', () => {
  test('may be longer than the parameters that the app allows', async () => {
    const server = { routerOptions: { maxParamLength: 10 } }
    const { list, send, add } = await signedIn(createPool(), withCookies, server)
    await add()
    const [{ id }] = await list()
    expect(id.length).toBeGreaterThan(10)
    expect((await send('delete', `/${id}`)).statusCode).toBe(204)
    expect(await list()).toEqual([])
  })

  test.each([101, 1024])('of %i letters is asked for on an app as it comes', async (length) => {
    const { send } = await signedIn(createPool())
    const answer = await send('delete', `/${'x'.repeat(length)}`)
    expect([answer.statusCode, answer.json().code]).toEqual([404, 'COGNITO_PASSKEY_NOT_FOUND'])
  })

  test.each(['', '/', '/a/b', '/a%2Fb', '/a.b', '/%20', '/a=', `/${'x'.repeat(1025)}`])(
    'that can be none is nowhere, and Cognito not asked: %s',
    async (path) => {
      const pool = createPool()
      const { send } = await signedIn(pool)
      const calls = { ...pool.calls }
      const answer = await send('delete', path)
      expect(answer.statusCode).toBe(path === '' ? 405 : 404)
      expect(answer.headers['content-type']).toContain('application/problem+json')
      expect(answer.json().code).toBe(path === '' ? 'METHOD_NOT_ALLOWED' : 'NOT_FOUND')
      expect(pool.calls).toEqual(calls)
    },
  )

  test('tells nothing to a stranger', async () => {
    const browser = createBrowser(await startApp({ pool: createPool() }))
    for (const path of ['x', 'a.b', 'x'.repeat(2000)]) {
      const answer = await browser.delete(`/auth/passkeys/${path}`)
      expect([answer.statusCode, answer.json().code]).toEqual([401, 'TOKEN_MISSING'])
    }
  })
})
