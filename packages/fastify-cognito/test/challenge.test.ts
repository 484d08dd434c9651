import { createTestUserPool, type TestUserPool } from '@x/cognito-testing'
import { afterEach, describe, expect, test, vi } from 'vitest'
import { type Browser, createBrowser } from './browser.ts'
import { secret, startApp, withBearer, withCookies } from './start-app.ts'

const password = 'Correct-horse-1'
const newPassword = 'Battery-staple-2'

afterEach(() => {
  vi.useRealTimers()
})

const poolWithChallenges = () =>
  createTestUserPool({
    users: [
      { username: 'totp', password, mfa: 'totp' },
      {
        username: 'sms',
        password,
        mfa: 'sms',
        attributes: { phone_number: '+12065550123', phone_number_verified: 'true' },
      },
      {
        username: 'email',
        password,
        mfa: 'email',
        attributes: { email: 'ada@example.com', email_verified: 'true' },
      },
      { username: 'fresh', password, status: 'FORCE_CHANGE_PASSWORD' },
    ],
  })

interface Kind {
  username: string
  kind: string
  shown: object
  right: (pool: TestUserPool) => object
  wrong: object
  code: string
}

const kinds: readonly Kind[] = [
  {
    username: 'totp',
    kind: 'totp-code',
    shown: {},
    right: (pool) => ({ code: pool.totpCodeFor('totp') }),
    wrong: { code: '000000' },
    code: 'COGNITO_CODE_MISMATCH',
  },
  {
    username: 'sms',
    kind: 'sms-code',
    shown: { delivery: { medium: 'sms', destination: expect.stringMatching(/^\+\*+0123$/) } },
    right: (pool) => ({ code: pool.inbox.lastCodeFor('sms') }),
    wrong: { code: '000000' },
    code: 'COGNITO_CODE_MISMATCH',
  },
  {
    username: 'email',
    kind: 'email-code',
    shown: { delivery: { medium: 'email', destination: 'a***@e***' } },
    right: (pool) => ({ code: pool.inbox.lastCodeFor('email') }),
    wrong: { code: '00000000' },
    code: 'COGNITO_CODE_MISMATCH',
  },
  {
    username: 'fresh',
    kind: 'new-password',
    shown: { missingAttributes: [] },
    right: () => ({ newPassword }),
    wrong: { newPassword: 'short' },
    code: 'COGNITO_INVALID_PASSWORD',
  },
]

describe.each(kinds)('a challenge of the kind $kind', ({ username, kind, shown, ...answers }) => {
  test('is answered by cookie, after a wrong answer too', async () => {
    const pool = poolWithChallenges()
    const browser = createBrowser(await startApp({ pool }))
    const asked = await browser.post('/auth/sign-in', { username, password })
    expect(asked.statusCode).toBe(200)
    expect(asked.json()).toEqual({
      status: 'challenge',
      challenge: { kind, expiresAt: expect.any(Number), ...shown },
    })
    expect(browser.cookies.has('cognito')).toBe(false)

    const wrong = await browser.post('/auth/challenge', { answer: answers.wrong })
    expect(wrong.statusCode).toBe(400)
    const { expiresAt } = asked.json().challenge
    expect(wrong.json()).toMatchObject({ code: answers.code, retriable: true, expiresAt })

    const right = await browser.post('/auth/challenge', { answer: answers.right(pool) })
    expect(right.json()).toMatchObject({ status: 'signed-in', user: { username } })
    expect([...browser.cookies.keys()].some((name) => name.includes('challenge'))).toBe(false)
    expect((await browser.get('/auth/me')).statusCode).toBe(200)
  })

  test('is answered with the token that came with it, after a wrong answer too', async () => {
    const pool = poolWithChallenges()
    const client = createBrowser(await startApp({ pool, options: withBearer }))
    const asked = await client.post('/auth/sign-in', { username, password })
    const { challengeToken } = asked.json()
    expect(asked.json()).toEqual({
      status: 'challenge',
      challenge: { kind, expiresAt: expect.any(Number), ...shown },
      challengeToken: expect.stringMatching(/^[\w-]+$/),
    })

    const wrong = await client.post('/auth/challenge', { answer: answers.wrong, challengeToken })
    expect(wrong.json()).toMatchObject({ code: answers.code, retriable: true })

    const right = await client.post('/auth/challenge', {
      answer: answers.right(pool),
      challengeToken,
    })
    expect(right.json()).toMatchObject({
      status: 'signed-in',
      user: { username },
      tokens: { accessToken: expect.any(String), refreshToken: expect.any(String) },
    })
    expect(client.cookies.size).toBe(0)
  })

  test('takes no answer of another kind', async () => {
    const pool = poolWithChallenges()
    const browser = createBrowser(await startApp({ pool }))
    await browser.post('/auth/sign-in', { username, password })
    const calls = { ...pool.calls }
    const answer = await browser.post('/auth/challenge', { answer: { colour: 'blue-7' } })
    expect(answer.statusCode).toBe(400)
    expect(answer.json().code).toBe('INVALID_INPUT')
    expect(answer.json().errors.map(({ path }: { path: string }) => path)).toContain(
      kind === 'new-password' ? '/answer/newPassword' : '/answer/code',
    )
    expect(answer.body).not.toContain('blue-7')
    expect(pool.calls).toEqual(calls)
  })
})

const signedIn = (browser: Browser, pool: TestUserPool, more: object = {}) =>
  browser.post('/auth/challenge', { answer: { code: pool.totpCodeFor('totp') }, ...more })

test('never shows the session of Cognito', async () => {
  const pool = poolWithChallenges()
  const app = await startApp({ pool, options: withBearer })
  const asked = await createBrowser(app).post('/auth/sign-in', { username: 'totp', password })
  const shown = Buffer.from(asked.json().challengeToken, 'base64url').toString('latin1')
  expect(asked.body).not.toMatch(/session|cognitoName/i)
  expect(shown).not.toMatch(/session|totp/i)
})

test('is answered by another instance with the same secrets', async () => {
  const pool = poolWithChallenges()
  const [first, second] = [await startApp({ pool }), await startApp({ pool })]
  const browser = createBrowser(first)
  await browser.post('/auth/sign-in', { username: 'totp', password })
  expect((await signedIn(browser.at(second), pool)).json().status).toBe('signed-in')
  expect((await browser.get('/auth/me')).statusCode).toBe(200)
})

test('is answered by another instance for clients without cookies', async () => {
  const pool = poolWithChallenges()
  const first = createBrowser(await startApp({ pool, options: withBearer }))
  const second = createBrowser(await startApp({ pool, options: withBearer }))
  const { challengeToken } = (
    await first.post('/auth/sign-in', { username: 'totp', password })
  ).json()
  const answer = await signedIn(second, pool, { challengeToken })
  expect(answer.json().status).toBe('signed-in')
})

test('is not answered by an instance with other secrets', async () => {
  const pool = poolWithChallenges()
  const lone = await startApp({ pool, options: {} })
  const other = createBrowser(await startApp({ pool, options: {} }))
  const asked = await createBrowser(lone).post('/auth/sign-in', { username: 'totp', password })
  const answer = await signedIn(other, pool, { challengeToken: asked.json().challengeToken })
  expect(answer.statusCode).toBe(401)
  expect(answer.json().code).toBe('COGNITO_SESSION_EXPIRED')
})

test('says so where the attempt is dead', async () => {
  const pool = poolWithChallenges()
  const browser = createBrowser(await startApp({ pool }))
  await browser.post('/auth/sign-in', { username: 'totp', password })
  pool.clock.advance(181)
  const answer = await signedIn(browser, pool)
  expect(answer.statusCode).toBe(401)
  expect(answer.json()).toMatchObject({ code: 'COGNITO_SESSION_EXPIRED', retriable: false })
  expect(answer.json()).not.toHaveProperty('expiresAt')
})

test.each([
  { limit: 180, options: withCookies },
  { limit: 60, options: { ...withCookies, challenge: { maxAge: 60 } } },
])('lives for $limit seconds, however long a client keeps it', async ({ limit, options }) => {
  vi.useFakeTimers({ toFake: ['Date'] })
  const pool = createTestUserPool({
    clients: [{ lifetimes: { challenge: 900 } }],
    users: [{ username: 'totp', password, mfa: 'totp' }],
  })
  const browser = createBrowser(await startApp({ pool, options }))
  await browser.post('/auth/sign-in', { username: 'totp', password })
  vi.advanceTimersByTime((limit - 1) * 1000)
  const early = await browser.copy().post('/auth/challenge', { answer: { code: '000000' } })
  expect(early.json().code).toBe('COGNITO_CODE_MISMATCH')
  vi.advanceTimersByTime(2000)
  expect((await signedIn(browser, pool)).json().code).toBe('COGNITO_SESSION_EXPIRED')
})

test('is answered once', async () => {
  const pool = poolWithChallenges()
  const browser = createBrowser(await startApp({ pool }))
  await browser.post('/auth/sign-in', { username: 'totp', password })
  const again = browser.copy()
  await signedIn(browser, pool)
  expect((await signedIn(again, pool)).statusCode).toBe(401)
})

test('is not there before a sign-in', async () => {
  const browser = createBrowser(await startApp({ pool: poolWithChallenges() }))
  const answer = await browser.post('/auth/challenge', { answer: { code: '000000' } })
  expect(answer.statusCode).toBe(401)
  expect(answer.json().code).toBe('COGNITO_SESSION_EXPIRED')
})

test('never opens as a session, nor a session as a challenge', async () => {
  const pool = poolWithChallenges()
  const browser = createBrowser(await startApp({ pool }))
  await browser.post('/auth/sign-in', { username: 'totp', password })
  const challenge = browser.cookies.get('cognito-challenge') ?? ''
  const swapped = browser.copy()
  swapped.cookies.set('cognito', challenge)
  expect((await swapped.get('/auth/me')).json().code).toBe('TOKEN_MISSING')
})

test.each([
  [withBearer, {}, 'is missing.'],
  [withCookies, { challengeToken: 'x' }, 'is in a cookie for this client; leave it out.'],
])('says where the challenge should be: %#', async (options, more, message) => {
  const browser = createBrowser(await startApp({ pool: poolWithChallenges(), options }))
  const answer = await browser.post('/auth/challenge', { answer: { code: '000000' }, ...more })
  expect(answer.statusCode).toBe(400)
  expect(answer.json().errors).toEqual([{ path: '/challengeToken', message }])
})

test('outlives a rotation of the secrets', async () => {
  const pool = poolWithChallenges()
  const newer = 'a newer secret, of thirty-two bytes or more'
  const rotated = await startApp({ pool, options: { session: { secrets: [newer, secret] } } })
  const browser = createBrowser(await startApp({ pool }))
  await browser.post('/auth/sign-in', { username: 'totp', password })
  expect((await signedIn(browser.at(rotated), pool)).json().status).toBe('signed-in')
})

test('goes on from a new password to a second factor', async () => {
  const pool = createTestUserPool({
    users: [{ username: 'ada', password, status: 'FORCE_CHANGE_PASSWORD', mfa: 'totp' }],
  })
  const browser = createBrowser(await startApp({ pool }))
  await browser.post('/auth/sign-in', { username: 'ada', password })
  const next = await browser.post('/auth/challenge', { answer: { newPassword } })
  expect(next.json().challenge.kind).toBe('totp-code')
  const code = pool.totpCodeFor('ada')
  const done = await browser.post('/auth/challenge', { answer: { code } })
  expect(done.json().status).toBe('signed-in')
})
