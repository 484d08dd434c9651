import { createTestUserPool } from '@x/cognito-testing'
import { beforeEach, describe, expect, test } from 'vitest'
import { type Browser, createBrowser } from './browser.ts'
import { secret, startApp, withBearer } from './start-app.ts'

const password = 'Correct-horse-1'
const credentials = { username: 'ada', password }
const poolWithAda = () => createTestUserPool({ users: [credentials] })

/** As a browser that knows no `Sec-Fetch-Site` sends it. */
const fromOrigin = (origin: string, host = 'shop.example') => ({
  headers: { origin, host, 'sec-fetch-site': undefined },
})
const fromSite = (site: string) => ({ headers: { 'sec-fetch-site': site } })

let browser: Browser
beforeEach(async () => {
  const app = await startApp({
    pool: poolWithAda(),
    routes: (server) => {
      const onRequest = server.requireAuth()
      server.get('/orders', { onRequest }, () => 'orders')
      server.post('/orders', { onRequest }, () => 'ordered')
      server.delete('/orders', { onRequest: server.optionalAuth() }, () => 'deleted')
      server.put('/orders', { onRequest }, () => 'put')
      server.patch('/orders', { onRequest }, () => 'patched')
    },
  })
  browser = createBrowser(app)
  await browser.post('/auth/sign-in', credentials)
})

describe.each(['cross-site', 'same-site'])('a request that comes %s', (site) => {
  test.each([
    '/auth/sign-in',
    '/auth/challenge',
    '/auth/refresh',
    '/auth/sign-out',
    '/auth/sign-out/everywhere',
    '/orders',
  ])('cannot act in the name of a user: POST %s', async (path) => {
    const before = new Map(browser.cookies)
    const answer = await browser.post(path, credentials, fromSite(site))
    expect(answer.statusCode).toBe(403)
    expect(answer.json().code).toBe('CROSS_SITE')
    expect(answer.headers['set-cookie']).toBeUndefined()
    expect(browser.cookies).toEqual(before)
  })

  test.each(['PUT', 'PATCH', 'DELETE'] as const)('cannot by %s either', async (method) => {
    const answer = await browser.get('/orders', undefined, { ...fromSite(site), method })
    expect(answer.statusCode).toBe(403)
    expect(answer.json().code).toBe('CROSS_SITE')
  })

  test('may follow a link', async () => {
    expect((await browser.get('/orders', undefined, fromSite(site))).body).toBe('orders')
  })
})

test.each(['same-origin', 'none'])('a request that comes %s may act', async (site) => {
  expect((await browser.post('/orders', undefined, fromSite(site))).body).toBe('ordered')
})

test.each([
  ['http://shop.example', 'shop.example', 200],
  ['http://shop.example', 'shop.example:80', 200],
  ['http://shop.example:8080', 'shop.example:8080', 200],
  ['http://evil.example', 'shop.example', 403],
  ['https://shop.example', 'shop.example', 403],
  ['http://shop.example:8080', 'shop.example', 403],
  ['http://sub.shop.example', 'shop.example', 403],
  ['http://shop.example/path', 'shop.example', 403],
  ['http://ada@shop.example', 'shop.example', 403],
  ['http://shop.example:80', 'shop.example', 403],
  ['HTTP://shop.example', 'shop.example', 403],
  ['http://evil.example, http://shop.example', 'shop.example', 403],
  ['null', 'shop.example', 403],
  ['', 'shop.example', 403],
])('an older browser on %s reaches %s: %i', async (origin, host, status) => {
  const answer = await browser.post('/orders', undefined, fromOrigin(origin, host))
  expect(answer.statusCode).toBe(status)
})

test('where a browser says both, the site counts', async () => {
  const headers = { origin: 'http://evil.example', 'sec-fetch-site': 'same-origin' }
  expect((await browser.post('/orders', undefined, { headers })).statusCode).toBe(200)
})

test('what is no browser says neither', async () => {
  const headers = { 'sec-fetch-site': undefined }
  expect((await browser.post('/orders', undefined, { headers })).body).toBe('ordered')
})

test('the protocol and host of a trusted proxy count', async () => {
  const app = await startApp({ pool: poolWithAda(), server: { trustProxy: true } })
  const send = (proto: string) =>
    app.inject({
      method: 'POST',
      url: '/auth/sign-in',
      payload: credentials,
      headers: {
        origin: 'https://shop.example',
        'x-forwarded-proto': proto,
        'x-forwarded-host': 'shop.example',
      },
    })
  expect((await send('https')).statusCode).toBe(200)
  expect((await send('http')).statusCode).toBe(403)
})

test.each([
  ['https://shop.example', 200],
  ['http://shop.example', 403],
])(
  'where cookies are said to be secure, https is our own without a word of a proxy: %s',
  async (origin, status) => {
    const app = await startApp({
      pool: poolWithAda(),
      options: { session: { secrets: [secret], secure: true } },
    })
    const answer = await createBrowser(app).post('/auth/sign-in', credentials, fromOrigin(origin))
    expect(answer.statusCode).toBe(status)
  },
)

test('a session that comes along counts, however this client is served', async () => {
  const app = await startApp({
    pool: poolWithAda(),
    options: {
      session: { secrets: [secret] },
      deliver: ({ url }) => (url.includes('body') ? 'body' : 'cookie'),
    },
  })
  const page = createBrowser(app)
  await page.post('/auth/sign-in', credentials)
  const answer = await page.post('/auth/sign-out?body', undefined, fromSite('cross-site'))
  expect(answer.statusCode).toBe(403)
  expect((await page.get('/auth/me')).statusCode).toBe(200)
})

test('bearer tokens are sent by no browser on its own', async () => {
  const app = await startApp({ pool: poolWithAda(), options: withBearer })
  const client = createBrowser(app)
  const { tokens } = (
    await client.post('/auth/sign-in', credentials, fromSite('cross-site'))
  ).json()
  const answer = await client.post('/auth/sign-out/everywhere', undefined, {
    headers: { 'sec-fetch-site': 'cross-site', authorization: `Bearer ${tokens.accessToken}` },
  })
  expect(answer.statusCode).toBe(204)
})
