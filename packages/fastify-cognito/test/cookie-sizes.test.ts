import { request } from 'node:http'
import type { AddressInfo } from 'node:net'
import { createTestUserPool, type TestUserPool } from '@x/cognito-testing'
import type { FastifyInstance } from 'fastify'
import { expect, onTestFinished, test, vi } from 'vitest'
import { chunkName, splitChunks } from '../src/session/chunks.ts'
import { createSeal } from '../src/session/seal.ts'
import { type Browser, createBrowser } from './browser.ts'
import { createLog } from './create-log.ts'
import { secret, startApp } from './start-app.ts'

const password = 'Correct-horse-1'
const groupsOf = (length: number) =>
  Array.from(
    { length },
    (_, index) => `a-group-with-a-name-as-long-as-that-of-some-directory-elsewhere-${index}`,
  )

const start = async (session: object = {}) => {
  const pool = createTestUserPool({
    users: [
      { username: 'small', password },
      { username: 'large', password, groups: groupsOf(95) },
      { username: 'huge', password, groups: groupsOf(99).map((name) => name.padEnd(120, 'x')) },
    ],
  })
  const log = createLog('error')
  const app = await startApp({
    pool,
    server: { logger: log.options },
    options: { session: { secrets: [secret], ...session } },
    routes: (server) => {
      server.get('/who', { onRequest: server.requireAuth() }, ({ user }) => user.username)
    },
  })
  return { pool, app, log, browser: createBrowser(app) }
}

const signIn = (browser: Browser, username: string) =>
  browser.post('/auth/sign-in', { username, password })

const headerOf = ({ cookies }: Browser): string =>
  [...cookies].map(([name, value]) => `${name}=${value}`).join('; ')

/** Over a real socket, where Node counts the bytes of headers. */
const statusOverHttp = async (app: FastifyInstance, cookie: string) => {
  await app.listen({ port: 0, host: '127.0.0.1' })
  const { port } = app.server.address() as AddressInfo
  return new Promise<number | undefined>((resolve, reject) => {
    request({ port, path: '/who', headers: { cookie } }, (answer) => {
      answer.resume()
      resolve(answer.statusCode)
    })
      .on('error', reject)
      .end()
  })
}

test.each([{}, { cookieName: 'x'.repeat(128), sameSite: 'strict' }])(
  'no cookie is larger than browsers take it, with its name and attributes: %j',
  async (session) => {
    const { browser } = await start(session)
    const answer = await signIn(browser, 'large')
    const lines = [answer.headers['set-cookie'] ?? []].flat()
    expect(lines.length).toBeGreaterThan(1)
    for (const line of lines) expect(line.length).toBeLessThanOrEqual(4096)
    expect((await browser.get('/who')).body).toBe('large')
  },
)

test('the largest session that is given comes through the headers of a real request', async () => {
  const { app, browser } = await start()
  await signIn(browser, 'large')
  expect(headerOf(browser).length).toBeGreaterThan(10_500)
  expect(await statusOverHttp(app, headerOf(browser))).toBe(200)
})

test('pieces left over from a longer session are cleared by a shorter one', async () => {
  const { browser } = await start()
  await signIn(browser, 'large')
  expect([...browser.cookies.keys()]).toEqual(['cognito', 'cognito.1', 'cognito.2'])
  await signIn(browser, 'small')
  expect([...browser.cookies.keys()]).toEqual(['cognito'])
  expect((await browser.get('/who')).body).toBe('small')
})

test('all pieces go when somebody signs out, those left over as well', async () => {
  const { browser } = await start()
  await signIn(browser, 'large')
  browser.cookies.set('cognito.2', 'stale')
  await browser.post('/auth/sign-out')
  expect([...browser.cookies.keys()]).toEqual([])
})

test('a session that does not fit is refused with its size, the limit and what to do', async () => {
  const { browser, log, pool } = await start()
  const answer = await signIn(browser, 'huge')
  expect([answer.statusCode, answer.json().code]).toEqual([500, 'SESSION_TOO_LARGE'])
  expect(answer.json().detail).toMatch(
    /would take \d{5} bytes, and there is room for 12000\. .*session\.store.* pre token generation trigger/,
  )
  expect(log.text()).toContain(answer.json().detail)
  expect(browser.cookies.size).toBe(0)
  expect(pool.calls['RevokeToken']).toBe(1)
})

test('all cookies of ours count together, and none is lost without a word', async () => {
  const { browser } = await start()
  await browser.post('/auth/sign-up', { username: 'new', email: 'new@example.com', password })
  const before = [...browser.cookies.keys()]
  expect(before).toEqual(['cognito-sign-up'])
  expect((await signIn(browser, 'small')).statusCode).toBe(200)
  const answer = await signIn(browser, 'large')
  expect(answer.json().code).toBe('SESSION_TOO_LARGE')
  expect(answer.headers['set-cookie']).toBeUndefined()
  expect((await browser.get('/who')).body).toBe('small')
  browser.cookies.delete('cognito-sign-up')
  expect((await signIn(browser, 'large')).statusCode).toBe(200)
})

test('cookies of the app do not count', async () => {
  const { browser } = await start()
  browser.cookies.set('cognitos', 'x'.repeat(9000))
  expect((await signIn(browser, 'large')).statusCode).toBe(200)
})

/** A device that was remembered in this browser, in as many cookies as it takes. */
const rememberDevice = ({ cookies }: Browser, pool: TestUserPool, length: number) => {
  const { userPoolId, clientId } = pool.options
  const audience = `${userPoolId} ${clientId}`
  const { seal } = createSeal({ secrets: [secret], purpose: 'device', audience })
  const context = 'cognito-device-abc'
  const pieces = splitChunks(seal({ text: JSON.stringify('x'.repeat(length)), context }), 4000)
  for (const [index, piece] of pieces.entries()) cookies.set(chunkName(context, index), piece)
}

test('a challenge that does not fit beside the rest is refused by its own name', async () => {
  const { browser, pool } = await start()
  rememberDevice(browser, pool, 8800)
  const payload = { username: 'small', method: 'choice' }
  const answer = await browser.post('/auth/sign-in', payload)
  expect(answer.json().code).toBe('CHALLENGE_TOO_LARGE')
})

const junk = (start: string) =>
  ['-device-x0', '-device-x1', '-device-x2', '-challenge', '-sign-up', '.2'].map(
    (ending) => [`${start}${ending}`, `1.${'x'.repeat(3700)}`] as const,
  )

test.each([
  [{ secure: true }, 'cognito'],
  [{ secure: true, cookieName: '__Secure-sid' }, '__Secure-sid'],
  [{ secure: false }, 'cognito'],
])('what a neighbour tosses in takes no room: %j', async (session, name) => {
  const { browser } = await start(session)
  for (const [tossed, value] of junk(name)) browser.cookies.set(tossed, value)
  const answer = await signIn(browser, 'large')
  expect(answer.statusCode).toBe(200)
  expect((await browser.get('/who')).body).toBe('large')
})

test('a session is renewed whatever came to lie beside it', async () => {
  vi.useFakeTimers({ toFake: ['Date'] })
  onTestFinished(() => {
    vi.useRealTimers()
  })
  const { browser, pool } = await start()
  await signIn(browser, 'large')
  rememberDevice(browser, pool, 2000)
  const before = headerOf(browser)
  vi.advanceTimersByTime(3600 * 1000)
  expect((await browser.get('/who')).body).toBe('large')
  expect(headerOf(browser)).not.toBe(before)
  expect(pool.calls['RevokeToken'] ?? 0).toBe(0)
  expect((await browser.get('/who')).body).toBe('large')
})
