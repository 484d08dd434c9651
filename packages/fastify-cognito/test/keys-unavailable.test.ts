import { createServer } from 'node:http'
import type { AddressInfo } from 'node:net'
import { text } from 'node:stream/consumers'
import { createTestUserPool } from '@x/cognito-testing'
import { expect, onTestFinished, test } from 'vitest'
import { createBrowser } from './browser.ts'
import { startApp, withBearer, withCookies } from './start-app.ts'

const password = 'Correct-horse-1'

/** A pool that answers calls, but has no keys to give. */
const poolWithoutKeys = async () => {
  const pool = createTestUserPool({
    users: [
      { username: 'ada', password },
      { username: 'totp', password, mfa: 'totp' },
    ],
  })
  const { url, close } = await pool.listen()
  const server = createServer(async (request, response) => {
    if (request.method === 'GET') return response.writeHead(500).end()
    const headers = {
      'content-type': String(request.headers['content-type']),
      'x-amz-target': String(request.headers['x-amz-target']),
    }
    const answer = await fetch(url, { method: 'POST', headers, body: await text(request) })
    const type = answer.headers.get('x-amzn-errortype')
    response.writeHead(answer.status, {
      'content-type': 'application/x-amz-json-1.1',
      ...(type && { 'x-amzn-errortype': type }),
    })
    return response.end(await answer.text())
  })
  await new Promise<void>((resolve) => {
    server.listen(0, '127.0.0.1', resolve)
  })
  onTestFinished(async () => {
    server.closeAllConnections()
    server.close()
    await close()
  })
  const { port } = server.address() as AddressInfo
  const { userPoolId, clientId } = pool.options
  return { pool, options: { userPoolId, clientId, endpoint: `http://127.0.0.1:${port}` } }
}

test('a right code signs in although the keys of the pool cannot be had', async () => {
  const { pool, options } = await poolWithoutKeys()
  const app = await startApp({
    pool: { ...pool, options: options as unknown as typeof pool.options },
    options: withCookies,
  })
  const browser = createBrowser(app)
  await browser.post('/auth/sign-in', { username: 'totp', password })
  const code = pool.totpCodeFor('totp')
  const answer = await browser.post('/auth/challenge', { answer: { code } })
  expect(answer.statusCode).toBe(200)
  expect(answer.json()).toMatchObject({
    status: 'signed-in',
    user: { username: 'totp', scopes: ['aws.cognito.signin.user.admin'] },
  })
  const refreshed = await browser.post('/auth/refresh')
  expect(refreshed.json()).toMatchObject({ status: 'signed-in', user: { username: 'totp' } })

  const guarded = await browser.get('/auth/me')
  expect([guarded.statusCode, guarded.json().code]).toEqual([503, 'KEYS_UNAVAILABLE'])
  expect(guarded.headers['set-cookie']).toBeUndefined()
})

test('guards believe no token without its signature, not even one of a session', async () => {
  const pool = createTestUserPool({ users: [{ username: 'ada', password }] })
  const { jwks } = createTestUserPool({ userPoolId: 'eu-west-1_OtherPool' }).options
  const app = await startApp({ pool, options: { ...withCookies, jwks } })
  const browser = createBrowser(app)
  expect((await browser.post('/auth/sign-in', { username: 'ada', password })).statusCode).toBe(200)
  expect((await browser.get('/auth/me')).json().code).toBe('COGNITO_TOKEN_REJECTED')
  expect(browser.cookies.size).toBe(0)

  const phone = createBrowser(await startApp({ pool, options: { ...withBearer, jwks } }))
  const { tokens } = (await phone.post('/auth/sign-in', { username: 'ada', password })).json()
  const headers = { authorization: `Bearer ${tokens.accessToken}` }
  const me = await phone.get('/auth/me', undefined, { headers })
  expect(me.json().code).toBe('TOKEN_UNTRUSTED')
})
