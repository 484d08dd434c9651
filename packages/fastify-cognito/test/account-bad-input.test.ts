import { createTestUserPool } from '@x/cognito-testing'
import { describe, expect, test } from 'vitest'
import { createBrowser } from './browser.ts'
import { startApp, withBearer, withCookies } from './start-app.ts'

const password = 'Correct-horse-1'
const username = 'ada'
const code = '123456'
const long = 'x'.repeat(2049)
const missing = 'is missing.'
const unknown = 'is not known here; leave it out.'
const unseen = 'may not have spaces or invisible characters.'
const noEmail = 'should be an e-mail address.'
const noPhone = 'should be a plus sign and digits, such as +15551234567.'
const noText = 'should be a string.'
const empty = 'should not be empty.'

const anybody: readonly [path: string, body: object, field: string, message: string][] = [
  ['/sign-up', {}, '/username', 'is missing; or give email or phoneNumber.'],
  ['/sign-up', { password }, '/username', 'is missing; or give email or phoneNumber.'],
  ['/sign-up', { username, admin: true }, '/admin', unknown],
  ['/sign-up', { username: 'a da' }, '/username', unseen],
  ['/sign-up', { username: 'x'.repeat(129) }, '/username', 'should have at most 128 characters.'],
  ['/sign-up', { email: 'ada' }, '/email', noEmail],
  ['/sign-up', { email: 'a da@b' }, '/email', noEmail],
  ['/sign-up', { email: '@b' }, '/email', noEmail],
  ['/sign-up', { email: 'ada@' }, '/email', noEmail],
  ['/sign-up', { email: 7 }, '/email', noText],
  [
    '/sign-up',
    { email: `${'x'.repeat(127)}@b` },
    '/email',
    'should have at most 128 characters where it is the user name.',
  ],
  ['/sign-up', { phoneNumber: '0151' }, '/phoneNumber', noPhone],
  ['/sign-up', { phoneNumber: '+49 151' }, '/phoneNumber', noPhone],
  ['/sign-up', { phoneNumber: `+${'1'.repeat(51)}` }, '/phoneNumber', noPhone],
  ['/sign-up', { username, password: '' }, '/password', empty],
  [
    '/sign-up',
    { username, password: 'x'.repeat(257) },
    '/password',
    'should have at most 256 characters.',
  ],
  ['/sign-up', { username, attributes: [] }, '/attributes', 'should be an object.'],
  [
    '/sign-up',
    { username, attributes: { sub: 'x' } },
    '/attributes/sub',
    'cannot be set; leave it out.',
  ],
  [
    '/sign-up',
    { username, attributes: { email_verified: true } },
    '/attributes/email_verified',
    'cannot be set; leave it out.',
  ],
  ['/sign-up', { username, attributes: { name: null } }, '/attributes/name', noText],
  [
    '/sign-up',
    { username, attributes: { updated_at: '7' } },
    '/attributes/updated_at',
    'should be a number.',
  ],
  [
    '/sign-up',
    { username, attributes: { name: long } },
    '/attributes/name',
    'should have at most 2048 characters.',
  ],
  [
    '/sign-up',
    { username, attributes: { 'a b': 'x' } },
    '/attributes',
    'has a field with a name that cannot be; leave it out.',
  ],
  [
    '/sign-up',
    { username, attributes: { 'cognito:user_status': 'x' } },
    '/attributes/cognito:user_status',
    'is no attribute that can be written here; leave it out.',
  ],
  [
    '/sign-up',
    { username, email: 'a@b', attributes: { email: 'c@d' } },
    '/attributes/email',
    'is given twice, with another value.',
  ],
  [
    '/sign-up',
    { phoneNumber: '+1', attributes: { phone_number: '+2' } },
    '/attributes/phone_number',
    'is given twice, with another value.',
  ],
  ['/sign-up/confirm', { username }, '/code', missing],
  ['/sign-up/confirm', { code }, '/username', missing],
  ['/sign-up/confirm', { username, code: '12 34' }, '/code', unseen],
  ['/sign-up/confirm', { username, code: '' }, '/code', empty],
  ['/sign-up/confirm', { username, code: long }, '/code', 'should have at most 2048 characters.'],
  ['/sign-up/confirm', { username, code: 123456 }, '/code', noText],
  ['/sign-up/confirm', { username, code, session: 'x' }, '/session', unknown],
  ['/sign-up/confirm', { username, code, signUpToken: '' }, '/signUpToken', empty],
  ['/sign-up/resend', {}, '/username', missing],
  ['/sign-up/resend', { username, code }, '/code', unknown],
  ['/password/forgot', { username: '' }, '/username', empty],
  ['/password/forgot', { username, email: 'a@b' }, '/email', unknown],
  ['/password/reset', { username, code }, '/newPassword', missing],
  ['/password/reset', { username, code, newPassword: 7 }, '/newPassword', noText],
  ['/password/reset', { username, code, newPassword: password, password }, '/password', unknown],
]

test.each(anybody)(
  'POST %s with %j is refused by name, and Cognito not asked',
  async (path, body, field, message) => {
    const pool = createTestUserPool()
    const browser = createBrowser(await startApp({ pool, options: withBearer }))
    const answer = await browser.post(`/auth${path}`, body)
    expect([answer.statusCode, answer.json().code]).toEqual([400, 'INVALID_INPUT'])
    expect(answer.json()).toMatchObject({ key: 'INVALID_INPUT', params: {} })
    expect(answer.json().errors).toEqual([{ path: field, message }])
    expect(Object.values(pool.calls).every((calls) => calls === 0)).toBe(true)
    expect(answer.body).not.toContain(password)
  },
)

const users: readonly ['post' | 'patch' | 'delete', string, object, string, string][] = [
  ['post', '/password/change', {}, '/newPassword', missing],
  [
    'post',
    '/password/change',
    { newPassword: password, currentPassword: '' },
    '/currentPassword',
    empty,
  ],
  ['post', '/password/change', { newPassword: password, username }, '/username', unknown],
  ['patch', '/me', {}, '/attributes', missing],
  ['patch', '/me', { attributes: {} }, '/attributes', 'should have at least 1 entry.'],
  ['patch', '/me', { attributes: { name: 7 } }, '/attributes/name', 'should be a string or null.'],
  [
    'patch',
    '/me',
    { attributes: { identities: null } },
    '/attributes/identities',
    'cannot be set; leave it out.',
  ],
  ['patch', '/me', { attributes: { name: 'x' }, user: {} }, '/user', unknown],
  ['delete', '/me', { sure: true }, '/sure', unknown],
  ['post', '/me/verify', {}, '/attribute', missing],
  [
    'post',
    '/me/verify',
    { attribute: 'name' },
    '/attribute',
    'should be one of email, phone_number.',
  ],
  ['post', '/me/verify/confirm', { attribute: 'email' }, '/code', missing],
  ['post', '/me/verify/confirm', { attribute: 'email', code: ' ' }, '/code', unseen],
]

test.each(users)('%s %s with %j is refused by name', async (method, path, body, field, message) => {
  const pool = createTestUserPool({ users: [{ username, password }] })
  const browser = createBrowser(await startApp({ pool }))
  await browser.post('/auth/sign-in', { username, password, method: 'password' })
  const calls = { ...pool.calls }
  const answer = await browser[method](`/auth${path}`, body)
  expect([answer.statusCode, answer.json().code]).toEqual([400, 'INVALID_INPUT'])
  expect(answer.json().errors).toEqual([{ path: field, message }])
  expect(pool.calls).toEqual(calls)
  const stranger = await createBrowser(await startApp({ pool }))[method](`/auth${path}`, body)
  expect([stranger.statusCode, stranger.json().code]).toEqual([401, 'TOKEN_MISSING'])
})

test('every fault of a sign-up is told at once', async () => {
  const browser = createBrowser(await startApp({ pool: createTestUserPool() }))
  const body = {
    username: '',
    email: 'x',
    phoneNumber: 7,
    password: '',
    attributes: { sub: 1, name: 1 },
  }
  const { errors } = (await browser.post('/auth/sign-up', { ...body, extra: 1 })).json()
  const paths = errors.map(({ path }: { path: string }) => path)
  expect(new Set(paths)).toEqual(
    new Set([
      '/extra',
      '/username',
      '/email',
      '/phoneNumber',
      '/password',
      '/attributes/sub',
      '/attributes/name',
    ]),
  )
})

describe('a sign-up token', () => {
  test('is in a cookie, where there are cookies', async () => {
    const browser = createBrowser(
      await startApp({ pool: createTestUserPool(), options: withCookies }),
    )
    const answer = await browser.post('/auth/sign-up/confirm', { username, code, signUpToken: 'x' })
    expect(answer.statusCode).toBe(400)
    expect(answer.json().errors).toEqual([
      { path: '/signUpToken', message: 'is in a cookie for this client; leave it out.' },
    ])
  })

  test('that is none is passed by', async () => {
    const pool = createTestUserPool()
    const browser = createBrowser(await startApp({ pool, options: withBearer }))
    await browser.post('/auth/sign-up', { username, email: 'ada@example.com', password })
    const proof = { username, code: pool.inbox.lastCodeFor(username), signUpToken: 'forged' }
    const answer = await browser.post('/auth/sign-up/confirm', proof)
    expect(answer.json()).toEqual({ status: 'confirmed' })
  })
})

test.each([
  '/sign-up',
  '/sign-up/confirm',
  '/sign-up/resend',
  '/password/forgot',
  '/password/reset',
])('POST %s from another site is refused where cookies are in play', async (path) => {
  const pool = createTestUserPool()
  const browser = createBrowser(await startApp({ pool }))
  const body = { username, code, newPassword: password, password }
  const answer = await browser.post(`/auth${path}`, body, {
    headers: { 'sec-fetch-site': 'cross-site' },
  })
  expect([answer.statusCode, answer.json().code]).toEqual([403, 'CROSS_SITE'])
  expect(Object.values(pool.calls).every((calls) => calls === 0)).toBe(true)
})

test.each([
  ['patch', '/me', { attributes: { name: 'Eve' } }],
  ['delete', '/me', undefined],
  ['post', '/me/verify', { attribute: 'email' }],
  ['post', '/password/change', { currentPassword: password, newPassword: 'Battery-staple-2' }],
] as const)(
  '%s %s from another site is refused, whoever is signed in',
  async (method, path, body) => {
    const pool = createTestUserPool({ users: [{ username, password }] })
    const browser = createBrowser(await startApp({ pool }))
    await browser.post('/auth/sign-in', { username, password, method: 'password' })
    const calls = { ...pool.calls }
    const headers = { 'sec-fetch-site': 'same-site' }
    const answer = await browser[method](`/auth${path}`, body, { headers })
    expect([answer.statusCode, answer.json().code]).toEqual([403, 'CROSS_SITE'])
    expect(pool.calls).toEqual(calls)
  },
)
