import rateLimit from '@fastify/rate-limit'
import { createTestUserPool, type TestTriggers } from '@x/cognito-testing'
import type { LightMyRequestResponse } from 'fastify'
import { describe, expect, test } from 'vitest'
import { type Browser, createBrowser } from './browser.ts'
import { startApp, withBearer, withCookies } from './start-app.ts'

const password = 'Correct-horse-1'
const verified = { email_verified: 'true' }

const start = async (options: object = withCookies) => {
  const pool = createTestUserPool({
    signInWith: ['email'],
    firstFactors: ['password', 'email-code'],
    users: ['ada@example.com', 'bob@example.com'].map((username) => ({
      username,
      password,
      attributes: verified,
    })),
  })
  const app = await startApp({
    pool,
    options: { ...options, rateLimit: { signIn: { max: 3, timeWindow: 60 } } },
    before: (early) => early.register(rateLimit, { global: false }),
  })
  return { pool, browser: createBrowser(app) }
}

/** How many requests pass before the first that does not. */
const passes = async (most: number, send: () => Promise<LightMyRequestResponse>) => {
  for (let time = 0; time < most; time += 1) {
    if ((await send()).body.includes('"RATE_LIMITED"')) return time
  }
  return most
}

const begin = (browser: Browser, username: string) =>
  browser.post('/auth/sign-in', { username, method: 'choice', prefer: 'email-code' })

describe.each([
  { how: 'by cookie', options: withCookies },
  { how: 'by token', options: withBearer },
])('codes that are asked for again, $how', ({ options }) => {
  test.each(['ada@example.com', 'eve@example.com'])(
    'are limited for one name: %s',
    async (name) => {
      const { browser } = await start(options)
      const { challengeToken } = (await begin(browser, name)).json()
      const body = challengeToken ? { challengeToken } : undefined
      const resend = () => browser.post('/auth/challenge/resend', body)
      expect(await passes(11, resend)).toBe(10)
      const forgotten = await browser.post('/auth/password/forgot', { username: name })
      expect(forgotten.json().code).toBe('RATE_LIMITED')
      expect((await begin(browser, 'bob@example.com')).statusCode).toBe(200)
    },
  )
})

test('a choice is no guess at a code, and no guess passes for a choice', async () => {
  const { browser } = await start()
  const signIn = { username: 'ada@example.com', method: 'choice' }
  await browser.post('/auth/sign-in', signIn)
  const choose = () => browser.post('/auth/challenge', { answer: { factor: 'password' } })
  const guess = { answer: { code: '00000000', factor: 'password' } }
  expect(await passes(6, choose)).toBe(6)
  await browser.post('/auth/sign-in', { ...signIn, prefer: 'email-code' })
  expect((await browser.post('/auth/challenge', guess)).json().code).toBe('INVALID_INPUT')
  const guessed = () => browser.post('/auth/challenge', { answer: { code: '00000000' } })
  expect(await passes(6, guessed)).toBe(5)
})

test('signing in once more is limited by whose session it is', async () => {
  const { browser, pool } = await start()
  await browser.post('/auth/sign-in', { username: 'bob@example.com', password })
  const again = () => browser.post('/auth/reauthenticate', { password: 'Wrong-horse-77' })
  expect(await passes(5, again)).toBe(3)
  const calls = { ...pool.calls }
  expect((await browser.post('/auth/reauthenticate', { password })).statusCode).toBe(429)
  expect(pool.calls).toEqual(calls)
})

test('an answer that comes too soon may be given later, and says until when', async () => {
  const { browser } = await start()
  const { challenge } = (await begin(browser, 'ada@example.com')).json()
  const guess = () => browser.post('/auth/challenge', { answer: { code: '00000000' } })
  expect(await passes(6, guess)).toBe(5)
  expect((await guess()).json()).toMatchObject({
    code: 'RATE_LIMITED',
    retriable: true,
    expiresAt: challenge.expiresAt,
  })
})

/** Asks everybody the same, round after round. */
const triggers: TestTriggers = {
  defineAuthChallenge: (event) => {
    event.response.challengeName = 'CUSTOM_CHALLENGE'
    return event
  },
  createAuthChallenge: (event) => event,
  verifyAuthChallengeResponse: (event) => {
    event.response.answerCorrect = false
    return event
  },
}

test('before a proof no limit tells which names are one user’s', async () => {
  const attributes = { email: 'ada@example.com', ...verified }
  const pool = createTestUserPool({
    aliases: ['email'],
    triggers,
    users: [{ username: 'ada', password, attributes }],
  })
  const app = await startApp({
    pool,
    options: { ...withCookies, rateLimit: {} },
    before: (early) => early.register(rateLimit, { global: false }),
  })
  const guess = async (username: string) => {
    const browser = createBrowser(app)
    await browser.post('/auth/sign-in', { username, method: 'custom' })
    return browser.post('/auth/challenge', { answer: { answer: 'A guess' } })
  }
  for (const [name, other] of [
    ['ada@example.com', 'ada'],
    ['eve@example.com', 'eve'],
  ] as const) {
    expect(await passes(6, () => guess(name))).toBe(5)
    expect((await guess(other)).statusCode).toBe(200)
  }
})

test('names in Basic credentials count as those in a body do', async () => {
  const { browser } = await start({ ...withBearer, deliver: 'headers' })
  const basic = (username: string) => ({
    headers: {
      authorization: `Basic ${Buffer.from(`${username}:Wrong-1-word`).toString('base64')}`,
    },
  })
  const guess = () => browser.post('/auth/sign-in', undefined, basic('ada@example.com'))
  expect(await passes(4, guess)).toBe(3)
  const inBody = await browser.post('/auth/sign-in', { username: 'ada@example.com', password })
  expect(inBody.json().code).toBe('RATE_LIMITED')
  const another = await browser.post('/auth/sign-in', undefined, basic('bob@example.com'))
  expect(another.json().code).toBe('COGNITO_INVALID_CREDENTIALS')
})
