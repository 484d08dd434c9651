import { createTestUserPool } from '@x/cognito-testing'
import { expect, test } from 'vitest'
import { createBrowser } from './browser.ts'
import { startApp, withCookies } from './start-app.ts'

test('a client without cookies opens no sign-up of a cookie that came along', async () => {
  const pool = createTestUserPool()
  const app = await startApp({
    pool,
    options: {
      ...withCookies,
      deliver: ({ headers }) => (headers['x-client'] === 'mobile' ? 'body' : 'cookie'),
    },
  })
  const browser = createBrowser(app)
  const body = { username: 'ada', email: 'ada@example.com', password: 'Correct-horse-1' }
  await browser.post('/auth/sign-up', body)
  expect(browser.cookies.has('cognito-sign-up')).toBe(true)

  const proof = { username: 'ada', code: pool.inbox.lastCodeFor('ada') }
  const more = { headers: { 'x-client': 'mobile' } }
  const answer = await browser.post('/auth/sign-up/confirm', proof, more)
  expect([answer.statusCode, answer.json()]).toEqual([200, { status: 'confirmed' }])
  expect(pool.users[0]?.status).toBe('CONFIRMED')
})
