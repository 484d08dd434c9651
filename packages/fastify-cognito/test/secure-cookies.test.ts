import { createTestUserPool } from '@x/cognito-testing'
import { describe, expect, onTestFinished, test, vi } from 'vitest'
import { createBrowser } from './browser.ts'
import { createLog } from './create-log.ts'
import { secret, startApp } from './start-app.ts'

const password = 'Correct-horse-1'
const credentials = { username: 'ada', password }
const pool = createTestUserPool({
  users: [credentials, { ...credentials, username: 'm', mfa: 'totp' }],
})
const https = { headers: { 'x-forwarded-proto': 'https' } }
const behindProxy = (session: object = {}) =>
  startApp({
    pool,
    server: { trustProxy: true },
    options: { session: { secrets: [secret], ...session } },
  })

test('over https cookies are secure and bound to the host', async () => {
  const browser = createBrowser(await behindProxy())
  const answer = await browser.post('/auth/sign-in', credentials, https)
  for (const cookie of [answer.headers['set-cookie'] ?? []].flat()) {
    expect(cookie).toMatch(
      /^__Host-cognito(\.\d)?=\S+; Max-Age=\d+; Path=\/; HttpOnly; Secure; SameSite=Lax$/,
    )
  }
  expect((await browser.get('/auth/me', undefined, https)).statusCode).toBe(200)
})

test('the challenge under way as well', async () => {
  const browser = createBrowser(await behindProxy())
  await browser.post('/auth/sign-in', { username: 'm', password }, https)
  expect([...browser.cookies.keys()]).toEqual(['__Host-cognito-challenge'])
})

test('a name of your own is bound to the host as well', async () => {
  const browser = createBrowser(await behindProxy({ cookieName: 'sid' }))
  await browser.post('/auth/sign-in', credentials, https)
  expect([...browser.cookies.keys()]).toEqual(['__Host-sid'])
  expect((await browser.get('/auth/me', undefined, https)).statusCode).toBe(200)
})

test('a session under another name is none', async () => {
  const browser = createBrowser(await behindProxy({ cookieName: 'one' }))
  await browser.post('/auth/sign-in', credentials)
  const other = createBrowser(await behindProxy({ cookieName: 'two' }))
  other.cookies.set('two', browser.cookies.get('one') ?? '')
  expect((await other.get('/auth/me')).json().code).toBe('TOKEN_MISSING')
})

test.each([{}, { cookieName: 'sid' }])(
  'a cookie that travelled in the clear counts for nothing over https: %j',
  async (session) => {
    const browser = createBrowser(await behindProxy(session))
    await browser.post('/auth/sign-in', credentials)
    expect((await browser.get('/auth/me')).statusCode).toBe(200)
    expect((await browser.get('/auth/me', undefined, https)).statusCode).toBe(401)
    for (const [name, value] of [...browser.cookies]) {
      browser.cookies.set(`__Host-${name}`, value)
    }
    expect((await browser.get('/auth/me', undefined, https)).statusCode).toBe(401)
  },
)

test('a proxy that is not trusted cannot say https', async () => {
  const app = await startApp({ pool })
  const browser = createBrowser(app)
  await browser.post('/auth/sign-in', credentials, https)
  expect([...browser.cookies.keys()][0]).toBe('cognito')
})

test('secure may be said to be always, and the cookie named and kept stricter', async () => {
  const session = { secure: true, cookieName: '__Host-sid', sameSite: 'strict', maxAge: 600 }
  const browser = createBrowser(await behindProxy(session))
  const answer = await browser.post('/auth/sign-in', credentials)
  expect([answer.headers['set-cookie']].flat()[0]).toMatch(
    /^__Host-sid=\S+; Max-Age=600; Path=\/; HttpOnly; Secure; SameSite=Strict$/,
  )
})

test('secure may be said to be never', async () => {
  const browser = createBrowser(await behindProxy({ secure: false }))
  const answer = await browser.post('/auth/sign-in', credentials, https)
  expect(String(answer.headers['set-cookie'])).not.toContain('Secure')
  expect((await browser.get('/auth/me', undefined, https)).statusCode).toBe(200)
})

describe('a session cookie over plain http', () => {
  const warningsIn = async (nodeEnv: string, session: object = {}, more: object = {}) => {
    vi.stubEnv('NODE_ENV', nodeEnv)
    onTestFinished(() => {
      vi.unstubAllEnvs()
    })
    const log = createLog('warn')
    const app = await startApp({
      pool,
      server: { trustProxy: true, logger: log.options },
      options: { session: { secrets: [secret], ...session } },
    })
    for (const _ of [1, 2]) await createBrowser(app).post('/auth/sign-in', credentials, more)
    return log.lines.filter((line) => line.includes('plain http'))
  }

  test('is warned of once in production, with what to do', async () => {
    const lines = await warningsIn('production')
    expect(lines).toHaveLength(1)
    expect(lines[0]).toMatch(/trustProxy.*secure: true/)
  })

  test('is none over https, is meant where that is said, and is usual in development', async () => {
    expect(await warningsIn('production', {}, https)).toEqual([])
    expect(await warningsIn('production', { secure: false })).toEqual([])
    expect(await warningsIn('development')).toEqual([])
  })
})
