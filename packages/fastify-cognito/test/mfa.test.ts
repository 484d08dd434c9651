import { createTestUserPool, type TestUserPool } from '@x/cognito-testing'
import { describe, expect, test } from 'vitest'
import { type Browser, createBrowser } from './browser.ts'
import { startApp, withBearer, withCookies } from './start-app.ts'
import { totpOf } from './totp-of.ts'

const password = 'Correct-horse-1'
const username = 'ada'
const credentials = { username, password, method: 'password' }

const createPool = (user: object = {}, more: object = {}) =>
  createTestUserPool({ users: [{ username, password, ...user }], ...more })

/** Somebody who is signed in, by whichever delivery; all requests carry what proves it. */
const signedIn = async (pool: TestUserPool, options: object = withCookies) => {
  const browser = createBrowser(await startApp({ pool, options }))
  const { tokens } = (await browser.post('/auth/sign-in', credentials)).json()
  const more = tokens ? { headers: { authorization: `Bearer ${tokens.accessToken}` } } : {}
  const send = (method: 'get' | 'post' | 'put', path: string, body?: object) =>
    browser[method](`/auth${path}`, body, more)
  return { browser, send }
}
type Send = Awaited<ReturnType<typeof signedIn>>['send']

const setUp = async (send: Send, pool: TestUserPool) => {
  const { secret } = (await send('post', '/mfa/totp')).json()
  return send('post', '/mfa/totp/confirm', { code: totpOf(secret, pool), deviceName: 'My phone' })
}

const challengeAtSignIn = async (browser: Browser) =>
  (await browser.post('/auth/sign-in', credentials)).json().challenge

describe.each([
  { how: 'by cookie', options: withCookies },
  { how: 'by token', options: withBearer },
])('an authenticator app, $how', ({ options }) => {
  test('is set up, and asked for at the next sign-in', async () => {
    const pool = createPool()
    const { browser, send } = await signedIn(pool, options)
    const none = { enabled: [], preferred: 'none', factors: ['password'] }
    expect((await send('get', '/mfa')).json()).toEqual(none)

    const started = await send('post', '/mfa/totp')
    expect(started.headers['cache-control']).toBe('no-store')
    const { secret, uri, qr } = started.json()
    expect(uri).toBe(`otpauth://totp/localhost:ada?secret=${secret}&issuer=localhost`)
    expect(qr).toMatch(/^<svg .*<\/svg>$/)
    expect((await send('get', '/mfa')).json()).toEqual(none)

    const wrong = await send('post', '/mfa/totp/confirm', { code: '000000' })
    expect([wrong.statusCode, wrong.json().code]).toEqual([400, 'COGNITO_CODE_MISMATCH'])
    expect(wrong.json().errors).toEqual([{ path: '/code', message: 'is wrong.' }])
    const confirmed = await send('post', '/mfa/totp/confirm', {
      code: totpOf(secret, pool),
      deviceName: 'My phone',
    })
    expect([confirmed.statusCode, confirmed.body]).toEqual([204, ''])
    expect((await send('get', '/mfa')).json().enabled).toEqual(['totp'])
    expect(await challengeAtSignIn(browser)).toMatchObject({
      kind: 'totp-code',
      deviceName: 'My phone',
    })
  })
})

test('a code that was used is told as such', async () => {
  const pool = createPool()
  const { send } = await signedIn(pool)
  const { secret } = (await send('post', '/mfa/totp')).json()
  const code = totpOf(secret, pool)
  await send('post', '/mfa/totp/confirm', { code })
  const again = await send('post', '/mfa/totp/confirm', { code })
  expect(again.json()).toMatchObject({
    status: 400,
    key: 'COGNITO_CODE_EXPIRED.used',
    errors: [{ path: '/code', message: 'was used already; wait for the next one.' }],
  })
})

test.each([
  { attributes: { email: 'ada@example.com', phone_number: '+15550100' }, shown: 'ada@example.com' },
  { attributes: { phone_number: '+15550100' }, shown: '+15550100' },
  { attributes: {}, shown: 'ada' },
])('an app shows whose codes it gives: $shown', async ({ attributes, shown }) => {
  const { send } = await signedIn(createPool({ attributes }), {
    ...withCookies,
    mfa: { issuer: 'Ada & Co' },
  })
  const { uri } = (await send('post', '/mfa/totp')).json()
  const url = new URL(uri)
  expect(url.searchParams.get('issuer')).toBe('Ada & Co')
  expect(decodeURIComponent(url.pathname)).toContain(`Ada & Co:${shown}`)
})

const everyWay = {
  attributes: {
    email: 'ada@example.com',
    email_verified: 'true',
    phone_number: '+15550100',
    phone_number_verified: 'true',
  },
}

test('second factors are chosen, one is asked for first, and all are given up', async () => {
  const pool = createPool(everyWay)
  const { browser, send } = await signedIn(pool)
  await setUp(send, pool)
  const both = await send('put', '/mfa', { enabled: ['sms', 'totp'], preferred: 'sms' })
  expect(both.statusCode).toBe(200)
  expect(both.json()).toMatchObject({ enabled: ['totp', 'sms'], preferred: 'sms' })
  expect((await send('get', '/mfa')).json()).toEqual(both.json())
  expect(await challengeAtSignIn(browser.copy())).toMatchObject({ kind: 'sms-code' })

  await send('put', '/mfa', { enabled: ['totp', 'sms'], preferred: 'none' })
  expect(await challengeAtSignIn(browser.copy())).toMatchObject({ kind: 'mfa-choice' })

  const off = await send('put', '/mfa', { enabled: [], preferred: 'none' })
  expect(off.json()).toMatchObject({ enabled: [], preferred: 'none' })
  expect((await browser.post('/auth/sign-in', credentials)).json().status).toBe('signed-in')
})

test('what the user can sign in with is told', async () => {
  const pool = createPool(everyWay, { firstFactors: ['password', 'email-code', 'passkey'] })
  const { send } = await signedIn(pool)
  expect((await send('get', '/mfa')).json().factors).toEqual(['password', 'email-code'])
})

test('a factor that was never set up is told by name', async () => {
  const { send } = await signedIn(createPool())
  const answer = await send('put', '/mfa', { enabled: ['totp'], preferred: 'totp' })
  expect(answer.json()).toMatchObject({
    status: 409,
    code: 'COGNITO_MFA_NOT_SET_UP',
    params: { method: 'totp' },
    errors: [{ path: '/enabled', message: 'holds what has to be set up first.' }],
  })
})

test('what the pool does not have is a matter for its developer', async () => {
  const { send } = await signedIn(createPool({}, { mfaMethods: ['sms'] }))
  const answer = await send('post', '/mfa/totp')
  expect([answer.statusCode, answer.json().code]).toEqual([500, 'COGNITO_MISCONFIGURED'])
  expect(answer.json().detail).toBe('This service is not set up rightly. Its log says more.')
})
