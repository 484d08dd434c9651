import type { FastifyInstance } from 'fastify'
import { afterEach, beforeEach, describe, expect, test, vi } from 'vitest'
import { hour, signIn, start, tokensOf, who, withHeaders } from './headers-stage.ts'
import { withCookies } from './start-app.ts'

beforeEach(() => {
  vi.useFakeTimers({ toFake: ['Date'] })
})
afterEach(() => {
  vi.useRealTimers()
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

  test('leaves new tokens where a route that answers past Fastify finds them', async () => {
    const { app, pool } = await start(withHeaders, undefined, (server) => {
      server.get('/raw', { onRequest: server.requireAuth() }, (_request, reply) => {
        reply.hijack()
        for (const [name, value = ''] of Object.entries(reply.getHeaders())) {
          reply.raw.setHeader(name, value)
        }
        reply.raw.end()
      })
    })
    const before = tokensOf(await signIn(app))
    vi.advanceTimersByTime(2 * hour * 1000)
    pool.clock.advance(2 * hour)
    const answer = await app.inject({ url: '/raw', headers: before })
    expect((await who(app, tokensOf(answer))).json().name).toBe('ada')
  })

  test('lets nobody in with dead tokens, also where it is optional', async () => {
    const { app, pool } = await start()
    const { accesstoken } = tokensOf(await signIn(app))
    vi.advanceTimersByTime(2 * hour * 1000)
    pool.clock.advance(2 * hour)
    const headers = { accesstoken, refreshtoken: 'unknown' }
    const refused = await app.inject({ url: '/maybe', headers })
    expect([refused.statusCode, refused.json().code]).toEqual([401, 'COGNITO_TOKEN_REJECTED'])
    expect((await app.inject({ url: '/maybe', headers: { accesstoken } })).statusCode).toBe(401)
    expect((await app.inject({ url: '/maybe' })).json()).toEqual({ name: 'stranger' })
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
