import { createTestUserPool } from '@x/cognito-testing'
import { describe, expect, test } from 'vitest'
import { createBrowser } from './browser.ts'
import { everyFeature } from './openapi/every-feature.ts'
import { startApp, withBearer, withCookies } from './start-app.ts'

const username = 'ada'
const password = 'Correct-horse-1'
const credentials = { username, password, method: 'password' }
const device = '/devices/us-east-1_00000000-0000-4000-8000-000000000000'
const response = { clientDataJSON: 'AAAA', attestationObject: 'AAAA' }
const credential = { id: 'AAAA', rawId: 'AAAA', type: 'public-key', response }

const routes = [
  { method: 'get', path: '/mfa', operation: 'GetUserAuthFactors' },
  {
    method: 'put',
    path: '/mfa',
    body: { enabled: [], preferred: 'none' },
    operation: 'GetUserAuthFactors',
  },
  { method: 'post', path: '/mfa/totp', operation: 'AssociateSoftwareToken' },
  {
    method: 'post',
    path: '/mfa/totp/confirm',
    body: { code: '123456' },
    operation: 'VerifySoftwareToken',
  },
  { method: 'get', path: '/passkeys', operation: 'ListWebAuthnCredentials' },
  { method: 'post', path: '/passkeys/start', operation: 'StartWebAuthnRegistration' },
  {
    method: 'post',
    path: '/passkeys/finish',
    body: { credential },
    operation: 'CompleteWebAuthnRegistration',
  },
  { method: 'delete', path: '/passkeys/AAAA', operation: 'DeleteWebAuthnCredential' },
  { method: 'get', path: '/devices', operation: 'ListDevices' },
  {
    method: 'put',
    path: device,
    body: { remembered: true },
    operation: 'UpdateDeviceStatus',
  },
  { method: 'delete', path: device, operation: 'ForgetDevice' },
  { method: 'get', path: '/sessions', operation: 'ListUserSessions' },
  { method: 'delete', path: '/sessions/tkn0', operation: 'RevokeUserSession' },
  { method: 'post', path: '/sign-out/elsewhere', operation: 'ListUserSessions' },
] as const

type Route = (typeof routes)[number]
const bodyOf = (route: Route) => ('body' in route ? route.body : undefined)

const createPool = () =>
  createTestUserPool({
    firstFactors: ['password', 'passkey'],
    deviceTracking: 'always',
    sessionTracking: true,
    users: [{ username, password }],
  })

const signedIn = async () => {
  const pool = createPool()
  const options = { ...withCookies, routes: { features: everyFeature } }
  const app = await startApp({ pool, options })
  const browser = createBrowser(app)
  const { tokens } = (await browser.post('/auth/sign-in', credentials)).json()
  return { pool, app, browser, tokens }
}

describe.each(routes)('$method $path', (route) => {
  const { method, path, operation } = route

  test('forgets a session that has ended elsewhere', async () => {
    const { app, browser } = await signedIn()
    const elsewhere = createBrowser(app)
    await elsewhere.post('/auth/sign-in', credentials)
    await elsewhere.post('/auth/sign-out/everywhere')
    expect(browser.cookies.has('cognito')).toBe(true)
    const answer = await browser[method](`/auth${path}`, bodyOf(route))
    expect([answer.statusCode, answer.json().code]).toEqual([401, 'COGNITO_TOKEN_REJECTED'])
    expect(answer.headers['www-authenticate']).toContain('error="invalid_token"')
    expect(browser.cookies.has('cognito')).toBe(false)
  })

  test('keeps a session where Cognito cannot be reached', async () => {
    const { pool, browser } = await signedIn()
    pool.failNext(operation, 'InternalErrorException')
    const answer = await browser[method](`/auth${path}`, bodyOf(route))
    expect([answer.statusCode, answer.json().code]).toEqual([503, 'COGNITO_UNAVAILABLE'])
    expect(answer.json().retriable).toBe(true)
    expect(answer.headers['retry-after']).toBe('5')
    expect(browser.cookies.has('cognito')).toBe(true)
  })

  test('leaves the cookie of somebody alone who sends a token that has ended', async () => {
    const { pool, app, browser } = await signedIn()
    const phone = createBrowser(await startApp({ pool, options: withBearer }))
    const { tokens } = (await phone.post('/auth/sign-in', credentials)).json()
    await createBrowser(app).post('/auth/sign-out/everywhere', undefined, {
      headers: { authorization: `Bearer ${tokens.accessToken}` },
    })
    const headers = { authorization: `Bearer ${tokens.accessToken}` }
    const answer = await browser[method](`/auth${path}`, bodyOf(route), { headers })
    expect([answer.statusCode, answer.json().code]).toEqual([401, 'COGNITO_TOKEN_REJECTED'])
    expect(browser.cookies.has('cognito')).toBe(true)
  })
})
