import { createTestUserPool } from '@x/cognito-testing'
import type { FastifyInstance, InjectOptions } from 'fastify'
import { afterEach, beforeEach, describe, expect, test, vi } from 'vitest'
import type { FastifyCognitoOptions } from '../src/index.ts'
import { createLog } from './create-log.ts'
import { secret, startApp, withCookies } from './start-app.ts'

const password = 'Correct-horse-1:é'
const withHeaders = { deliver: 'headers', challenge: { secrets: [secret] } } as const

beforeEach(() => {
  vi.useFakeTimers({ toFake: ['Date'] })
})
afterEach(() => {
  vi.useRealTimers()
})

const basic = (username: string, secretWord = password) => ({
  authorization: `Basic ${Buffer.from(`${username}:${secretWord}`).toString('base64')}`,
})

const start = async (options: Partial<FastifyCognitoOptions> = withHeaders, logged?: object) => {
  const pool = createTestUserPool({
    // Each refresh token is good for once.
    clients: [{ rotation: { graceSeconds: 0 } }],
    users: [
      { username: 'ada', password },
      { username: 'zoë', password },
      { username: 'mia', password, mfa: 'totp' },
    ],
  })
  const app = await startApp({
    pool,
    options,
    ...(logged && { server: { logger: logged } }),
    routes: (server) => {
      server.get('/who', { onRequest: server.requireAuth() }, ({ user, auth }) => ({
        name: user.username,
        from: auth?.from,
      }))
      server.get('/staff', { onRequest: server.requireAuth({ groups: ['staff'] }) }, () => 'in')
      server.get('/maybe', { onRequest: server.optionalAuth() }, ({ auth }) => ({
        name: auth?.user.username ?? 'stranger',
      }))
      server.get('/cached', { onRequest: server.requireAuth() }, (_request, reply) =>
        reply.header('cache-control', 'max-age=60').send({}),
      )
    },
  })
  return { pool, app }
}

const signIn = (app: FastifyInstance, more: InjectOptions = {}) =>
  app.inject({ method: 'POST', url: '/auth/sign-in', headers: basic('ada'), ...more })

/** The tokens of an answer, as a client sends them with the next request. */
const tokensOf = ({ headers }: { headers: Record<string, unknown> }) => ({
  accesstoken: String(headers['accesstoken']),
  refreshtoken: String(headers['refreshtoken']),
})

const who = (app: FastifyInstance, headers: Record<string, string>) =>
  app.inject({ url: '/who', headers })

const hour = 3600

describe('by Basic credentials', () => {
  test('somebody signs in, and has the tokens in headers and nowhere else', async () => {
    const { app } = await start()
    const answer = await signIn(app)
    expect(answer.statusCode).toBe(200)
    expect(answer.json()).toEqual({
      status: 'signed-in',
      user: expect.objectContaining({ username: 'ada' }),
      expiresAt: expect.any(Number),
    })
    expect(answer.headers['set-cookie']).toBeUndefined()
    expect(answer.headers['cache-control']).toBe('no-store')
    expect((await who(app, tokensOf(answer))).json()).toEqual({ name: 'ada', from: 'headers' })
  })

  test('names and passwords may have any letters, and the password colons', async () => {
    const { app } = await start()
    expect((await signIn(app, { headers: basic('zoë') })).statusCode).toBe(200)
  })

  test('what else a sign-in takes still comes in the body', async () => {
    const { app, pool } = await start()
    const answer = await signIn(app, { payload: { method: 'srp' } })
    expect(answer.statusCode).toBe(200)
    expect(pool.calls['RespondToAuthChallenge']).toBe(1)
  })

  test.each([
    ['Basic', 'is no base64'],
    ['Basic a', 'is no base64'],
    ['Basic YWRh_-==', 'is no base64'],
    ['Basic YWRhOng', 'is no base64'],
    ['Basic YWRh', 'has no colon'],
    [`Basic ${Buffer.of(0x61, 0x3a, 0xff).toString('base64')}`, 'is no UTF-8'],
    [basic('ada', 'a\nb').authorization, 'has control characters'],
  ])('%s is no such thing, and it is said why', async (authorization, why) => {
    const { app, pool } = await start()
    const answer = await signIn(app, { headers: { authorization } })
    expect([answer.statusCode, answer.json().code]).toEqual([400, 'INVALID_INPUT'])
    expect(answer.json().detail).toContain(`The header Authorization ${why}`)
    expect(pool.calls['InitiateAuth'] ?? 0).toBe(0)
  })

  test('a name that could not be in the body cannot be in the header', async () => {
    const { app } = await start()
    const answer = await signIn(app, { headers: basic('') })
    expect(answer.json()).toMatchObject({
      status: 400,
      errors: [{ path: '/username', message: 'should not be empty.' }],
    })
  })

  test('in the header and in the body is once too often', async () => {
    const { app, pool } = await start()
    const answer = await signIn(app, { payload: { username: 'ada', password } })
    expect(answer.statusCode).toBe(400)
    const message = 'is in the header Authorization already; leave it out of the body.'
    expect(answer.json().errors).toEqual([
      { path: '/username', message },
      { path: '/password', message },
    ])
    expect(pool.calls['InitiateAuth'] ?? 0).toBe(0)
  })

  test('who is known and who is not are answered alike', async () => {
    const { app } = await start()
    const [wrong, unknown] = await Promise.all(
      ['ada', 'nobody'].map((name) => signIn(app, { headers: basic(name, 'Wrong-1-password') })),
    )
    expect(wrong?.statusCode).toBe(401)
    expect(unknown?.body).toBe(wrong?.body)
    expect(Object.keys(unknown?.headers ?? {})).toEqual(Object.keys(wrong?.headers ?? {}))
  })

  test('they count for nothing where they are not wanted, or tokens travel otherwise', async () => {
    const unwanted = { ...withHeaders, headers: { basicCredentials: false } }
    for (const options of [unwanted, withCookies, { ...withHeaders, deliver: 'body' } as const]) {
      const { app } = await start(options)
      const answer = await signIn(app, { headers: basic('ada'), payload: {} })
      expect(answer.json().errors).toEqual([{ path: '/username', message: 'is missing.' }])
    }
  })

  test('they are in no log', async () => {
    const log = createLog('trace')
    const { app } = await start(withHeaders, log.options)
    await signIn(app)
    await signIn(app, { headers: basic('ada', 'Wrong-1-password') })
    const encoded = basic('ada').authorization.slice(6)
    expect(log.text()).not.toMatch(/Wrong-1-password|Correct-horse/)
    expect(log.text()).not.toContain(encoded)
  })
})

test('a name and a password may come in the body as well', async () => {
  const { app } = await start()
  const answer = await signIn(app, { headers: {}, payload: { username: 'ada', password } })
  expect((await who(app, tokensOf(answer))).statusCode).toBe(200)
})

test('a challenge is answered by its token, and ends in headers', async () => {
  const { app, pool } = await start()
  const asked = await signIn(app, { headers: basic('mia') })
  expect(asked.json()).toMatchObject({ status: 'challenge', challenge: { kind: 'totp-code' } })
  expect(asked.headers['accesstoken']).toBeUndefined()
  const { challengeToken } = asked.json()
  const answer = await app.inject({
    method: 'POST',
    url: '/auth/challenge',
    payload: { challengeToken, answer: { code: pool.totpCodeFor('mia') } },
  })
  expect((await who(app, tokensOf(answer))).json().name).toBe('mia')
})

describe('a guard', () => {
  test('takes a bearer token as ever', async () => {
    const { app } = await start()
    const { accesstoken } = tokensOf(await signIn(app))
    const answer = await who(app, { authorization: `Bearer ${accesstoken}` })
    expect(answer.json()).toEqual({ name: 'ada', from: 'bearer' })
  })

  test('refreshes what has expired where the refresh token came along, once for all', async () => {
    const { app, pool } = await start()
    const before = tokensOf(await signIn(app))
    vi.advanceTimersByTime(2 * hour * 1000)
    pool.clock.advance(2 * hour)
    const answers = await Promise.all([1, 2, 3].map(() => who(app, before)))
    for (const answer of answers) {
      expect(answer.json()).toEqual({ name: 'ada', from: 'headers' })
      expect(answer.headers['cache-control']).toBe('no-store')
      expect(tokensOf(answer)).toEqual(tokensOf(answers[0] as typeof answer))
    }
    const [first] = answers
    expect(first && tokensOf(first).accesstoken).not.toBe(before.accesstoken)
    expect(pool.calls['GetTokensFromRefreshToken'] ?? pool.calls['InitiateAuth']).toBe(1)
    expect(
      (await who(app, tokensOf(first as NonNullable<typeof first>))).headers,
    ).not.toHaveProperty('accesstoken')
  })

  test('does not let an answer with new tokens be stored, whatever its route says', async () => {
    const { app, pool } = await start()
    const tokens = tokensOf(await signIn(app))
    const read = () => app.inject({ url: '/cached', headers: tokens })
    expect((await read()).headers['cache-control']).toBe('max-age=60')
    vi.advanceTimersByTime(2 * hour * 1000)
    pool.clock.advance(2 * hour)
    expect((await read()).headers['cache-control']).toBe('no-store')
  })

  test('answers 401 where it cannot be helped', async () => {
    const { app, pool } = await start()
    const { accesstoken, refreshtoken } = tokensOf(await signIn(app))
    expect((await who(app, {})).json().code).toBe('TOKEN_MISSING')
    expect((await who(app, { refreshtoken })).json().code).toBe('TOKEN_MISSING')
    expect((await who(app, { accesstoken: 'x' })).json().code).toBe('TOKEN_MALFORMED')
    expect((await who(app, { accesstoken: 'x', refreshtoken })).statusCode).toBe(401)
    vi.advanceTimersByTime(2 * hour * 1000)
    pool.clock.advance(2 * hour)
    expect((await who(app, { accesstoken })).json().code).toBe('TOKEN_EXPIRED')
    const refused = await who(app, { accesstoken, refreshtoken: 'unknown' })
    expect([refused.statusCode, refused.json().code]).toEqual([401, 'COGNITO_TOKEN_REJECTED'])
    expect(refused.headers).not.toHaveProperty('accesstoken')
    const twice = await who(app, { accesstoken, refreshtoken: 'one, two' })
    expect([twice.statusCode, twice.json().detail]).toEqual([
      400,
      'The header RefreshToken is no refresh token.',
    ])
  })

  test('hands out what it refreshed though it refuses what was asked: the old ones may be spent', async () => {
    const { app, pool } = await start()
    const before = tokensOf(await signIn(app))
    vi.advanceTimersByTime(2 * hour * 1000)
    pool.clock.advance(2 * hour)
    const answer = await app.inject({ url: '/staff', headers: before })
    expect([answer.statusCode, answer.json().code]).toEqual([403, 'TOKEN_INSUFFICIENT'])
    expect(answer.headers['cache-control']).toBe('no-store')
    expect((await who(app, tokensOf(answer))).statusCode).toBe(200)
  })

  test('where it is optional lets in a stranger whose tokens are dead', async () => {
    const { app, pool } = await start()
    const { accesstoken } = tokensOf(await signIn(app))
    vi.advanceTimersByTime(2 * hour * 1000)
    pool.clock.advance(2 * hour)
    const headers = { accesstoken, refreshtoken: 'unknown' }
    expect((await app.inject({ url: '/maybe', headers })).json()).toEqual({ name: 'stranger' })
    expect((await app.inject({ url: '/maybe', headers: { accesstoken } })).statusCode).toBe(401)
  })

  test('needs no origin of a request that headers carry', async () => {
    const { app } = await start({ ...withCookies, deliver: () => 'headers' })
    const tokens = tokensOf(await signIn(app))
    const answer = await app.inject({
      method: 'PATCH',
      url: '/auth/me',
      headers: { ...tokens, 'sec-fetch-site': 'cross-site' },
      payload: { attributes: { nickname: 'Ada' } },
    })
    expect(answer.statusCode).toBe(200)
  })

  test('reads no headers where tokens never travel in them', async () => {
    const { app } = await start()
    const tokens = tokensOf(await signIn(app))
    const { app: other } = await start({ ...withHeaders, deliver: 'body' })
    expect((await who(other, tokens)).json().code).toBe('TOKEN_MISSING')
  })
})

describe('the refresh token', () => {
  const post = (app: FastifyInstance, url: string, headers: object, payload?: object) =>
    app.inject({ method: 'POST', url, headers: { ...headers }, ...(payload && { payload }) })

  test('is read from its header, and new tokens come in headers', async () => {
    const { app } = await start()
    const { refreshtoken } = tokensOf(await signIn(app))
    const answer = await post(app, '/auth/refresh', { refreshtoken })
    expect(answer.json()).not.toHaveProperty('tokens')
    expect((await who(app, tokensOf(answer))).statusCode).toBe(200)
  })

  test('is missed by its name, and does not belong in the body', async () => {
    const { app } = await start()
    const { refreshtoken } = tokensOf(await signIn(app))
    const missed = await post(app, '/auth/refresh', {})
    expect(missed.json()).toMatchObject({
      status: 400,
      detail: 'The header RefreshToken is missing.',
    })
    for (const url of ['/auth/refresh', '/auth/sign-out']) {
      const refused = await post(app, url, {}, { refreshToken: refreshtoken })
      expect(refused.json().errors).toEqual([
        {
          path: '/refreshToken',
          message: 'is in the header RefreshToken for this client; leave it out.',
        },
      ])
    }
  })

  test('is revoked by signing out', async () => {
    const { app } = await start()
    const { refreshtoken } = tokensOf(await signIn(app))
    const answer = await post(app, '/auth/sign-out', { refreshtoken })
    expect(answer.statusCode).toBe(204)
    expect(answer.headers).not.toHaveProperty('accesstoken')
    expect((await post(app, '/auth/refresh', { refreshtoken })).statusCode).toBe(401)
  })

  test('signing out everywhere with an expired access token hands out no tokens that are dead', async () => {
    const { app, pool } = await start()
    const tokens = tokensOf(await signIn(app))
    vi.advanceTimersByTime(2 * hour * 1000)
    pool.clock.advance(2 * hour)
    const answer = await post(app, '/auth/sign-out/everywhere', tokens)
    expect(answer.statusCode).toBe(204)
    expect(answer.headers).not.toHaveProperty('accesstoken')
    expect(answer.headers).not.toHaveProperty('refreshtoken')
  })
})

test('the names are those of the options, in answers other ones if need be', async () => {
  const headers = {
    accessToken: 'X-Access',
    refreshToken: 'X-Refresh',
    answerNames: { accessToken: 'HTTP_ACCESSTOKEN', refreshToken: 'HTTP_REFRESHTOKEN' },
  }
  const { app } = await start({ ...withHeaders, headers })
  const answer = await signIn(app)
  const accessToken = String(answer.headers['http_accesstoken'])
  expect(answer.headers['http_refreshtoken']).toBeTypeOf('string')
  expect((await who(app, { 'x-access': accessToken })).json().name).toBe('ada')
  expect((await who(app, { accesstoken: accessToken })).statusCode).toBe(401)
})

test('a function may give each client what it is made for', async () => {
  const deliver: FastifyCognitoOptions['deliver'] = ({ headers }) =>
    (['cookie', 'body', 'headers'] as const).find((each) => each === headers['x-client']) ??
    'cookie'
  const { app } = await start({ ...withCookies, deliver })
  const answerTo = (client: string) =>
    signIn(app, { headers: { 'x-client': client }, payload: { username: 'ada', password } })
  expect((await answerTo('cookie')).headers['set-cookie']).toBeDefined()
  expect((await answerTo('body')).json().tokens.accessToken).toBeTypeOf('string')
  expect((await answerTo('headers')).headers['accesstoken']).toBeTypeOf('string')
})

test.each([
  [{ accessToken: 'Authorization' }, 'headers.accessToken'],
  [{ accessToken: 'cookie' }, 'headers.accessToken'],
  [{ answerNames: { refreshToken: 'Set-Cookie' } }, 'headers.answerNames.refreshToken'],
  [{ accessToken: 'my token' }, 'headers.accessToken'],
  [{ refreshToken: '' }, 'headers.refreshToken'],
  [{ accessToken: 'T', refreshToken: 't' }, 'headers.refreshToken'],
  [{ answerNames: { accessToken: 'refreshtoken' } }, 'headers.answerNames.refreshToken'],
  [{ answerNames: { idToken: 'x' } }, 'headers.answerNames.idToken'],
  [{ basicCredentials: 'yes' }, 'headers.basicCredentials'],
  [{ token: 'x' }, 'headers.token'],
])('%j is refused at start-up, by name', async (headers, option) => {
  const options = { ...withHeaders, headers } as unknown as Partial<FastifyCognitoOptions>
  await expect(start(options)).rejects.toMatchObject({ name: 'ConfigurationError', option })
})

test('names are for nothing where tokens never travel in headers', async () => {
  await expect(start({ ...withHeaders, deliver: 'body', headers: {} })).rejects.toThrow(
    "headers: is for deliver: 'headers', or a function that may give it.",
  )
})
