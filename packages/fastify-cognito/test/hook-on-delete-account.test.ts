import { createTestUserPool } from '@x/cognito-testing'
import { expect, test } from 'vitest'
import { type CognitoHooks, userOf } from '../src/index.ts'
import { createBrowser } from './browser.ts'
import { startApp, withCookies } from './start-app.ts'

const password = 'Correct-horse-1'
const credentials = { username: 'ada', password }

const signedIn = async (onDeleteAccount: CognitoHooks['onDeleteAccount'] & object) => {
  const pool = createTestUserPool({ users: [credentials] })
  const app = await startApp({
    pool,
    options: {
      ...withCookies,
      hooks: { onDeleteAccount },
      resolveUser: (claims) => Object.assign(userOf(claims), { id: 7 }),
    },
  })
  const browser = createBrowser(app)
  await browser.post('/auth/sign-in', credentials)
  return { pool, browser }
}

test('is told who is about to be deleted, as resolveUser knows them', async () => {
  const told: unknown[] = []
  const { pool, browser } = await signedIn(({ user, claims, request }) => {
    told.push([user, claims.sub, request.method, pool.users.length])
  })
  const sub = pool.users[0]?.sub
  expect((await browser.delete('/auth/me')).statusCode).toBe(204)
  const user = expect.objectContaining({ id: 7, sub, username: 'ada' })
  expect(told).toEqual([[user, sub, 'DELETE', 1]])
  expect(pool.users).toEqual([])
})

test('where it throws nothing is deleted, and nobody signed out', async () => {
  let isRefused = true
  const { pool, browser } = await signedIn(() => {
    if (isRefused) throw Object.assign(new Error('Pay the bill first.'), { statusCode: 409 })
  })
  const refused = await browser.delete('/auth/me')
  expect(refused.json()).toMatchObject({ status: 409, detail: 'Pay the bill first.' })
  expect(pool.calls['DeleteUser']).toBe(0)
  expect((await browser.get('/auth/me')).statusCode).toBe(200)

  isRefused = false
  expect((await browser.delete('/auth/me')).statusCode).toBe(204)
  expect(pool.users).toEqual([])
})

test('where Cognito cannot delete, the user stays, and the hook is told again', async () => {
  let told = 0
  const { pool, browser } = await signedIn(() => {
    told += 1
  })
  pool.failNext('DeleteUser', 'timeout')
  expect((await browser.delete('/auth/me')).statusCode).toBe(503)
  expect((await browser.delete('/auth/me')).statusCode).toBe(204)
  expect(told).toBe(2)
})

test('is not told by a token that Cognito no longer accepts', async () => {
  let told = 0
  const { pool, browser } = await signedIn(() => {
    told += 1
  })
  const stolen = browser.copy()
  await browser.post('/auth/sign-out')
  expect((await stolen.delete('/auth/me')).json().code).toBe('COGNITO_TOKEN_REJECTED')
  expect(told).toBe(0)
  expect(pool.users).toHaveLength(1)
})
