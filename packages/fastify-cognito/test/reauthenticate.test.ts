import { createTestUserPool, type TestUserPool } from '@x/cognito-testing'
import { describe, expect, test } from 'vitest'
import { type Browser, createBrowser } from './browser.ts'
import { startApp, withBearer } from './start-app.ts'

const password = 'Correct-horse-1'
const ada = { username: 'ada', password }
const bob = { username: 'bob', password }

const createPool = (more: object = {}) => createTestUserPool({ users: [ada, bob], ...more })
const withTotp = () => createPool({ users: [{ ...ada, mfa: 'totp' }, bob] })

const claimsOf = (token: string) =>
  JSON.parse(Buffer.from(token.split('.')[1] ?? '', 'base64url').toString())

const start = async (pool: TestUserPool, options?: object) => {
  const app = await startApp({
    pool,
    ...(options && { options }),
    routes: (server) => {
      server.get('/claims', { onRequest: server.requireAuth() }, ({ auth }) => auth?.claims ?? {})
    },
  })
  return createBrowser(app)
}
const claims = async (browser: Browser) => (await browser.get('/claims')).json()

/** Ada, with one factor done and the other to come. */
const underWay = async (pool: TestUserPool, body: object = {}) => {
  const browser = await start(pool)
  await browser.post('/auth/sign-in', ada)
  await browser.post('/auth/challenge', { answer: { code: pool.totpCodeFor('ada') } })
  pool.clock.advance(30)
  const asked = await browser.post('/auth/reauthenticate', { password, ...body })
  return { browser, asked }
}

test('renews the session of who is signed in, and says where to go on', async () => {
  const pool = createPool()
  const browser = await start(pool)
  await browser.post('/auth/sign-in', ada)
  const before = await claims(browser)
  const old = browser.copy()
  pool.clock.advance(600)
  const answer = await browser.post('/auth/reauthenticate', {
    password,
    returnTo: '/orders?page=2',
  })
  expect(answer.json()).toMatchObject({
    status: 'signed-in',
    user: { username: 'ada' },
    returnTo: '/orders?page=2',
  })
  const after = await claims(browser)
  expect(after.sub).toBe(before.sub)
  expect(after.auth_time).toBe(before.auth_time + 600)
  expect((await old.post('/auth/refresh')).json().code).toBe('COGNITO_TOKEN_REJECTED')
})

test('gives new tokens to a client without cookies', async () => {
  const pool = createPool()
  const client = await start(pool, withBearer)
  const { accessToken } = (await client.post('/auth/sign-in', ada)).json().tokens
  pool.clock.advance(600)
  const headers = { authorization: `Bearer ${accessToken}` }
  const answer = await client.post('/auth/reauthenticate', { password }, { headers })
  const renewed = claimsOf(answer.json().tokens.accessToken)
  expect(renewed.auth_time).toBe(claimsOf(accessToken).auth_time + 600)
  expect(answer.json()).not.toHaveProperty('returnTo')
})

test('where to go on travels through challenges, and through a fresh attempt', async () => {
  const pool = createPool({
    firstFactors: ['password', 'email-code'],
    users: [{ ...ada, attributes: { email: 'ada@example.com', email_verified: 'true' } }],
  })
  const browser = await start(pool)
  await browser.post('/auth/sign-in', ada)
  const way = { method: 'choice', prefer: 'email-code' }
  const asked = await browser.post('/auth/reauthenticate', { ...way, returnTo: '/orders' })
  expect(asked.json().challenge.kind).toBe('email-code')
  expect(asked.body).not.toContain('/orders')
  await browser.post('/auth/challenge/resend')
  const answer = { code: pool.inbox.lastCodeFor('ada') }
  const done = await browser.post('/auth/challenge', { answer })
  expect(done.json()).toMatchObject({ status: 'signed-in', returnTo: '/orders' })
})

test('a sign-in that is none of these goes nowhere', async () => {
  const browser = await start(withTotp())
  const refused = await browser.post('/auth/sign-in', { ...ada, returnTo: '/orders' })
  expect(refused.json().errors).toEqual([
    { path: '/returnTo', message: 'is not known here; leave it out.' },
  ])
})

test.each(['https://b.example', '//b.example', '/\\b.example', '/\t/b.example', '/..//b.example'])(
  'leads nowhere else: %j',
  async (returnTo) => {
    const pool = createPool()
    const browser = await start(pool)
    await browser.post('/auth/sign-in', ada)
    const calls = { ...pool.calls }
    const refused = await browser.post('/auth/reauthenticate', { password, returnTo })
    expect(refused.statusCode).toBe(400)
    expect(refused.json().errors).toEqual([
      { path: '/returnTo', message: 'should be a path of this site, such as /orders.' },
    ])
    expect(refused.body).not.toContain('b.example')
    expect(pool.calls).toEqual(calls)
  },
)

test('is for nobody who is not signed in', async () => {
  const browser = await start(createPool())
  const refused = await browser.post('/auth/reauthenticate', { password })
  expect([refused.statusCode, refused.json().code]).toEqual([401, 'TOKEN_MISSING'])
})

test('takes no name: it is that of the session', async () => {
  const browser = await start(createPool())
  await browser.post('/auth/sign-in', ada)
  const refused = await browser.post('/auth/reauthenticate', { ...bob })
  expect(refused.json().errors).toEqual([
    { path: '/username', message: 'is not known here; leave it out.' },
  ])
})

test('a wrong password ends nothing', async () => {
  const browser = await start(createPool())
  await browser.post('/auth/sign-in', ada)
  const refused = await browser.post('/auth/reauthenticate', { password: 'Wrong-horse-77' })
  expect([refused.statusCode, refused.json().code]).toEqual([401, 'COGNITO_INVALID_CREDENTIALS'])
  expect(refused.cookies).toEqual([])
  expect((await claims(browser)).username).toBe('ada')
})

test('a request from another site is refused', async () => {
  const browser = await start(createPool())
  await browser.post('/auth/sign-in', ada)
  const headers = { 'sec-fetch-site': 'cross-site' }
  const refused = await browser.post('/auth/reauthenticate', { password }, { headers })
  expect(refused.json().code).toBe('CROSS_SITE')
})

describe('where somebody else has signed in meanwhile', () => {
  test('a challenge that was to renew a session does not replace theirs', async () => {
    const pool = withTotp()
    const { browser } = await underWay(pool)
    const challenge = browser.cookies.get('cognito-challenge') ?? ''
    await browser.post('/auth/sign-out')
    await browser.post('/auth/sign-in', bob)
    browser.cookies.set('cognito-challenge', challenge)
    const calls = { ...pool.calls }
    const answer = { code: pool.totpCodeFor('ada') }
    const refused = await browser.post('/auth/challenge', { answer })
    expect([refused.statusCode, refused.json()]).toMatchObject([
      401,
      { code: 'COGNITO_SESSION_EXPIRED', retriable: false },
    ])
    expect((await browser.post('/auth/challenge/resend')).json().code).toBe(
      'COGNITO_SESSION_EXPIRED',
    )
    expect(pool.calls).toEqual(calls)
    expect((await claims(browser)).username).toBe('bob')
  })

  test('a token for somebody does not replace the session of another', async () => {
    const pool = createPool()
    const app = await startApp({
      pool,
      options: {
        session: { secrets: ['x'.repeat(32)] },
        deliver: ({ headers }) => (headers['x-client'] === 'mobile' ? 'body' : 'cookie'),
      },
    })
    const browser = createBrowser(app)
    const mobile = { headers: { 'x-client': 'mobile' } }
    const { tokens } = (await browser.post('/auth/sign-in', ada, mobile)).json()
    await browser.post('/auth/sign-in', bob)
    const headers = { authorization: `Bearer ${tokens.accessToken}` }
    const refused = await browser.post('/auth/reauthenticate', { password }, { headers })
    expect([refused.statusCode, refused.json().code]).toEqual([401, 'COGNITO_SESSION_EXPIRED'])
    expect((await browser.get('/auth/me')).json().user.username).toBe('bob')
  })

  test('a plain sign-in under way does not count as theirs', async () => {
    const pool = withTotp()
    const browser = await start(pool)
    await browser.post('/auth/sign-in', ada)
    const challenge = browser.cookies.get('cognito-challenge') ?? ''
    await browser.post('/auth/sign-in', bob)
    await browser.post('/auth/reauthenticate', { password, returnTo: '/orders' })
    browser.cookies.set('cognito-challenge', challenge)
    const answer = { code: pool.totpCodeFor('ada') }
    const done = await browser.post('/auth/challenge', { answer })
    expect(done.json()).toMatchObject({ status: 'signed-in', user: { username: 'ada' } })
    expect(done.json()).not.toHaveProperty('returnTo')
  })
})

test('another user of the same name is somebody else: their tokens are revoked', async () => {
  const seen: string[] = []
  const pool = createPool()
  const app = await startApp({
    pool,
    options: {
      session: { secrets: ['x'.repeat(32)] },
      hooks: { onSignIn: ({ user }) => seen.push(user.sub) },
    },
  })
  const browser = createBrowser(app)
  await browser.post('/auth/sign-in', ada)
  const old = browser.copy()
  await browser.copy().delete('/auth/me')
  pool.addUser(ada)
  const calls = { ...pool.calls }
  const refused = await old.post('/auth/reauthenticate', { password })
  expect([refused.statusCode, refused.json().code]).toEqual([401, 'COGNITO_INVALID_CREDENTIALS'])
  expect(pool.calls['RevokeToken'] ?? 0).toBe((calls['RevokeToken'] ?? 0) + 1)
  expect(seen).toHaveLength(1)
  expect(refused.cookies).toEqual([])
})
