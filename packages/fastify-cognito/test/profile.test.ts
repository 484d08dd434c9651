import { createTestUserPool, type TestUserPoolOptions } from '@x/cognito-testing'
import { afterEach, describe, expect, test, vi } from 'vitest'
import type { FastifyCognitoOptions } from '../src/index.ts'
import { createBrowser } from './browser.ts'
import { createLog } from './create-log.ts'
import { startApp, withBearer, withCookies } from './start-app.ts'

const password = 'Correct-horse-1'
const username = 'ada'
const email = 'ada@example.com'
const attributes = { email, email_verified: 'true', name: 'Ada' }
const hour = 3600

afterEach(() => {
  vi.useRealTimers()
})

const signedIn = async (
  poolOptions: TestUserPoolOptions = {},
  options: Partial<FastifyCognitoOptions> = withCookies,
) => {
  const pool = createTestUserPool({ users: [{ username, password, attributes }], ...poolOptions })
  const log = createLog()
  const app = await startApp({ pool, options, server: { logger: log.options } })
  const browser = createBrowser(app)
  const { tokens } = (await browser.post('/auth/sign-in', { username, password })).json()
  const more = { headers: tokens ? { authorization: `Bearer ${tokens.accessToken}` } : {} }
  const patch = (changes: object) => browser.patch('/auth/me', { attributes: changes }, more)
  const get = async () => (await browser.get('/auth/me', undefined, more)).json()
  return { pool, app, log, browser, more, patch, get }
}

const deliveries = [
  ['by cookie', withCookies],
  ['in the body', withBearer],
] as const

describe.each(deliveries)('who is signed in %s', (_, options) => {
  test('sees and changes what is known of them', async () => {
    const { patch, get } = await signedIn({}, options)
    expect((await get()).attributes).toMatchObject({ email, email_verified: true, name: 'Ada' })
    const answer = await patch({ nickname: 'Countess', updated_at: 1795000000, name: null })
    expect(answer.statusCode).toBe(200)
    expect(answer.json()).toMatchObject({ user: { username }, toVerify: [] })
    expect(answer.json().attributes).toMatchObject({ nickname: 'Countess', updated_at: 1795000000 })
    expect(answer.json().attributes).not.toHaveProperty('name')
    expect((await get()).attributes).toEqual(answer.json().attributes)
  })

  test('verifies a new address with the code that went there', async () => {
    const { pool, patch, get, browser, more } = await signedIn({}, options)
    const answer = (await patch({ email: 'new@example.com' })).json()
    expect(answer.toVerify).toEqual([
      { medium: 'email', destination: 'n***@e***', attribute: 'email' },
    ])
    expect(answer.attributes).toMatchObject({ email: 'new@example.com', email_verified: false })

    const confirm = (code: string) =>
      browser.post('/auth/me/verify/confirm', { attribute: 'email', code }, more)
    const sent = await browser.post('/auth/me/verify', { attribute: 'email' }, more)
    expect(sent.json()).toEqual(answer.toVerify[0])
    const code = pool.inbox.lastCodeFor(username)
    const wrong = await confirm(code === '000000' ? '000001' : '000000')
    expect([wrong.statusCode, wrong.json().code, wrong.json().errors]).toEqual([
      400,
      'COGNITO_CODE_MISMATCH',
      [{ path: '/code', message: 'is wrong.' }],
    ])
    expect((await confirm(code)).statusCode).toBe(204)
    expect((await get()).attributes.email_verified).toBe(true)
    const again = await confirm(code)
    expect([again.statusCode, again.json().code]).toEqual([400, 'COGNITO_CODE_EXPIRED'])
  })

  test('is deleted, and signed out with it', async () => {
    const { pool, app, browser, more } = await signedIn({}, options)
    const answer = await browser.delete('/auth/me', undefined, more)
    expect([answer.statusCode, answer.body]).toEqual([204, ''])
    expect(browser.cookies.size).toBe(0)
    expect(pool.users).toEqual([])
    const refused = await createBrowser(app).post('/auth/sign-in', { username, password })
    expect(refused.json().code).toBe('COGNITO_INVALID_CREDENTIALS')
    expect((await browser.get('/auth/me', undefined, more)).statusCode).toBe(401)
  })
})

test('values have the types that the options say', async () => {
  const { patch, get } = await signedIn(
    {
      customAttributes: [{ name: 'level', type: 'Number' }, { name: 'since' }, { name: 'staff' }],
      clients: [{ writeAttributes: ['custom:level', 'custom:since', 'custom:staff', 'name'] }],
    },
    { ...withCookies, customAttributes: { level: 'number', since: 'date', staff: 'boolean' } },
  )
  const changes = {
    'custom:level': 7,
    'custom:since': '2031-05-09T16:00:00+02:00',
    'custom:staff': true,
  }
  expect((await patch(changes)).json().attributes).toMatchObject({
    ...changes,
    'custom:since': '2031-05-09T14:00:00.000Z',
  })
  expect((await get()).attributes['custom:level']).toBe(7)

  const refused = await patch({ 'custom:level': '7', 'custom:since': 'today', sub: 'x', name: 1 })
  expect(
    refused
      .json()
      .errors.map(({ path }: { path: string }) => path)
      .sort(),
  ).toEqual([
    '/attributes/custom:level',
    '/attributes/custom:since',
    '/attributes/name',
    '/attributes/sub',
  ])
})

test.each([
  [{ birthdate: '1815' }, 'COGNITO_ATTRIBUTE_INVALID', 'birthdate', 'is not acceptable.'],
  [{ email: null }, 'COGNITO_ATTRIBUTE_MISSING', 'email', 'is missing.'],
  [
    { 'custom:born': '1816' },
    'COGNITO_ATTRIBUTE_READ_ONLY',
    'custom:born',
    'cannot be set; leave it out.',
  ],
])('what Cognito refuses is told beside its field: %j', async (changes, code, name, message) => {
  const { patch } = await signedIn({
    requiredAttributes: ['email'],
    customAttributes: [{ name: 'born', mutable: false }],
    clients: [{ writeAttributes: ['email', 'birthdate', 'custom:born'] }],
    users: [{ username, password, attributes: { ...attributes, 'custom:born': '1815' } }],
  })
  const answer = await patch(changes)
  expect([answer.statusCode, answer.json().code]).toEqual([400, code])
  expect(answer.json().errors).toEqual([{ path: `/attributes/${name}`, message }])
})

describe('a change that was made is answered, though it cannot be read again', () => {
  test('with what is known', async () => {
    const { pool, patch, get, log } = await signedIn({ verifyBeforeUpdate: ['email'] })
    pool.failNext('GetUser', 'timeout')
    const answer = await patch({ nickname: 'Countess', name: null, email: 'new@example.com' })
    expect(answer.statusCode).toBe(200)
    expect(answer.json()).toMatchObject({ user: { username }, toVerify: [{ attribute: 'email' }] })
    expect(answer.json().attributes).toEqual({ nickname: 'Countess' })
    expect(log.text()).toContain('could not be read again')
    expect((await get()).attributes).toMatchObject({ nickname: 'Countess', email })
  })

  test('but not where the session has ended meanwhile', async () => {
    const { pool, patch, browser } = await signedIn()
    pool.failNext('GetUser', {
      name: 'NotAuthorizedException',
      message: 'Access Token has been revoked',
    })
    const answer = await patch({ nickname: 'Countess' })
    expect([answer.statusCode, answer.json().code]).toEqual([401, 'COGNITO_TOKEN_REJECTED'])
    expect(browser.cookies.size).toBe(0)
  })
})

describe('an account that is deleted', () => {
  test('ends its other sessions in this process', async () => {
    vi.useFakeTimers({ toFake: ['Date'] })
    const { app, browser } = await signedIn()
    const other = createBrowser(app)
    await other.post('/auth/sign-in', { username, password })
    vi.advanceTimersByTime((hour + 1) * 1000)
    await other.get('/auth/me')
    const late = other.copy()
    await browser.delete('/auth/me')
    vi.advanceTimersByTime((hour + 1) * 1000)
    const answer = await late.get('/auth/me')
    expect([answer.statusCode, answer.json().code]).toEqual([401, 'COGNITO_TOKEN_REJECTED'])
    expect(late.cookies.size).toBe(0)
  })

  test('is still there where Cognito could not be asked, and goes with the next try', async () => {
    const { pool, browser } = await signedIn()
    pool.failNext('DeleteUser', 'timeout')
    const failed = await browser.delete('/auth/me')
    expect([failed.statusCode, failed.headers['retry-after']]).toEqual([503, '5'])
    expect((await browser.get('/auth/me')).statusCode).toBe(200)
    expect((await browser.delete('/auth/me')).statusCode).toBe(204)
  })

  test('is gone for a second tab, whose cookie goes too', async () => {
    const { browser } = await signedIn()
    const tab = browser.copy()
    await browser.delete('/auth/me')
    const answer = await tab.delete('/auth/me')
    expect(answer.statusCode).toBe(401)
    expect(tab.cookies.size).toBe(0)
  })

  test('is not the one of a cookie that only came along with a token', async () => {
    const { pool, browser } = await signedIn({
      users: [
        { username, password },
        { username: 'bob', password },
      ],
    })
    const phone = createBrowser(await startApp({ pool, options: withBearer }))
    const { tokens } = (await phone.post('/auth/sign-in', { username: 'bob', password })).json()
    const headers = { authorization: `Bearer ${tokens.accessToken}` }
    expect((await browser.delete('/auth/me', undefined, { headers })).statusCode).toBe(204)
    expect(pool.users.map((user) => user.username)).toEqual([username])
    expect((await browser.get('/auth/me')).statusCode).toBe(200)
  })
})
