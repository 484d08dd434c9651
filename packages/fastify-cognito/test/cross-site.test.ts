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

test.each([
  ['http://shop.example/', 200],
  ['http://shop.example/orders?page=2', 200],
  ['http://shop.example:80/', 200],
  ['http://evil.example/', 403],
  ['http://evil.example/http://shop.example/', 403],
  ['http://shop.example@evil.example/', 403],
  ['http://shop.example.evil.example/', 403],
  ['http://sub.shop.example/', 403],
  ['http://shop.example:8080/', 403],
  ['https://shop.example/', 403],
  ['about:blank', 403],
  ['null', 403],
  ['/orders', 403],
  ['', 403],
])('where a browser says neither, its page counts: %s: %i', async (referer, status) => {
  const headers = { referer, host: 'shop.example', 'sec-fetch-site': undefined }
  expect((await browser.post('/orders', undefined, { headers })).statusCode).toBe(status)
})

test.each([
  { origin: 'null' },
  { origin: 'http://evil.example' },
  { 'sec-fetch-site': 'cross-site' },
  { 'sec-fetch-site': '' },
  { 'sec-fetch-site': 'same-origin, cross-site' },
])('no page makes good for what a browser says of the request itself: %j', async (said) => {
  const headers = {
    referer: 'http://shop.example/',
    host: 'shop.example',
    'sec-fetch-site': undefined,
    ...said,
  }
  expect((await browser.post('/orders', undefined, { headers })).statusCode).toBe(403)
})

test.each([{ origin: 'null' }, { referer: 'about:srcdoc' }, { referer: 'x' }, { origin: '' }])(
  'a host that is none is nobody of our own: %j',
  async (said) => {
    const headers = { host: 'shop example', 'sec-fetch-site': undefined, ...said }
    expect((await browser.post('/orders', undefined, { headers })).statusCode).toBe(403)
  },
)

test('what is no browser says nothing of it', async () => {
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

describe('origins that are trusted', () => {
  const app = 'https://app.shop.example'
  const trusting = async () => {
    const page = createBrowser(
      await startApp({
        pool: poolWithAda(),
        options: { session: { secrets: [secret], trustedOrigins: [app] } },
        routes: (server) => {
          server.post('/orders', { onRequest: server.requireAuth() }, () => 'ordered')
        },
      }),
    )
    await page.post('/auth/sign-in', credentials)
    return page
  }

  test.each([
    { 'sec-fetch-site': 'same-site', origin: app },
    { 'sec-fetch-site': undefined, origin: app },
    { 'sec-fetch-site': undefined, referer: `${app}/cart` },
    { 'sec-fetch-site': 'same-origin' },
    { 'sec-fetch-site': undefined, origin: 'http://shop.example', host: 'shop.example' },
  ])('may act: %j', async (headers) => {
    const page = await trusting()
    expect((await page.post('/orders', undefined, { headers })).body).toBe('ordered')
    expect((await page.post('/auth/sign-in', credentials, { headers })).statusCode).toBe(200)
    expect((await page.post('/auth/sign-out', undefined, { headers })).statusCode).toBe(204)
  })

  test.each([
    { 'sec-fetch-site': 'same-site', origin: 'https://blog.shop.example' },
    { 'sec-fetch-site': 'same-site', origin: 'http://app.shop.example' },
    { 'sec-fetch-site': 'same-site', origin: `${app}:8443` },
    { 'sec-fetch-site': 'same-site', origin: 'null' },
    { 'sec-fetch-site': 'same-site' },
    { 'sec-fetch-site': 'same-site', referer: `${app}/` },
    { 'sec-fetch-site': 'cross-site', origin: app },
    { 'sec-fetch-site': undefined, origin: 'https://blog.shop.example' },
    { 'sec-fetch-site': undefined, origin: `${app}, https://evil.example` },
    { 'sec-fetch-site': undefined, referer: 'https://app.shop.example.evil.example/' },
  ])('are these to the letter, and no other: %j', async (headers) => {
    const page = await trusting()
    for (const path of ['/orders', '/auth/sign-in', '/auth/sign-out']) {
      const answer = await page.post(path, credentials, { headers })
      expect([answer.statusCode, answer.json().code]).toEqual([403, 'CROSS_SITE'])
    }
    expect((await page.get('/auth/me')).statusCode).toBe(200)
  })
})

test('a token that comes along with a cookie is what counts', async () => {
  const options = {
    session: { secrets: [secret] as const },
    deliver: ({ url }: { url: string }) => (url.includes('body') ? 'body' : 'cookie'),
  } as const
  const app = await startApp({
    pool: poolWithAda(),
    options,
    routes: (server) => {
      server.post('/orders', { onRequest: server.requireAuth() }, () => 'ordered')
    },
  })
  const { tokens } = (await createBrowser(app).post('/auth/sign-in?body', credentials)).json()
  const page = createBrowser(app)
  await page.post('/auth/sign-in', credentials)
  const headers = {
    'sec-fetch-site': 'cross-site',
    authorization: `Bearer ${tokens.accessToken}`,
  }
  expect((await page.post('/orders', undefined, { headers })).body).toBe('ordered')
  expect((await page.post('/orders', undefined, fromSite('cross-site'))).statusCode).toBe(403)
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
