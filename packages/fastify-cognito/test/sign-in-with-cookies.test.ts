import { createTestUserPool } from '@x/cognito-testing'
import { expect, test } from 'vitest'
import { createBrowser } from './browser.ts'
import { startApp } from './start-app.ts'

const password = 'Correct-horse-1'
const poolWithAda = () =>
  createTestUserPool({
    users: [
      { username: 'ada', password, groups: ['staff'], attributes: { email: 'ada@example.com' } },
    ],
  })

test('signs in, and the browser holds nothing that it can read', async () => {
  const app = await startApp({ pool: poolWithAda() })
  const answer = await createBrowser(app).post('/auth/sign-in', { username: 'ada', password })
  expect(answer.statusCode).toBe(200)
  expect(answer.headers['cache-control']).toBe('no-store')
  expect(answer.json()).toEqual({
    status: 'signed-in',
    user: {
      sub: expect.any(String),
      username: 'ada',
      groups: ['staff'],
      scopes: ['aws.cognito.signin.user.admin'],
    },
    expiresAt: expect.any(Number),
  })
  for (const cookie of [answer.headers['set-cookie'] ?? []].flat()) {
    expect(cookie).toMatch(
      /^cognito(\.\d)?=[\w.-]+; Max-Age=2592000; Path=\/; HttpOnly; SameSite=Lax$/,
    )
    expect(cookie.length).toBeLessThan(4096)
  }
})

test.each(['srp', 'password'])('signs in by %s', async (method) => {
  const pool = poolWithAda()
  const browser = createBrowser(await startApp({ pool }))
  const { statusCode } = await browser.post('/auth/sign-in', { username: 'ada', password, method })
  expect(statusCode).toBe(200)
  expect(pool.calls['RespondToAuthChallenge'] ?? 0).toBe(method === 'srp' ? 1 : 0)
})

test('shows who is signed in, with attributes', async () => {
  const browser = createBrowser(await startApp({ pool: poolWithAda() }))
  await browser.post('/auth/sign-in', { username: 'ada', password })
  const answer = await browser.get('/auth/me')
  expect(answer.statusCode).toBe(200)
  expect(answer.headers['cache-control']).toBe('no-store')
  expect(answer.json()).toMatchObject({
    user: { username: 'ada', groups: ['staff'] },
    attributes: { email: 'ada@example.com' },
  })
  expect(answer.headers['set-cookie']).toBeUndefined()
})

test('turns away a wrong password', async () => {
  const browser = createBrowser(await startApp({ pool: poolWithAda() }))
  const answer = await browser.post('/auth/sign-in', { username: 'ada', password: 'wrong' })
  expect(answer.statusCode).toBe(401)
  expect(answer.headers['content-type']).toBe('application/problem+json; charset=utf-8')
  expect(answer.headers['www-authenticate']).toBe('Bearer realm="cognito"')
  expect(answer.json()).toEqual({
    type: 'about:blank',
    title: 'Unauthorized',
    status: 401,
    code: 'COGNITO_INVALID_CREDENTIALS',
    detail:
      'The user name or password is wrong. After several attempts, wait a while before the next.',
    key: 'COGNITO_INVALID_CREDENTIALS.orLocked',
    params: {},
  })
  expect(browser.cookies.size).toBe(0)
})

test.each([true, false])(
  'does not tell whether a user exists or is disabled (pool hides users: %s)',
  async (preventUserExistenceErrors) => {
    const pool = createTestUserPool({
      clients: [{ preventUserExistenceErrors }],
      users: [
        { username: 'ada', password },
        { username: 'eve', password, enabled: false },
      ],
    })
    const browser = createBrowser(await startApp({ pool }))
    const answers = await Promise.all(
      [
        { username: 'ada', password: 'wrong' },
        { username: 'nobody', password: 'wrong' },
        { username: 'eve', password },
      ].map((body) => browser.post('/auth/sign-in', body)),
    )
    const seen = answers.map(({ statusCode, headers: { date, ...headers }, body }) => ({
      statusCode,
      headers,
      body,
    }))
    expect(seen[1]).toEqual(seen[0])
    expect(seen[2]).toEqual(seen[0])
  },
)

test('says what comes next where it is no challenge', async () => {
  const pool = createTestUserPool({
    users: [
      { username: 'new', password, status: 'UNCONFIRMED' },
      { username: 'reset', password, status: 'RESET_REQUIRED' },
    ],
  })
  const browser = createBrowser(await startApp({ pool }))
  const unconfirmed = await browser.post('/auth/sign-in', { username: 'new', password })
  const reset = await browser.post('/auth/sign-in', { username: 'reset', password })
  expect(unconfirmed.json()).toEqual({ status: 'confirm-sign-up' })
  expect(reset.json()).toEqual({ status: 'reset-password' })
})

test('keeps a session in several cookies where one is too small, and clears what is left over', async () => {
  const groups = Array.from({ length: 60 }, (_, index) => `a-rather-long-group-name-${index}`)
  const pool = createTestUserPool({
    users: [
      { username: 'ada', password, groups },
      { username: 'bob', password },
    ],
  })
  const browser = createBrowser(await startApp({ pool }))
  await browser.post('/auth/sign-in', { username: 'ada', password })
  const chunks = browser.cookies.size
  expect(chunks).toBeGreaterThan(1)
  expect((await browser.get('/auth/me')).json().user.groups).toHaveLength(60)

  await browser.post('/auth/sign-in', { username: 'bob', password })
  expect(browser.cookies.size).toBeLessThan(chunks)
  expect((await browser.get('/auth/me')).json().user.username).toBe('bob')
})

test('says so where the tokens of a user fit into no cookies', async () => {
  const groups = Array.from({ length: 99 }, (_, index) => `${'long-group-name'.repeat(8)}${index}`)
  const pool = createTestUserPool({ users: [{ username: 'ada', password, groups }] })
  const browser = createBrowser(await startApp({ pool }))
  const answer = await browser.post('/auth/sign-in', { username: 'ada', password })
  expect(answer.statusCode).toBe(500)
  expect(answer.json().code).toBe('SESSION_TOO_LARGE')
  expect(browser.cookies.size).toBe(0)
})
