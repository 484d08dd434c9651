import { createTestUserPool } from '@x/cognito-testing'
import { describe, expect, test } from 'vitest'
import type { CognitoHooks, HookEvents } from '../src/index.ts'
import { createBrowser } from './browser.ts'
import { createLog } from './create-log.ts'
import { startApp, withBearer, withCookies } from './start-app.ts'

const password = 'Correct-horse-1'
const credentials = { username: 'ada', password }

const start = async (onSignIn: CognitoHooks['onSignIn'] & object, delivery: object) => {
  const pool = createTestUserPool({
    users: [
      { username: 'ada', password, groups: ['staff'] },
      { username: 'bob', password, mfa: 'totp' },
    ],
  })
  const log = createLog()
  const options = { ...delivery, hooks: { onSignIn } }
  const app = await startApp({ pool, options, server: { logger: log.options } })
  return { pool, log, browser: createBrowser(app) }
}

describe.each([
  ['cookies', withCookies],
  ['the body', withBearer],
] as const)('where tokens travel in %s', (_where, delivery) => {
  test('is told who signs in, and no token, before anything is handed out', async () => {
    const told: HookEvents['onSignIn'][] = []
    const { browser } = await start((event) => told.push(event), delivery)
    const answer = await browser.post('/auth/sign-in', credentials)
    expect(answer.statusCode).toBe(200)
    expect(told).toHaveLength(1)
    const { request, ...event } = told[0] ?? ({} as HookEvents['onSignIn'])
    const sub = answer.json().user.sub
    expect(event).toMatchObject({
      user: { sub, username: 'ada', groups: ['staff'] },
      claims: { sub, 'cognito:groups': ['staff'], token_use: 'access' },
    })
    expect(Object.keys(event).sort()).toEqual(['claims', 'user'])
    expect(JSON.stringify(event)).not.toContain('eyJ')
    expect([request.url, request.auth]).toEqual(['/auth/sign-in', null])
  })

  test('is waited for', async () => {
    let isDone = false
    const { browser } = await start(async () => {
      await new Promise(setImmediate)
      isDone = true
    }, delivery)
    await browser.post('/auth/sign-in', credentials)
    expect(isDone).toBe(true)
  })

  test.each([
    [
      'throws',
      (error: Error) => () => {
        throw error
      },
    ],
    ['rejects', (error: Error) => () => Promise.reject(error)],
  ])('where it %s nobody is signed in, and the tokens are revoked', async (_how, failing) => {
    let hook: () => unknown = failing(new Error('the database of ada@example.com is away'))
    const { browser, pool, log } = await start(() => hook(), delivery)
    const refused = await browser.post('/auth/sign-in', credentials)
    expect(refused.statusCode).toBe(500)
    expect(refused.json()).toMatchObject({ code: 'INTERNAL', detail: 'Something went wrong here.' })
    expect(refused.body).not.toContain('database')
    expect(log.text()).toContain('the database of ada@example.com is away')
    expect(refused.headers['set-cookie']).toBeUndefined()
    expect(browser.cookies.size).toBe(0)
    expect(pool.calls['RevokeToken']).toBe(1)

    hook = () => undefined
    expect((await browser.post('/auth/sign-in', credentials)).statusCode).toBe(200)
  })
})

test('is told of a sign-in by a challenge, once it is answered', async () => {
  const names: string[] = []
  const { browser, pool } = await start(({ user }) => names.push(user.username), withCookies)
  await browser.post('/auth/sign-in', { username: 'bob', password })
  expect(names).toEqual([])
  await browser.post('/auth/challenge', { answer: { code: pool.totpCodeFor('bob') } })
  expect(names).toEqual(['bob'])
})

test('where it throws after a challenge, the challenge is over too', async () => {
  const { browser, pool } = await start(() => Promise.reject(new Error('no')), withCookies)
  await browser.post('/auth/sign-in', { username: 'bob', password })
  expect(browser.cookies.size).toBe(1)
  const answer = await browser.post('/auth/challenge', {
    answer: { code: pool.totpCodeFor('bob') },
  })
  expect(answer.statusCode).toBe(500)
  expect(answer.json().retriable).toBe(false)
  expect(browser.cookies.size).toBe(0)
  expect(pool.calls['RevokeToken']).toBe(1)
})

test('an error with a status keeps it, and what it says is for the client', async () => {
  const error = Object.assign(new Error('Your trial is over.'), {
    statusCode: 402,
    headers: { 'x-plan': 'trial' },
  })
  const { browser } = await start(() => Promise.reject(error), withCookies)
  const answer = await browser.post('/auth/sign-in', credentials)
  expect(answer.json()).toMatchObject({
    status: 402,
    code: 'REQUEST_REFUSED',
    detail: 'Your trial is over.',
  })
  expect(answer.headers['x-plan']).toBe('trial')
})

test.each([
  ['a status of 503', Object.assign(new Error('shard 7'), { statusCode: 503 }), 503],
  ['a status that is none', Object.assign(new Error('shard 7'), { statusCode: 200 }), 500],
  ['a text', 'shard 7', 500],
  ['nothing', undefined, 500],
])('what is no refusal is not told: %s', async (_what, thrown, status) => {
  const { browser } = await start(() => Promise.reject(thrown), withCookies)
  const answer = await browser.post('/auth/sign-in', credentials)
  expect(answer.json()).toMatchObject({ status, code: 'INTERNAL' })
  expect(answer.body).not.toContain('shard')
})

test('an error of 401 says how to prove who is calling', async () => {
  const error = Object.assign(new Error('Ask for an invitation.'), { status: 401 })
  const { browser } = await start(() => Promise.reject(error), withCookies)
  const answer = await browser.post('/auth/sign-in', credentials)
  expect(answer.statusCode).toBe(401)
  expect(answer.headers['www-authenticate']).toBe('Bearer realm="cognito"')
})

test('a Cognito that cannot be reached to revoke is no reason to sign anybody in', async () => {
  const { browser, pool, log } = await start(() => Promise.reject(new Error('no')), withCookies)
  pool.failNext('RevokeToken', 'timeout')
  expect((await browser.post('/auth/sign-in', credentials)).statusCode).toBe(500)
  expect(browser.cookies.size).toBe(0)
  expect(log.text()).toContain('Cognito did not revoke the refresh token')
})

test('who is signed in already stays so where signing in again is refused', async () => {
  let isRefused = false
  const { browser } = await start(async () => {
    if (isRefused) throw new Error('no')
  }, withCookies)
  await browser.post('/auth/sign-in', credentials)
  isRefused = true
  expect((await browser.post('/auth/sign-in', credentials)).statusCode).toBe(500)
  expect((await browser.get('/auth/me')).statusCode).toBe(200)
})
