import { createTestUserPool } from '@x/cognito-testing'
import { afterEach, expect, test, vi } from 'vitest'
import { createBrowser } from './browser.ts'
import { startApp, withBearer, withCookies } from './start-app.ts'

const password = 'Correct-horse-1'
const newPassword = 'Battery-staple-2'
const uuid = /^[0-9a-f]{8}-[0-9a-f-]{27}$/

afterEach(() => {
  vi.useRealTimers()
})

/** User names are UUIDs, people type their address, and the app client has a secret. */
const createPool = (rotation?: { graceSeconds: number }) =>
  createTestUserPool({
    signInWith: ['email'],
    clients: [{ secret: true, ...(rotation && { rotation }) }],
    users: [
      { username: 'plain@example.com', password },
      { username: 'totp@example.com', password, mfa: 'totp' },
      { username: 'new@example.com', password, status: 'FORCE_CHANGE_PASSWORD', mfa: 'totp' },
    ],
  })

test.each(['srp', 'password'])('a typed address signs in by %s', async (method) => {
  const browser = createBrowser(await startApp({ pool: createPool() }))
  const username = 'plain@example.com'
  const answer = await browser.post('/auth/sign-in', { username, password, method })
  expect(answer.json().user.username).toMatch(uuid)
  expect((await browser.get('/auth/me')).json().attributes.email).toBe(username)
})

test.each([withCookies, withBearer])(
  'a typed address goes on to a new password and a second factor: %#',
  async (options) => {
    const pool = createPool()
    const browser = createBrowser(await startApp({ pool, options }))
    const username = 'new@example.com'
    const asked = (await browser.post('/auth/sign-in', { username, password })).json()
    expect(asked.challenge.kind).toBe('new-password')
    const tokenOf = ({ challengeToken }: { challengeToken?: string }) =>
      challengeToken ? { challengeToken } : {}

    const next = (
      await browser.post('/auth/challenge', { answer: { newPassword }, ...tokenOf(asked) })
    ).json()
    expect(next.challenge.kind).toBe('totp-code')
    const code = pool.totpCodeFor(username)
    const done = await browser.post('/auth/challenge', { answer: { code }, ...tokenOf(next) })
    expect(done.json()).toMatchObject({
      status: 'signed-in',
      user: { username: expect.stringMatching(uuid) },
    })
  },
)

test.each([undefined, { graceSeconds: 0 }])(
  'a typed address keeps being refreshed (rotation: %j)',
  async (rotation) => {
    vi.useFakeTimers({ toFake: ['Date'] })
    const pool = createPool(rotation)
    const browser = createBrowser(await startApp({ pool }))
    const username = 'totp@example.com'
    await browser.post('/auth/sign-in', { username, password })
    await browser.post('/auth/challenge', { answer: { code: pool.totpCodeFor(username) } })
    for (const _hour of [1, 2, 3]) {
      vi.advanceTimersByTime(3601 * 1000)
      expect((await browser.get('/auth/me')).json().attributes.email).toBe(username)
    }
    expect(pool.calls['GetTokensFromRefreshToken']).toBe(3)
    expect((await browser.post('/auth/sign-out')).statusCode).toBe(204)
  },
)
