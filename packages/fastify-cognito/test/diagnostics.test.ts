import { channel } from 'node:diagnostics_channel'
import fastifyAuth from '@fastify/auth'
import { createTestUserPool } from '@x/cognito-testing'
import type { FastifyInstance, FastifyReply } from 'fastify'
import { expect, onTestFinished, test, vi } from 'vitest'
import { channels, type RefreshEvent, type RefusalEvent } from '../src/index.ts'
import { createBrowser } from './browser.ts'
import { startApp, withBearer, withCookies } from './start-app.ts'

const credentials = { username: 'ada', password: 'Correct-horse-1' }
const createPool = () =>
  createTestUserPool({ users: [credentials], clients: [{ rotation: { graceSeconds: 60 } }] })

const heard = <Event>(name: string): Event[] => {
  const events: Event[] = []
  const listen = (event: unknown) => void events.push(event as Event)
  channel(name).subscribe(listen)
  onTestFinished(() => void channel(name).unsubscribe(listen))
  return events
}
const refusals = () => heard<RefusalEvent>(channels.refusal)
const refreshes = () => heard<RefreshEvent>(channels.refresh)

const orders = (app: FastifyInstance) => {
  app.get('/orders/:id', { onRequest: app.requireAuth() }, ({ user }) => user.sub)
}

test('a refusal of a route of the plugin is told by code, status, method and route', async () => {
  const events = refusals()
  const app = await startApp({ pool: createPool() })
  const wrong = { username: 'ada', password: 'Wrong-horse-1' }
  await createBrowser(app).post('/auth/sign-in?from=mail', wrong)
  await createBrowser(app).post('/auth/sign-in', {})
  await createBrowser(app).get('/auth/nowhere?q=1')
  expect(events).toEqual([
    {
      code: 'COGNITO_INVALID_CREDENTIALS',
      statusCode: 401,
      method: 'POST',
      route: '/auth/sign-in',
    },
    { code: 'INVALID_INPUT', statusCode: 400, method: 'POST', route: '/auth/sign-in' },
    expect.objectContaining({ code: 'NOT_FOUND', statusCode: 404, method: 'GET' }),
  ])
  expect(JSON.stringify(events)).not.toMatch(/horse|ada|nowhere|\?/)
})

const own = (_error: unknown, _request: unknown, reply: FastifyReply) => reply.send('own')

test.each<[string, (app: FastifyInstance) => unknown]>([
  ['nobody but the plugin', orders],
  ['an error handler of the app', (app) => orders(app.setErrorHandler(own))],
  [
    'an error handler of the route',
    (app) => {
      const onRequest = app.requireAuth()
      app.get('/orders/:id', { onRequest, errorHandler: own }, () => 'in')
    },
  ],
])('a refusal of a guard is told once where %s answers it', async (_who, routes) => {
  const events = refusals()
  const app = await startApp({ pool: createPool(), routes })
  await app.inject('/orders/7?token=x')
  expect(events).toEqual([
    { code: 'TOKEN_MISSING', statusCode: 401, method: 'GET', route: '/orders/:id' },
  ])
})

test('so it is of a route that came before the plugin', async () => {
  const events = refusals()
  const app = await startApp({
    pool: createPool(),
    before: (server) => server.get('/orders/:id', { config: { cognito: true } }, () => 'in'),
  })
  expect((await app.inject('/orders/7')).statusCode).toBe(401)
  expect(events).toEqual([
    { code: 'TOKEN_MISSING', statusCode: 401, method: 'GET', route: '/orders/:id' },
  ])
})

test('a guard that refuses where another lets in is no refusal', async () => {
  const events = refusals()
  const app = await startApp({
    pool: createPool(),
    before: (server) => server.register(fastifyAuth),
    routes: (server) => {
      const onRequest = server.auth([server.requireAuth(), async () => undefined])
      server.get('/', { onRequest }, () => 'in')
    },
  })
  expect((await app.inject('/')).statusCode).toBe(200)
  expect(events).toEqual([])
})

test('what the app itself throws is no refusal of ours', async () => {
  const events = refusals()
  const app = await startApp({
    pool: createPool(),
    routes: (server) => {
      server.get('/teapot', () => {
        throw Object.assign(new Error('short and stout'), { statusCode: 418 })
      })
    },
  })
  expect((await app.inject('/teapot')).statusCode).toBe(418)
  expect(events).toEqual([])
})

test('what a hook of the app has thrown is told by the code that is answered', async () => {
  const events = refusals()
  const hooks = {
    onSignIn: () => {
      throw Object.assign(new Error('Not on Sundays.'), { statusCode: 403 })
    },
  }
  const app = await startApp({ pool: createPool(), options: { ...withCookies, hooks } })
  await createBrowser(app).post('/auth/sign-in', credentials)
  expect(events).toMatchObject([{ code: 'REQUEST_REFUSED', statusCode: 403 }])
})

test('refreshes of sessions and of tokens are told by how they came about', async () => {
  vi.useFakeTimers({ toFake: ['Date'] })
  onTestFinished(() => void vi.useRealTimers())
  const events = refreshes()
  const pool = createPool()
  const browser = createBrowser(await startApp({ pool, routes: orders }))
  await browser.post('/auth/sign-in', credentials)
  vi.advanceTimersByTime(3600 * 1000)
  await Promise.all([browser.copy().get('/orders/1'), browser.copy().get('/orders/2')])
  await browser.copy().get('/orders/3')
  expect(events.map(({ outcome, where }) => `${where} ${outcome}`).sort()).toEqual([
    'session joined',
    'session made',
    'session remembered',
  ])

  events.length = 0
  const app = await startApp({ pool, options: withBearer })
  const answer = await createBrowser(app).post('/auth/refresh', { refreshToken: 'none' })
  expect(answer.statusCode).toBe(401)
  expect(events).toEqual([{ outcome: 'failed', code: 'COGNITO_TOKEN_REJECTED', where: 'token' }])
})
