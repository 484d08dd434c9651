import { createTestUserPool, type TestUserPool } from '@x/cognito-testing'
import { afterEach, expect, test, vi } from 'vitest'
import { joinChunks } from '../src/session/chunks.ts'
import { createSeal } from '../src/session/seal.ts'
import { type Browser, createBrowser } from './browser.ts'
import { createLog } from './create-log.ts'
import { secret, startApp, withBearer, withCookies } from './start-app.ts'

const password = 'Correct-horse-1'
const wrongPassword = 'Wrong-horse-77'
const newPassword = 'Battery-staple-2'
const hour = 3600 * 1000

afterEach(() => {
  vi.useRealTimers()
})

const createPool = () =>
  createTestUserPool({
    clients: [{ secret: true, rotation: { graceSeconds: 0 } }],
    signInWith: ['email'],
    users: [
      { username: 'ada@example.com', password },
      { username: 'totp@example.com', password, mfa: 'totp' },
      { username: 'new@example.com', password, status: 'FORCE_CHANGE_PASSWORD' },
    ],
  })

/** What the session cookie holds, sealed. */
const tokensIn = ({ cookies }: Browser, { options }: TestUserPool): readonly string[] => {
  const audience = `${options.userPoolId} ${options.clientId}`
  const { open } = createSeal({ secrets: [secret], purpose: 'session', audience })
  const sent = new Map([...cookies].map(([name, value]) => [name, [value]]))
  const [joined] = joinChunks('cognito', sent)
  const { accessToken, refreshToken } = JSON.parse(
    open({ untrustedSealed: joined?.sealed ?? '', context: 'cognito' }) ?? '{}',
  )
  return [accessToken, refreshToken].filter((token) => typeof token === 'string')
}

const faults = [
  'timeout',
  'reset',
  'malformed',
  'TooManyRequestsException',
  'ResourceNotFoundException',
] as const

test.each([
  ['cookie', withCookies],
  ['bearer', withBearer],
] as const)('nothing secret reaches a log or an error, by %s', async (_how, options) => {
  vi.useFakeTimers({ toFake: ['Date'] })
  const pool = createPool()
  const log = createLog()
  const app = await startApp({ pool, options, server: { logger: log.options } })
  const client = createBrowser(app)
  const secrets = new Set([password, wrongPassword, newPassword, secret])
  secrets.add(pool.clients[0]?.secret ?? '')
  const answers: { statusCode: number; body: string }[] = []

  const post = async (path: string, body?: object, headers: Record<string, string> = {}) => {
    const answer = await client.post(path, body, { headers })
    answers.push(answer)
    for (const value of client.cookies.values()) secrets.add(value)
    for (const token of tokensIn(client, pool)) secrets.add(token)
    const { tokens = {}, challengeToken } = answer.body ? answer.json() : {}
    for (const value of [...Object.values(tokens), challengeToken]) {
      if (typeof value === 'string') secrets.add(value)
    }
    return { challengeToken, ...tokens }
  }
  const signIn = (username: string, given = password) =>
    post('/auth/sign-in', { username, password: given })

  await signIn('ada@example.com', wrongPassword)
  await post('/auth/sign-in', { username: password, password: '' })
  await post('/auth/sign-in', { [password]: 1 }, { 'content-type': 'text/plain' })
  for (const fault of faults) {
    pool.failNext('InitiateAuth', fault)
    await signIn('ada@example.com')
  }

  const { challengeToken } = await signIn('new@example.com')
  await post('/auth/challenge', { answer: { newPassword: 'x' }, challengeToken })
  pool.failNext('RespondToAuthChallenge', 'malformed')
  await post('/auth/challenge', { answer: { newPassword }, challengeToken })
  await post('/auth/challenge', { answer: { newPassword }, challengeToken })

  const asked = await signIn('totp@example.com')
  const code = pool.totpCodeFor('totp@example.com')
  await post('/auth/challenge', { answer: { code: '987654' }, ...asked })
  const { refreshToken, accessToken } = await post('/auth/challenge', {
    answer: { code },
    ...asked,
  })

  const authorization: Record<string, string> = accessToken
    ? { authorization: `Bearer ${accessToken}` }
    : {}
  await client.get('/auth/me', undefined, { headers: authorization })
  vi.advanceTimersByTime(hour)
  for (const fault of faults) {
    pool.failNext('GetTokensFromRefreshToken', fault)
    await post('/auth/refresh', refreshToken && { refreshToken })
    pool.failNext('GetTokensFromRefreshToken', fault)
    answers.push(await client.get('/auth/me', undefined, { headers: authorization }))
  }
  for (const [name, value] of client.cookies) {
    const tampered = client.copy()
    tampered.cookies.set(name, `${value.slice(0, -1)}${value.endsWith('A') ? 'B' : 'A'}`)
    answers.push(await tampered.get('/auth/me'))
  }
  const renewed = await post('/auth/refresh', refreshToken && { refreshToken })
  await client.get('/auth/me', undefined, { headers: { authorization: `Bearer ${accessToken}x` } })
  for (const fault of faults) {
    pool.failNext('RevokeToken', fault)
    await client
      .copy()
      .post('/auth/sign-out', refreshToken && { refreshToken: renewed.refreshToken })
  }
  await post('/auth/sign-out', refreshToken && { refreshToken: renewed.refreshToken })

  const text = log.text()
  expect(log.lines.length).toBeGreaterThan(40)
  expect(secrets.size).toBeGreaterThan(10)
  const refusals = answers.filter(({ statusCode }) => statusCode >= 400)
  expect(refusals.length).toBeGreaterThan(12)
  for (const value of [...secrets, '987654']) {
    expect(text.includes(value)).toBe(false)
    expect(refusals.some(({ body }) => value !== password && body.includes(value))).toBe(false)
  }
  expect(text).toContain('COGNITO_UNAVAILABLE')
})

test('what is wrong with the set-up is told to the log, and not to the client', async () => {
  const pool = createPool()
  const log = createLog('error')
  const { clientSecret: _left, ...withoutSecret } = pool.options
  const { default: Fastify } = await import('fastify')
  const { cognitoPlugin } = await import('../src/index.ts')
  const app = Fastify({ logger: log.options })
  await app.register(cognitoPlugin, { ...withoutSecret, ...withCookies })
  const answer = await createBrowser(app).post('/auth/sign-in', { username: 'a@b.c', password })
  await app.close()
  expect(answer.statusCode).toBe(500)
  expect(answer.json()).toMatchObject({
    code: 'COGNITO_MISCONFIGURED',
    detail: 'This service is not set up rightly. Its log says more.',
  })
  expect(log.text()).toContain('Check clientSecret')
})
