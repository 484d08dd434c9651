import { createTestUserPool } from '@x/cognito-testing'
import { expect, test } from 'vitest'
import { createBrowser } from './browser.ts'
import { startApp, withBearer, withCookies } from './start-app.ts'

const password = 'Correct-horse-1'
const poolWithAda = () => createTestUserPool({ users: [{ username: 'ada', password }] })

test('hands over the tokens in the answer, and sets no cookie', async () => {
  const client = createBrowser(await startApp({ pool: poolWithAda(), options: withBearer }))
  const answer = await client.post('/auth/sign-in', { username: 'ada', password })
  const { tokens, expiresAt, status } = answer.json()
  expect(status).toBe('signed-in')
  expect(tokens).toEqual({
    accessToken: expect.any(String),
    idToken: expect.any(String),
    refreshToken: expect.any(String),
    expiresAt,
  })
  expect(answer.headers['set-cookie']).toBeUndefined()
  expect(answer.headers['cache-control']).toBe('no-store')

  const me = await client.get('/auth/me', undefined, {
    headers: { authorization: `Bearer ${tokens.accessToken}` },
  })
  expect(me.json().user.username).toBe('ada')
})

test('asks an API without sessions for nothing but tokens', async () => {
  const app = await startApp({ pool: poolWithAda(), options: withBearer })
  const answer = await createBrowser(app, new Map([['cognito', '1.garbage']])).get('/auth/me')
  expect(answer.statusCode).toBe(401)
  expect(answer.json().code).toBe('TOKEN_MISSING')
})

test('chooses for each request where a function says so', async () => {
  const app = await startApp({
    pool: poolWithAda(),
    options: {
      ...withCookies,
      deliver: ({ headers }) => (headers['x-client'] === 'mobile' ? 'body' : 'cookie'),
    },
  })
  const page = createBrowser(app)
  const phone = createBrowser(app)
  const headers = { 'x-client': 'mobile' }
  const byCookie = await page.post('/auth/sign-in', { username: 'ada', password })
  const byBody = await phone.post('/auth/sign-in', { username: 'ada', password }, { headers })
  expect(byCookie.json().tokens).toBeUndefined()
  expect(page.cookies.size).toBeGreaterThan(0)
  expect(byBody.json().tokens.refreshToken).toEqual(expect.any(String))
  expect(phone.cookies.size).toBe(0)
})

test('prefers a bearer token where a session comes along', async () => {
  const pool = createTestUserPool({
    users: [
      { username: 'ada', password },
      { username: 'bob', password },
    ],
  })
  const browser = createBrowser(await startApp({ pool }))
  const phone = createBrowser(await startApp({ pool, options: withBearer }))
  await browser.post('/auth/sign-in', { username: 'ada', password })
  const { tokens } = (await phone.post('/auth/sign-in', { username: 'bob', password })).json()
  const withBoth = await browser.get('/auth/me', undefined, {
    headers: { authorization: `bearer ${tokens.accessToken}` },
  })
  expect(withBoth.json().user.username).toBe('bob')
  const withBadToken = await browser.get('/auth/me', undefined, {
    headers: { authorization: 'Bearer nonsense' },
  })
  expect(withBadToken.statusCode).toBe(401)
})
