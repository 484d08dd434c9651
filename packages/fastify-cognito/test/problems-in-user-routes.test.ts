import { createTestUserPool } from '@x/cognito-testing'
import type { FastifyInstance } from 'fastify'
import { expect, test } from 'vitest'
import { CognitoError } from '../src/index.ts'
import { createLog } from './create-log.ts'
import { startApp } from './start-app.ts'

const pool = createTestUserPool()
const problemType = 'application/problem+json; charset=utf-8'
const jsonType = 'application/json; charset=utf-8'

const routes = (app: FastifyInstance) => {
  app.get('/guarded', { onRequest: app.requireAuth() }, () => 'in')
  app.get('/cognito', () => {
    throw new CognitoError('COGNITO_RATE_LIMITED')
  })
  app.get('/teapot', () => {
    throw Object.assign(new Error('short and stout'), { statusCode: 418, code: 'TEAPOT' })
  })
  app.get('/text', async () => {
    throw 'just a text'
  })
  app.get(
    '/own',
    { onRequest: app.requireAuth(), errorHandler: (_error, _request, reply) => reply.send('own') },
    () => 'in',
  )
}

test('without an error handler of the app, refusals are problems', async () => {
  const app = await startApp({ pool, routes })
  const guarded = await app.inject('/guarded')
  expect(guarded.headers['content-type']).toBe(problemType)
  expect(guarded.headers['www-authenticate']).toBe('Bearer realm="cognito"')
  expect(guarded.json()).toMatchObject({ status: 401, code: 'TOKEN_MISSING' })

  const limited = await app.inject('/cognito')
  expect(limited.statusCode).toBe(429)
  expect(limited.headers['retry-after']).toBe('2')
  expect(limited.json()).toMatchObject({ retryAfter: 2, retriable: true })
})

test('a response schema of the route has no say in it', async () => {
  const app = await startApp({
    pool,
    routes: (server) => {
      const response = { '4xx': { type: 'object', properties: { message: { type: 'string' } } } }
      server.get('/s', { onRequest: server.requireAuth(), schema: { response } }, () => 'in')
    },
  })
  expect((await app.inject('/s')).json()).toMatchObject({ status: 401, code: 'TOKEN_MISSING' })
})

test('an error that is thrown again and again stays what it was', async () => {
  const error = new CognitoError('COGNITO_RATE_LIMITED')
  const keys = Object.keys(error)
  const app = await startApp({
    pool,
    routes: (server) =>
      server.get('/again', () => {
        throw error
      }),
  })
  for (const _time of [1, 2]) expect((await app.inject('/again')).statusCode).toBe(429)
  expect(Object.keys(error)).toEqual(keys)
})

test('the log tells the code of a refusal, and nothing else of it', async () => {
  const log = createLog('info')
  const app = await startApp({
    pool,
    server: { logger: log.options },
    routes: (server) =>
      server.get('/cause', () => {
        const cause = new Error('what Cognito said')
        throw new CognitoError('COGNITO_CODE_MISMATCH', { message: 'in words', cause })
      }),
  })
  await app.inject('/cause')
  const line = JSON.parse(log.lines.find((each) => each.includes('refused')) ?? '{}')
  const { level, time, pid, hostname, reqId, ...told } = line
  expect(told).toEqual({
    code: 'COGNITO_CODE_MISMATCH',
    statusCode: 400,
    msg: 'request refused',
  })
  expect(log.text()).not.toMatch(/what Cognito said|in words/)
})

test('every other error is answered as it would be without this plugin', async () => {
  const log = createLog('info')
  const app = await startApp({ pool, routes, server: { logger: log.options } })
  const teapot = await app.inject('/teapot')
  expect(teapot.headers['content-type']).toBe(jsonType)
  expect(teapot.json()).toEqual({
    statusCode: 418,
    code: 'TEAPOT',
    error: "I'm a Teapot",
    message: 'short and stout',
  })
  expect(log.lines.filter((line) => line.includes('short and stout'))).toHaveLength(1)

  const text = await app.inject('/text')
  expect([text.statusCode, text.body]).toEqual([500, 'just a text'])
})

test('a handler of the app gets refusals that it can answer rightly', async () => {
  const seen: unknown[] = []
  const app = await startApp({
    pool,
    routes: (server) => {
      server.setErrorHandler((error, _request, reply) => {
        seen.push(error)
        return reply.send(error)
      })
      routes(server)
    },
  })
  const guarded = await app.inject('/guarded')
  expect(guarded.statusCode).toBe(401)
  expect(guarded.headers['content-type']).toBe(jsonType)
  expect(guarded.headers['www-authenticate']).toBe('Bearer realm="cognito"')
  expect((await app.inject('/cognito')).headers['retry-after']).toBe('2')
  expect((await app.inject('/teapot')).statusCode).toBe(418)
  expect(seen).toMatchObject([
    { name: 'TokenError', code: 'TOKEN_MISSING', statusCode: 401 },
    { name: 'CognitoError', code: 'COGNITO_RATE_LIMITED', statusCode: 429 },
    { message: 'short and stout' },
  ])
  expect(seen[1]).toBeInstanceOf(CognitoError)
})

test('so does one that was set before, or in a scope around the route', async () => {
  const answer = (text: string) => (server: FastifyInstance) =>
    server.setErrorHandler((_error, _request, reply) => reply.code(499).send(text))
  const app = await startApp({
    pool,
    before: answer('app'),
    routes: async (server) => {
      routes(server)
      await server.register(async (scope) => {
        answer('scope')(scope)
        scope.get('/scoped', { onRequest: scope.requireAuth() }, () => 'in')
      })
    },
  })
  expect((await app.inject('/guarded')).body).toBe('app')
  expect((await app.inject('/scoped')).body).toBe('scope')
})

test('a route keeps an error handler of its own', async () => {
  const app = await startApp({ pool, routes })
  expect((await app.inject('/own')).body).toBe('own')
})

test('the routes below /auth answer problems whatever the app does', async () => {
  const app = await startApp({
    pool,
    before: (server) => server.setErrorHandler((_error, _request, reply) => reply.send('app')),
  })
  const answer = await app.inject('/auth/me')
  expect(answer.headers['content-type']).toBe(problemType)
  expect(answer.json().code).toBe('TOKEN_MISSING')
})

test('what hooks of the app refuse below /auth is a problem too, and a defect tells nothing', async () => {
  const app = await startApp({
    pool,
    before: (server) =>
      server.addHook('onRequest', async ({ headers }) => {
        const statusCode = Number(headers['x-status'])
        if (statusCode) throw Object.assign(new Error('a detail of the app'), { statusCode })
      }),
  })
  const codes: Record<string, unknown> = {}
  for (const status of ['402', '404', '429', '500', '503']) {
    const answer = await app.inject({ url: '/auth/me', headers: { 'x-status': status } })
    expect(answer.body).not.toContain('a detail')
    codes[status] = [answer.statusCode, answer.json().code]
  }
  expect(codes).toEqual({
    '402': [402, 'REQUEST_REFUSED'],
    '404': [404, 'NOT_FOUND'],
    '429': [429, 'RATE_LIMITED'],
    '500': [500, 'INTERNAL'],
    '503': [503, 'INTERNAL'],
  })
})
