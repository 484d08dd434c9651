import { createHmac, createPublicKey, generateKeyPairSync, sign } from 'node:crypto'
import { createTestUserPool, type TestUserPool } from '@x/cognito-testing'
import { afterEach, expect, test, vi } from 'vitest'
import { createBrowser } from './browser.ts'
import { startApp, withBearer } from './start-app.ts'

const password = 'Correct-horse-1'
const user = { username: 'ada', password }
const signIn = async (pool: TestUserPool, client = 0) => {
  const { id: clientId = '' } = pool.clients[client] ?? {}
  const app = await startApp({ pool, options: { ...withBearer, clientId } })
  const answer = await createBrowser(app).post('/auth/sign-in', user)
  return answer.json().tokens as { accessToken: string; idToken: string }
}

const encode = (part: object) => Buffer.from(JSON.stringify(part)).toString('base64url')
const decode = (part = '') => JSON.parse(Buffer.from(part, 'base64url').toString())
const partsOf = (token: string) => {
  const [header, payload, signature = ''] = token.split('.')
  return { header: decode(header), payload: decode(payload), signature }
}

const pool = createTestUserPool({ clients: [{}, {}], users: [user] })

afterEach(() => {
  vi.useRealTimers()
})

const forgeries: Record<string, () => Promise<string>> = {
  'with the algorithm none': async () => {
    const { header, payload, signature } = partsOf((await signIn(pool)).accessToken)
    return `${encode({ ...header, alg: 'none' })}.${encode(payload)}.${signature}`
  },
  'with the algorithm none and no signature': async () => {
    const { header, payload } = partsOf((await signIn(pool)).accessToken)
    return `${encode({ ...header, alg: 'none' })}.${encode(payload)}.`
  },
  'signed with the public key as a shared secret': async () => {
    const { header, payload } = partsOf((await signIn(pool)).accessToken)
    const jwk = pool.options.jwks.keys.find(({ kid }) => kid === header.kid) ?? {}
    const pem = createPublicKey({ key: jwk, format: 'jwk' }).export({ type: 'spki', format: 'pem' })
    const content = `${encode({ ...header, alg: 'HS256' })}.${encode(payload)}`
    return `${content}.${createHmac('sha256', pem).update(content).digest('base64url')}`
  },
  'signed with another key under the same id': async () => {
    const { header, payload } = partsOf((await signIn(pool)).accessToken)
    const { privateKey } = generateKeyPairSync('rsa', { modulusLength: 2048 })
    const content = `${encode(header)}.${encode(payload)}`
    return `${content}.${sign('sha256', Buffer.from(content), privateKey).toString('base64url')}`
  },
  'with a group added': async () => {
    const { header, payload, signature } = partsOf((await signIn(pool)).accessToken)
    return `${encode(header)}.${encode({ ...payload, 'cognito:groups': ['admin'] })}.${signature}`
  },
  'of another pool': async () => {
    const other = createTestUserPool({ userPoolId: 'eu-west-1_OtherPool', users: [user] })
    return (await signIn(other)).accessToken
  },
  'of another app client': async () => (await signIn(pool, 1)).accessToken,
  'that is an ID token': async () => (await signIn(pool)).idToken,
}

test.each(Object.entries(forgeries))('a token %s is not trusted', async (_what, forge) => {
  const token = await forge()
  const app = await startApp({
    pool,
    options: withBearer,
    routes: (server) => {
      server.get('/who', { onRequest: server.requireAuth() }, () => 'in')
      server.get('/maybe', { onRequest: server.optionalAuth() }, () => 'in')
    },
  })
  for (const url of ['/who', '/maybe', '/auth/me']) {
    const answer = await app.inject({ url, headers: { authorization: `Bearer ${token}` } })
    expect(answer.statusCode).toBe(401)
    expect(answer.json().code).toBe(token.endsWith('.') ? 'TOKEN_MALFORMED' : 'TOKEN_UNTRUSTED')
    expect(answer.headers['www-authenticate']).toContain('error="invalid_token"')
    expect(answer.body).not.toContain(token)
  }
})

test('an honest token is', async () => {
  const { accessToken } = await signIn(pool)
  const app = await startApp({ pool, options: withBearer })
  const headers = { authorization: `Bearer ${accessToken}` }
  expect((await app.inject({ url: '/auth/me', headers })).statusCode).toBe(200)
})

test('until it expires', async () => {
  vi.useFakeTimers({ toFake: ['Date'] })
  const { accessToken } = await signIn(pool)
  const app = await startApp({ pool, options: withBearer })
  const headers = { authorization: `Bearer ${accessToken}` }
  vi.advanceTimersByTime(3601 * 1000)
  const answer = await app.inject({ url: '/auth/me', headers })
  expect(answer.statusCode).toBe(401)
  expect(answer.json().code).toBe('TOKEN_EXPIRED')
})
