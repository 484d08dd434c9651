import { createTestUserPool } from '@x/cognito-testing'
import { describe, expect, test } from 'vitest'
import { createBrowser } from './browser.ts'
import { startApp, withBearer, withCookies } from './start-app.ts'

const password = 'Correct-horse-1'
const username = 'ada@example.com'

const createPool = (more: object = {}) =>
  createTestUserPool({
    signInWith: ['email'],
    firstFactors: ['password', 'email-code'],
    users: [{ username, password, attributes: { email_verified: 'true' } }],
    ...more,
  })

const secondFactor = () =>
  createTestUserPool({
    users: [
      {
        username,
        password,
        mfa: 'email',
        attributes: { email: username, email_verified: 'true' },
      },
    ],
  })

const byEmail = { username, method: 'choice', prefer: 'email-code' }

test('gets a new code by cookie, after which the old attempt is over', async () => {
  const pool = createPool()
  const browser = createBrowser(await startApp({ pool }))
  const first = await browser.post('/auth/sign-in', byEmail)
  const old = browser.copy()
  const oldCode = pool.inbox.lastCodeFor(username)
  pool.clock.advance(60)
  const again = await browser.post('/auth/challenge/resend')
  expect(again.json()).toEqual({
    ...first.json(),
    challenge: { ...first.json().challenge, expiresAt: expect.any(Number) },
  })
  const code = pool.inbox.lastCodeFor(username)
  expect(code).not.toBe(oldCode)
  const done = await browser.post('/auth/challenge', { answer: { code } })
  expect(done.json().status).toBe('signed-in')
  expect((await old.post('/auth/challenge', { answer: { code } })).statusCode).not.toBe(200)
})

test('gets a new code by token', async () => {
  const pool = createPool()
  const client = createBrowser(await startApp({ pool, options: withBearer }))
  const { challengeToken } = (await client.post('/auth/sign-in', byEmail)).json()
  const again = (await client.post('/auth/challenge/resend', { challengeToken })).json()
  expect(again.challengeToken).not.toBe(challengeToken)
  const answer = { code: pool.inbox.lastCodeFor(username) }
  const done = await client.post('/auth/challenge', {
    answer,
    challengeToken: again.challengeToken,
  })
  expect(done.json().status).toBe('signed-in')
})

test('goes on after an attempt that is over at Cognito', async () => {
  const pool = createPool()
  const browser = createBrowser(await startApp({ pool }))
  await browser.post('/auth/sign-in', byEmail)
  pool.clock.advance(181)
  const late = await browser.post('/auth/challenge', { answer: { code: '00000000' } })
  expect(late.json()).toMatchObject({ code: 'COGNITO_SESSION_EXPIRED', retriable: false })
  expect((await browser.post('/auth/challenge/resend')).json().challenge.kind).toBe('email-code')
  const answer = { code: pool.inbox.lastCodeFor(username) }
  expect((await browser.post('/auth/challenge', { answer })).json().status).toBe('signed-in')
})

test.each([
  [{ method: 'choice' }, 'factor-choice'],
  [{ method: 'choice', prefer: 'password' }, 'password'],
])('comes to the same place again: %j', async (way, kind) => {
  const browser = createBrowser(await startApp({ pool: createPool() }))
  await browser.post('/auth/sign-in', { username, ...way })
  expect((await browser.post('/auth/challenge/resend')).json().challenge.kind).toBe(kind)
})

test('comes to what was chosen meanwhile', async () => {
  const browser = createBrowser(await startApp({ pool: createPool() }))
  await browser.post('/auth/sign-in', { username, method: 'choice' })
  await browser.post('/auth/challenge', { answer: { factor: 'email-code' } })
  expect((await browser.post('/auth/challenge/resend')).json().challenge.kind).toBe('email-code')
})

describe.each([
  ['by srp', secondFactor, { password }],
  ['by password', secondFactor, { password, method: 'password' }],
])('after a password, %s', (_how, createSecond, way) => {
  test('only the user can start again, and the challenge under way stays', async () => {
    const pool = createSecond()
    const browser = createBrowser(await startApp({ pool }))
    await browser.post('/auth/sign-in', { username, ...way })
    const calls = { ...pool.calls }
    const refused = await browser.post('/auth/challenge/resend')
    expect(refused.statusCode).toBe(409)
    expect(refused.json()).toMatchObject({
      code: 'SIGN_IN_AGAIN',
      detail: 'Sign in again to get a new code.',
    })
    expect(refused.cookies).toEqual([])
    expect(pool.calls).toEqual(calls)
    const answer = { code: pool.inbox.lastCodeFor(username) }
    expect((await browser.post('/auth/challenge', { answer })).json().status).toBe('signed-in')
  })
})

test('so it is where the password was chosen, or something else was proved', async () => {
  const pool = createPool({
    users: [{ username, password, mfa: 'totp', attributes: { email_verified: 'true' } }],
  })
  const browser = createBrowser(await startApp({ pool }))
  await browser.post('/auth/sign-in', { username, method: 'choice', prefer: 'password' })
  const asked = await browser.post('/auth/challenge', { answer: { password } })
  expect(asked.json().challenge.kind).toBe('totp-code')
  expect((await browser.post('/auth/challenge/resend')).json().code).toBe('SIGN_IN_AGAIN')
})

test.each([
  [withCookies, undefined, 401, 'COGNITO_SESSION_EXPIRED'],
  [withCookies, { challengeToken: 'x' }, 400, 'INVALID_INPUT'],
  [withBearer, undefined, 400, 'INVALID_INPUT'],
  [withBearer, { challengeToken: 'x' }, 401, 'COGNITO_SESSION_EXPIRED'],
  [withBearer, { challengeToken: 7 }, 400, 'INVALID_INPUT'],
  [withBearer, { challengeToken: 'x', answer: {} }, 400, 'INVALID_INPUT'],
])('takes no challenge that is none: %#', async (options, body, status, code) => {
  const pool = createPool()
  const client = createBrowser(await startApp({ pool, options }))
  const calls = { ...pool.calls }
  const refused = await client.post('/auth/challenge/resend', body)
  expect([refused.statusCode, refused.json().code]).toEqual([status, code])
  expect(pool.calls).toEqual(calls)
})
