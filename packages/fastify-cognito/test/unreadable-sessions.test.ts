import { createTestUserPool } from '@x/cognito-testing'
import { expect, test } from 'vitest'
import { createBrowser } from './browser.ts'
import { createLog } from './create-log.ts'
import { secret, startApp } from './start-app.ts'

const password = 'Correct-horse-1'
const other = 'another secret, of thirty-two bytes or more'
const pool = createTestUserPool({ users: [{ username: 'ada', password }] })

const start = async (own: string) => {
  const log = createLog('info')
  const app = await startApp({
    pool,
    server: { logger: log.options, disableRequestLogging: true },
    options: { session: { secrets: [own] } },
    routes: (server) => {
      const onRequest = [server.optionalAuth(), server.optionalAuth()]
      server.get('/maybe', { onRequest }, ({ auth }) => ({ name: auth?.user.username ?? null }))
    },
  })
  return { app, told: () => log.lines.filter((line) => line.includes('SESSION_UNREADABLE')) }
}

const signedIn = async () => {
  const { app, told } = await start(secret)
  const browser = createBrowser(app)
  await browser.post('/auth/sign-in', { username: 'ada', password })
  return { app, browser, told }
}

/** As a version to come might seal it, or one that was changed on its way. */
const changed = (value: string, at: number): string => {
  const bytes = Buffer.from(value.slice(2), 'base64url')
  bytes[at] = (bytes[at] ?? 0) ^ 3
  return `${value.slice(0, 2)}${bytes.toString('base64url')}`
}

test('one that another secret sealed is passed by, told of once, and stays', async () => {
  const { app, browser } = await signedIn()
  const neighbour = await start(other)
  const there = browser.at(neighbour.app)
  const value = browser.cookies.get('cognito') ?? ''
  const answer = await there.get('/maybe')
  expect(answer.json()).toEqual({ name: null })
  expect(answer.headers['set-cookie']).toBeUndefined()
  expect(neighbour.told()).toHaveLength(1)
  expect(neighbour.told()[0]).not.toContain(value.slice(2, 40))
  expect(neighbour.told()[0]).toContain('"level":30')
  await there.get('/maybe')
  expect(neighbour.told()).toHaveLength(2)
  expect((await browser.at(app).get('/maybe')).json()).toEqual({ name: 'ada' })
})

test.each([
  ['sealed by a later version', 0],
  ['changed on its way', 40],
])('one that was %s as well', async (_, at) => {
  const { browser, told } = await signedIn()
  browser.cookies.set('cognito', changed(browser.cookies.get('cognito') ?? '', at))
  const answer = await browser.get('/maybe')
  expect([answer.statusCode, answer.json()]).toEqual([200, { name: null }])
  expect(answer.headers['set-cookie']).toBeUndefined()
  expect(told()).toHaveLength(1)
})

test('nothing is told where no session cookie came, or one that opens', async () => {
  const { app, browser, told } = await signedIn()
  await browser.get('/maybe')
  await createBrowser(app).get('/maybe')
  await createBrowser(app, new Map([['cognito-else', 'x']])).get('/maybe')
  expect(told()).toEqual([])
})
