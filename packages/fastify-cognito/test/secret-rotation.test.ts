import { createTestUserPool } from '@x/cognito-testing'
import { expect, test } from 'vitest'
import { createBrowser } from './browser.ts'
import { secret, startApp } from './start-app.ts'

const password = 'Correct-horse-1'
const newer = 'a newer secret, of thirty-two bytes or more'
const poolWithAda = () => createTestUserPool({ users: [{ username: 'ada', password }] })
const at = (pool: ReturnType<typeof poolWithAda>, ...secrets: [string, ...string[]]) =>
  startApp({ pool, options: { session: { secrets } } })

test('a session sealed with an older secret still opens', async () => {
  const pool = poolWithAda()
  const browser = createBrowser(await at(pool, secret))
  await browser.post('/auth/sign-in', { username: 'ada', password })
  expect((await browser.at(await at(pool, newer, secret)).get('/auth/me')).statusCode).toBe(200)
  expect((await browser.at(await at(pool, newer)).get('/auth/me')).statusCode).toBe(401)
})

test('a refresh seals it with the newest', async () => {
  const pool = poolWithAda()
  const browser = createBrowser(await at(pool, secret))
  await browser.post('/auth/sign-in', { username: 'ada', password })
  await browser.at(await at(pool, newer, secret)).post('/auth/refresh')
  expect((await browser.at(await at(pool, newer)).get('/auth/me')).statusCode).toBe(200)
})

test('a session of another pool is none, though the secret is the same', async () => {
  const browser = createBrowser(await at(poolWithAda(), secret))
  await browser.post('/auth/sign-in', { username: 'ada', password })
  const other = createTestUserPool({ userPoolId: 'eu-west-1_OtherPool' })
  const answer = await browser.at(await at(other, secret)).get('/auth/me')
  expect(answer.json().code).toBe('TOKEN_MISSING')
  expect(answer.headers['set-cookie']).toBeUndefined()
})
