import { createTestUserPool } from '@x/cognito-testing'
import { describe, expect, test } from 'vitest'
import { createBrowser } from './browser.ts'
import { startApp, withBearer } from './start-app.ts'

const pool = createTestUserPool({ users: [{ username: 'ada', password: 'Correct-horse-1' }] })
const password = 'p-4-s-s'
const json = { 'content-type': 'application/json' }
const post = async (path: string, payload: string | object, headers: Record<string, string> = {}) =>
  (await startApp({ pool, options: withBearer })).inject({
    method: 'POST',
    url: `/auth${path}`,
    payload,
    headers,
  })

const username = 'ada'
const cases: [string, object | string, string, string][] = [
  ['/sign-in', {}, '/username', 'is missing.'],
  ['/sign-in', { username }, '/password', 'is missing.'],
  ['/sign-in', { username, password, admin: true }, '/admin', 'is not known here; leave it out.'],
  ['/sign-in', { username: 7, password }, '/username', 'should be a string.'],
  ['/sign-in', { username: ['ada'], password }, '/username', 'should be a string.'],
  ['/sign-in', { username: null, password }, '/username', 'should be a string.'],
  ['/sign-in', { username, password: true }, '/password', 'should be a string.'],
  ['/sign-in', { username: '', password }, '/username', 'should not be empty.'],
  ['/sign-in', { username, password: '' }, '/password', 'should not be empty.'],
  [
    '/sign-in',
    { username: 'x'.repeat(129), password },
    '/username',
    'should have at most 128 characters.',
  ],
  [
    '/sign-in',
    { username, password: 'x'.repeat(257) },
    '/password',
    'should have at most 256 characters.',
  ],
  [
    '/sign-in',
    { username, password, method: 'magic' },
    '/method',
    'should be one of srp, password, choice, custom.',
  ],
  ...['ada\n', 'a da', 'ada\u0000', '\u007fada', 'ada\u0085', '\u200bada\u2028'].map(
    (name): [string, object, string, string] => [
      '/sign-in',
      { username: name, password },
      '/username',
      'may not have spaces or invisible characters.',
    ],
  ),
  ['/sign-in', [], '', 'should be an object.'],
  ['/sign-in', '"text"', '', 'should be an object.'],
  ['/challenge', {}, '/answer', 'is missing.'],
  ['/challenge', { answer: 'code', challengeToken: 'x' }, '/answer', 'should be an object.'],
  ['/challenge', { answer: {}, challengeToken: 7 }, '/challengeToken', 'should be a string.'],
  ['/refresh', { refreshToken: {} }, '/refreshToken', 'should be a string.'],
  ['/refresh', { token: 'x' }, '/token', 'is not known here; leave it out.'],
  ['/sign-out', { refreshToken: 'ä' }, '/refreshToken', 'has characters that cannot be in it.'],
  [
    '/refresh',
    { refreshToken: 'x'.repeat(8193) },
    '/refreshToken',
    'should have at most 8192 characters.',
  ],
  [
    '/challenge',
    { answer: {}, challengeToken: 'x'.repeat(16_385) },
    '/challengeToken',
    'should have at most 16384 characters.',
  ],
  ['/sign-out', [], '', 'should be an object or null.'],
]

test.each(cases)('%s with %j is refused by name', async (path, payload, field, message) => {
  const answer = await post(path, payload, json)
  expect(answer.statusCode).toBe(400)
  expect(answer.headers['content-type']).toBe('application/problem+json; charset=utf-8')
  expect(answer.headers['cache-control']).toBe('no-store')
  expect(answer.json()).toMatchObject({
    type: 'about:blank',
    title: 'Bad Request',
    status: 400,
    code: 'INVALID_INPUT',
  })
  expect(answer.json().errors).toContainEqual({ path: field, message })
  expect(answer.body).not.toContain(password)
})

test.each(['', 'null'])('a body that is needed and not there is missed: %j', async (payload) => {
  const answer = await post('/sign-in', payload, json)
  expect(answer.json()).toMatchObject({
    detail: 'The body is missing.',
    errors: [{ path: '', message: 'is missing.' }],
  })
})

test('every fault is told at once, but not thousands', async () => {
  const two = await post('/sign-in', { username: 7, password: 7 }, json)
  expect(two.json().errors).toHaveLength(2)
  const extra = Object.fromEntries(Array.from({ length: 3000 }, (_, index) => [`f${index}`, 1]))
  expect((await post('/sign-in', extra, json)).json().errors).toHaveLength(20)
})

test.each(['{', '{"username":"ada",}', "{'password':'s3cret'}", 'undefined', '\u0000'])(
  'what is no JSON is refused without being repeated: %j',
  async (payload) => {
    const answer = await post('/sign-in', payload, json)
    expect(answer.statusCode).toBe(400)
    expect(answer.json()).toMatchObject({
      code: 'INVALID_INPUT',
      detail: 'The body cannot be read as JSON.',
    })
    expect(answer.body).not.toContain('s3cret')
  },
)

test.each(['"__proto__":{"admin":true}', '"constructor":{"prototype":{"admin":true}}'])(
  'prototypes cannot be polluted, beside the right credentials either: %s',
  async (poison) => {
    const payload = `{"username":"ada","password":"Correct-horse-1",${poison}}`
    const answer = await post('/sign-in', payload, json)
    expect(answer.statusCode).toBe(400)
    expect(answer.json()).toMatchObject({
      code: 'INVALID_INPUT',
      detail: 'The body cannot be read as JSON.',
    })
  },
)

test.each(['S3cret and more', 'a/b~c', 'ä', 'x'.repeat(65), '', '"'])(
  'a field is not named where its name may be a secret: %j',
  async (name) => {
    const answer = await post('/sign-in', { username, password, [name]: 1 }, json)
    expect(answer.statusCode).toBe(400)
    expect(answer.json().errors).toEqual([
      { path: '', message: 'has a field with a name that cannot be; leave it out.' },
    ])
    expect(answer.json().detail).toBe(
      'The body has a field with a name that cannot be; leave it out.',
    )
  },
)

test.each([
  'text/plain',
  'application/x-www-form-urlencoded',
  'multipart/form-data; boundary=x',
  'application/xml',
])('%s is not taken', async (type) => {
  const answer = await post('/sign-in', 'username=ada', { 'content-type': type })
  expect(answer.statusCode).toBe(415)
  expect(answer.json().code).toBe('UNSUPPORTED_MEDIA_TYPE')
})

test('forms are not taken even where the app takes them elsewhere', async () => {
  const app = await startApp({
    pool,
    before: (server) =>
      server.addContentTypeParser('application/x-www-form-urlencoded', async () => ({
        username,
        password,
      })),
  })
  const answer = await app.inject({
    method: 'POST',
    url: '/auth/sign-in',
    payload: 'x',
    headers: { 'content-type': 'application/x-www-form-urlencoded' },
  })
  expect(answer.statusCode).toBe(415)
})

test('a body beyond all measure is not read', async () => {
  const answer = await post('/sign-in', { username, password: 'x'.repeat(40_000) }, json)
  expect(answer.statusCode).toBe(413)
  expect(answer.json().code).toBe('PAYLOAD_TOO_LARGE')
})

describe('below the prefix', () => {
  test.each(['/auth', '/auth/', '/auth/nothing', '/auth/sign-in/x', '/auth/%00'])(
    'there is nothing at %s',
    async (url) => {
      const answer = await (await startApp({ pool })).inject({ url })
      expect(answer.statusCode).toBe(404)
      expect(answer.headers['content-type']).toContain('application/problem+json')
      expect(answer.headers['cache-control']).toBe('no-store')
      expect(answer.json().code).toBe('NOT_FOUND')
    },
  )

  test.each([
    ['GET', '/auth/sign-in', 'POST'],
    ['DELETE', '/auth/sign-out?x=1', 'POST'],
    ['POST', '/auth/me', 'GET, HEAD, PATCH, DELETE'],
    ['GET', '/auth/devices/eu-west-1_0a1b', 'PUT, DELETE'],
    ['PUT', `/auth/passkeys/${'x'.repeat(1024)}`, 'DELETE'],
  ] as const)('%s is not for %s', async (method, url, allow) => {
    const answer = await (await startApp({ pool })).inject({ method, url })
    expect(answer.statusCode).toBe(405)
    expect(answer.headers['allow']).toBe(allow)
    expect(answer.json().code).toBe('METHOD_NOT_ALLOWED')
  })
})

test('what the app itself does not know stays the business of the app', async () => {
  const app = await startApp({ pool })
  const answer = await app.inject({ url: '/nothing' })
  expect(answer.statusCode).toBe(404)
  expect(answer.headers['content-type']).toBe('application/json; charset=utf-8')
})

test.each([
  ['nothing at all', '', 'TOKEN_MISSING'],
  ['thousands of letters', 'x'.repeat(9000), 'TOKEN_MALFORMED'],
  ['three parts', 'a.b.c', 'TOKEN_MALFORMED'],
  ['two words', 'a b', 'TOKEN_MALFORMED'],
])('a token that is none is refused: %s', async (_what, token, code) => {
  const answer = await (await startApp({ pool })).inject({
    url: '/auth/me',
    headers: { authorization: `Bearer ${token}` },
  })
  expect(answer.statusCode).toBe(401)
  expect(answer.json().code).toBe(code)
})

test.each(['', ';', '=', 'cognito', 'cognito=', 'cognito=1.', 'cognito=%ZZ', 'cognito=1.é', 'x=y'])(
  'a cookie header that says nothing is nobody: %j',
  async (cookie) => {
    const browser = createBrowser(await startApp({ pool }))
    const answer = await browser.get('/auth/me', undefined, { headers: { cookie } })
    expect(answer.statusCode).toBe(401)
    expect(answer.json().code).toBe('TOKEN_MISSING')
  },
)
