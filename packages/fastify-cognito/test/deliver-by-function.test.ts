import { createTestUserPool } from '@x/cognito-testing'
import { expect, test } from 'vitest'
import type { FastifyCognitoOptions } from '../src/index.ts'
import { createBrowser } from './browser.ts'
import { startApp, withCookies } from './start-app.ts'

const password = 'Correct-horse-1'
const credentials = { username: 'ada', password }

const start = async (deliver: FastifyCognitoOptions['deliver']) => {
  const pool = createTestUserPool({
    users: [credentials, { ...credentials, username: 'mia', mfa: 'totp' }],
  })
  const app = await startApp({ pool, options: { ...withCookies, ...(deliver && { deliver }) } })
  return { app, browser: createBrowser(app) }
}

const fromElsewhere = { headers: { 'sec-fetch-site': 'cross-site' } }

test('is asked once for a request, before its body is there', async () => {
  const asked: unknown[] = []
  const { browser } = await start(({ body }) => {
    asked.push(body)
    return body === undefined ? 'body' : 'cookie'
  })
  const answer = await browser.post('/auth/sign-in', credentials, fromElsewhere)
  expect(answer.json().tokens.accessToken).toBeTypeOf('string')
  expect(answer.headers['set-cookie']).toBeUndefined()
  expect(asked).toEqual([undefined])
})

const byClient: FastifyCognitoOptions['deliver'] = ({ headers }) =>
  headers['x-client'] === 'web' ? 'cookie' : 'body'

const web = { headers: { 'x-client': 'web' } }

test('a page of another site signs nobody out by asking as a client without cookies', async () => {
  const { app } = await start(byClient)
  // A browser sends no cookie along with such a form, and would take one from the answer.
  const answer = await app.inject({ method: 'POST', url: '/auth/sign-out', ...fromElsewhere })
  expect(answer.headers['set-cookie']).toBeUndefined()
})

test.each([
  ['/auth/sign-in', { username: 'mia', password }, 'cognito-challenge'],
  ['/auth/sign-up', { username: 'new', email: 'new@example.com', password }, 'cognito-sign-up'],
])('nor does one end what waits to be gone on with: %s', async (path, body, cookie) => {
  const { browser } = await start(byClient)
  await browser.post(path, body, web)
  expect([...browser.cookies.keys()]).toEqual([cookie])
  const answer = await browser.post('/auth/sign-out', undefined, fromElsewhere)
  expect([answer.statusCode, answer.json().code]).toEqual([403, 'CROSS_SITE'])
  expect([...browser.cookies.keys()]).toEqual([cookie])
})
