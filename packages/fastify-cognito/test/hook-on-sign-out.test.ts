import { createTestUserPool } from '@x/cognito-testing'
import { afterEach, expect, test, vi } from 'vitest'
import type { CognitoHooks, HookEvents } from '../src/index.ts'
import { createBrowser } from './browser.ts'
import { startApp, withBearer, withCookies } from './start-app.ts'

const password = 'Correct-horse-1'

afterEach(() => {
  vi.useRealTimers()
})

const signedIn = async (
  onSignOut: CognitoHooks['onSignOut'] & object,
  delivery: object = withCookies,
) => {
  const pool = createTestUserPool({ users: [{ username: 'ada', password, groups: ['staff'] }] })
  const app = await startApp({ pool, options: { ...delivery, hooks: { onSignOut } } })
  const browser = createBrowser(app)
  const answer = await browser.post('/auth/sign-in', { username: 'ada', password })
  return { pool, app, browser, ...answer.json() }
}

const record = () => {
  const told: Omit<HookEvents['onSignOut'], 'request'>[] = []
  const hook: CognitoHooks['onSignOut'] = ({ request, ...event }) => {
    told.push(event)
    return request.log.info('told')
  }
  return { told, hook }
}

test('is told whose session has ended, once it has', async () => {
  let callsBefore: number | undefined
  const { told, hook } = record()
  const { browser, pool, user } = await signedIn((event) => {
    callsBefore = pool.calls['RevokeToken']
    return hook(event)
  })
  expect((await browser.post('/auth/sign-out')).statusCode).toBe(204)
  expect(told).toEqual([{ user, everywhere: false }])
  expect(callsBefore).toBe(1)
})

test('is told of a session whose access token has expired', async () => {
  vi.useFakeTimers({ toFake: ['Date'] })
  const { told, hook } = record()
  const { browser, user } = await signedIn(hook)
  vi.advanceTimersByTime(7200 * 1000)
  await browser.post('/auth/sign-out')
  expect(told).toEqual([{ user, everywhere: false }])
})

test('is told of everywhere', async () => {
  const { told, hook } = record()
  const { browser, user } = await signedIn(hook)
  await browser.post('/auth/sign-out/everywhere')
  expect(told).toEqual([{ user, everywhere: true }])
})

test('is told of nobody where a refresh token is all that was sent', async () => {
  const { told, hook } = record()
  const { browser, tokens } = await signedIn(hook, withBearer)
  await browser.post('/auth/sign-out', { refreshToken: tokens.refreshToken })
  expect(told).toEqual([{ user: null, everywhere: false }])
})

test('is told of nobody as well where Cognito knows no such refresh token', async () => {
  const { told, hook } = record()
  const { browser } = await signedIn(hook, withBearer)
  const answer = await browser.post('/auth/sign-out', { refreshToken: 'none' })
  expect(answer.statusCode).toBe(204)
  expect(told).toEqual([{ user: null, everywhere: false }])
})

test('is not told where nobody was signed in', async () => {
  const { told, hook } = record()
  const { app } = await signedIn(hook)
  expect((await createBrowser(app).post('/auth/sign-out')).statusCode).toBe(204)
  expect(told).toEqual([])
})

test('is not told of a session that Cognito could not end', async () => {
  const { told, hook } = record()
  const { browser, pool, tokens } = await signedIn(hook, withBearer)
  pool.failNext('RevokeToken', 'timeout')
  const answer = await browser.post('/auth/sign-out', { refreshToken: tokens.refreshToken })
  expect(answer.statusCode).toBe(503)
  expect(told).toEqual([])
})

test.each(['/auth/sign-out', '/auth/sign-out/everywhere'])(
  'where it throws the session stays ended: %s',
  async (path) => {
    const { browser, pool } = await signedIn(() => {
      throw Object.assign(new Error('Not in office hours.'), { statusCode: 423 })
    })
    const copy = browser.copy()
    const answer = await browser.post(path)
    expect(answer.json()).toMatchObject({ status: 423, detail: 'Not in office hours.' })
    expect(browser.cookies.size).toBe(0)
    expect((await copy.get('/auth/me')).statusCode).toBe(401)
    expect([pool.calls['RevokeToken'], pool.calls['GlobalSignOut']].sort()).toEqual([0, 1])
  },
)
