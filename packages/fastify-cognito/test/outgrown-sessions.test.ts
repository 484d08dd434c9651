import { createTestUserPool } from '@x/cognito-testing'
import { afterEach, beforeEach, expect, test, vi } from 'vitest'
import { createSeal } from '../src/session/seal.ts'
import { type Browser, createBrowser } from './browser.ts'
import { createLog } from './create-log.ts'
import { secret, startApp, withBearer } from './start-app.ts'

const password = 'Correct-horse-1'
const groups = Array.from({ length: 99 }, (_, index) => `${'long-group-name'.repeat(8)}${index}`)
const pool = createTestUserPool({ users: [{ username: 'ada', password, groups }] })

beforeEach(() => {
  vi.useFakeTimers({ toFake: ['Date'] })
})
afterEach(() => {
  vi.useRealTimers()
})

/** A session from when the user was in fewer groups, and its tokens were small. */
const withSmallSession = async () => {
  const phone = createBrowser(await startApp({ pool, options: withBearer }))
  const { tokens } = (await phone.post('/auth/sign-in', { username: 'ada', password })).json()
  const { refreshToken } = tokens
  const nowSeconds = Math.floor(Date.now() / 1000)
  const session = {
    accessToken: 'small',
    refreshToken,
    expiresAt: nowSeconds - 1,
    signedInAt: nowSeconds - 3600,
  }
  const { userPoolId, clientId } = pool.options
  const { seal } = createSeal({
    secrets: [secret],
    purpose: 'session',
    audience: `${userPoolId} ${clientId}`,
  })
  const log = createLog('error')
  const app = await startApp({
    pool,
    server: { logger: log.options },
    routes: (server) => {
      server.get('/who', { onRequest: server.requireAuth() }, ({ user }) => user.username)
      server.get('/maybe', { onRequest: server.optionalAuth() }, ({ auth }) => ({
        name: auth?.user.username ?? 'stranger',
      }))
    },
  })
  const sealed = seal({ text: JSON.stringify(session), context: 'cognito' })
  const browser: Browser = createBrowser(app, new Map([['cognito', `1.${sealed}`]]))
  return { browser, phone, refreshToken, log }
}

test.each([
  ['GET', '/who'],
  ['POST', '/auth/refresh'],
])('a session that outgrows its cookies is over, and says so once: %s %s', async (method, path) => {
  const { browser, phone, refreshToken, log } = await withSmallSession()
  const answer = method === 'GET' ? await browser.get(path) : await browser.post(path)
  expect(answer.statusCode).toBe(401)
  expect(answer.json().code).toBe('COGNITO_TOKEN_REJECTED')
  expect(browser.cookies.size).toBe(0)
  expect((await browser.get('/who')).json().code).toBe('TOKEN_MISSING')
  expect(log.text()).toContain('no longer fit into cookies')
  expect(log.text()).toMatch(
    /would take \d{5} bytes, and there is room for 12000\. .*session\.store/,
  )
  expect((await phone.post('/auth/refresh', { refreshToken })).statusCode).toBe(401)
})

test('where signing in is optional, its user is a stranger', async () => {
  const { browser } = await withSmallSession()
  expect((await browser.get('/maybe')).json()).toEqual({ name: 'stranger' })
  expect(browser.cookies.size).toBe(0)
})

test('a sign-in whose tokens do not fit leaves none of them alive', async () => {
  const own = createTestUserPool({ users: [{ username: 'ada', password, groups }] })
  const browser = createBrowser(await startApp({ pool: own }))
  const refused = await browser.post('/auth/sign-in', { username: 'ada', password })
  expect(refused.json().code).toBe('SESSION_TOO_LARGE')
  expect(refused.headers['set-cookie']).toBeUndefined()
  expect(own.calls['RevokeToken']).toBe(1)
})
