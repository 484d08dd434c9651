import { createRequire } from 'node:module'
import fastifyCookie from '@fastify/cookie'
import { createTestUserPool } from '@x/cognito-testing'
import type { FastifyInstance, FastifyServerOptions } from 'fastify'
import { expect, test } from 'vitest'
import { cognitoPlugin, redactPaths } from '../src/index.ts'
import { createLog } from './create-log.ts'
import { startApp, withBearer, withCookies } from './start-app.ts'

/** The one that Fastify uses. */
const pino = createRequire(createRequire(import.meta.url).resolve('fastify'))('pino')

const pool = createTestUserPool()

const headers = {
  authorization: 'Bearer token-of-the-authorization',
  cookie: 'cognito=value-of-the-cookie',
  'X-Access': 'token-of-a-header',
  refreshtoken: 'token-of-another-header',
  'x-harmless': 'harmless-header',
}
const body = {
  username: 'ada',
  password: 'the-password',
  newPassword: 'the-new-password',
  currentPassword: 'the-current-password',
  code: '135790',
  secret: 'the-secret-key',
  session: 'the-session',
  accessToken: 'the-access-token',
  idToken: 'the-id-token',
  refreshToken: 'the-refresh-token',
  challengeToken: 'the-challenge-token',
  deviceToken: 'the-device-token',
  answer: { code: '246802', password: 'the-answered-password' },
  anything: 'eyJhbGciOiJub25lIn0.e30.a-jwt-by-any-name',
}
const secrets = [
  'of-the-authorization',
  'of-the-cookie',
  'of-a-header',
  'of-another-header',
  'the-set-cookie',
  'a-jwt-by-any-name',
  ...Object.values(body)
    .filter((value) => typeof value === 'string')
    .filter((value) => value !== 'ada' && !value.startsWith('eyJ')),
  ...Object.values(body.answer),
]

const options = {
  ...withBearer,
  deliver: 'headers',
  headers: { accessToken: 'X-Access' },
} as const

/** What everybody writes who looks for a mistake. */
const routes = (app: FastifyInstance) => {
  app.post('/look', async (request, reply) => {
    reply.header('set-cookie', ['a=the-set-cookie', 'b=the-set-cookie'])
    request.log.info({ req: request, headers: request.headers, body: request.body }, 'looked')
    request.log.info({ request, reply, res: reply, raw: request.raw }, 'looked')
    request.log.info({ deep: { er: [{ input: request.body, headers: request.headers }] } })
    request.log.info(request.body)
    request.log.info(request.headers)
    request.log.warn({ headers: reply.getHeaders(), cookies: request.cookies })
    const error = Object.assign(new Error('failed'), { config: { headers: request.headers } })
    request.log.error(error)
    request.log.error({ err: error, problem: error })
    request.log.error(new Error(`no user for ${body.anything}`))
    request.log.warn({ url: `/back?id_token=${body.anything}` }, `sent ${body.anything} back`)
    request.log.warn('sent %s back', body.anything)
    request.log.info({ bytes: Buffer.from(body.anything) })
    request.log.child({ headers: request.headers, body: request.body }).info('a child')
    app.log.info({ body: request.body })
    app.log.child({ module: 'orders' }).info({ headers: request.headers })
    return 'looked'
  })
}

const look = async (server: FastifyServerOptions, before = (_app: FastifyInstance) => {}) => {
  const app = await startApp({
    pool,
    options,
    server,
    routes,
    before: async (app) => {
      await app.register(fastifyCookie)
      before(app)
    },
  })
  const answer = await app.inject({ method: 'POST', url: '/look', headers, payload: body })
  expect(answer.statusCode).toBe(200)
}

/** A buffer is logged as the numbers of its bytes. */
const bytesOf = (text: string) => [...Buffer.from(text)].join(',')

const leaksIn = (text: string) =>
  secrets.filter((value) => text.includes(value) || text.includes(bytesOf(value)))

test('an app that logs whatever it is sent leaks nothing', async () => {
  const log = createLog()
  await look({ logger: log.options })
  expect(leaksIn(log.text())).toEqual([])
  expect(log.lines.length).toBeGreaterThan(12)
  expect(log.text()).toContain('[Redacted]')
})

test('all else is logged as it was', async () => {
  const log = createLog()
  await look({ logger: log.options })
  const lines = log.lines.map((line) => JSON.parse(line))
  expect(lines.find(({ body }) => body)).toMatchObject({
    msg: 'looked',
    req: { method: 'POST', url: '/look' },
    headers: { 'x-harmless': 'harmless-header', authorization: '[Redacted]' },
    body: { username: 'ada', password: '[Redacted]', answer: { code: '[Redacted]' } },
  })
  expect(lines.find(({ err }) => err)).toMatchObject({
    err: { type: 'Error', message: 'failed', stack: expect.stringContaining('failed') },
  })
})

test('codes that name an error stay, and lines that hold nothing secret are the same', async () => {
  const said = (app: FastifyInstance) => {
    const shared = { name: 'shared' }
    const ring: Record<string, unknown> = { shared, again: shared }
    app.log.info({ code: 'COGNITO_CODE_MISMATCH', statusCode: 400 }, 'refused')
    app.log.error(Object.assign(new Error('taken'), { code: '23505' }))
    app.log.info({
      session: { id: 7 },
      secret: false,
      at: new Date(0),
      url: new URL('https://a.b'),
    })
    app.log.info({ list: [1, null, undefined, 'a'], nothing: null }, 'basic rules')
    app.log.info({ ring: Object.assign(ring, { ring }), toJSON: 1 })
    app.log.info('a text with %s', 'an argument')
    app.log.info({ map: new Map([[1, 2]]), big: [Number.NaN, true] })
  }
  const textOf = async (isOurs: boolean) => {
    const log = createLog()
    const server = { logger: { ...log.options, timestamp: false } }
    await startApp({ pool, server, ...(isOurs ? { routes: said } : { before: said }) })
    return log.text().replaceAll(/\\n +at .*?(?=")/g, '')
  }
  expect(await textOf(true)).toContain('23505')
  expect(await textOf(true)).toBe(await textOf(false))
})

test('what throws when it is read does not fail a request', async () => {
  const log = createLog()
  const app = await startApp({ pool, server: { logger: log.options } })
  const trap = {
    get trap() {
      throw new Error('never')
    },
  }
  app.log.info({ trap, other: 1 }, 'told')
  expect(log.text()).toContain('"other":1')
})

test("the app's own redact goes on", async () => {
  const log = createLog()
  const redact = { paths: ['body.username', 'headers["x-harmless"]'], censor: 'own censor' }
  await look({ logger: { ...log.options, redact } })
  const line = log.lines.map((text) => JSON.parse(text)).find(({ body }) => body)
  expect(line).toMatchObject({
    body: { username: 'own censor', password: '[Redacted]' },
    headers: { 'x-harmless': 'own censor' },
  })
  expect(leaksIn(log.text())).toEqual([])
})

test("the app's own serializers and formatter go on, and what they give is looked at", async () => {
  const log = createLog()
  const serializers = {
    req: ({ headers, id }: { headers: object; id: string }) => ({ own: 'serializer', id, headers }),
    body: (given: object) => ({ of: 'body', ...given }),
  }
  const formatters = { log: (line: object) => ({ own: 'formatter', ...line, added: { ...body } }) }
  await look({ logger: { ...log.options, serializers, formatters } })
  const lines = log.lines.map((text) => JSON.parse(text))
  const line = lines.find(({ req, body: logged }) => req && logged)
  expect(line).toMatchObject({
    own: 'formatter',
    req: { own: 'serializer', id: 'req-1', headers: { cookie: '[Redacted]' } },
    body: { of: 'body', username: 'ada' },
  })
  expect(leaksIn(log.text())).toEqual([])
})

test('serializers of one route go on too', async () => {
  const log = createLog()
  const app = await startApp({
    pool,
    server: { logger: log.options },
    routes: (server) => {
      const logSerializers = {
        order: ({ body: order }: { body: object }) => ({ of: 'route', order }),
      }
      server.post('/orders', { logSerializers }, async (request) => {
        request.log.info({ order: request, headers: request.headers, body: request.body }, 'order')
        return 'ordered'
      })
    },
  })
  await app.inject({ method: 'POST', url: '/orders', headers, payload: body })
  expect(log.text()).toContain('"of":"route","order":{"username":"ada"')
  expect(leaksIn(log.text()).filter((leak) => leak !== 'of-a-header')).toEqual([])
})

test("the app's own childLoggerFactory goes on", async () => {
  const log = createLog()
  await look({ logger: log.options }, (app) => {
    app.setChildLoggerFactory((logger, bindings, opts, rawRequest) =>
      logger.child(
        { ...bindings, own: 'factory', headers: rawRequest.headers },
        { ...opts, serializers: { body: (given: unknown) => ({ given }) } },
      ),
    )
  })
  expect(log.text()).toContain('"own":"factory"')
  expect(log.text()).toContain('"given":{"username":"ada"')
  expect(leaksIn(log.text())).toEqual([])
})

test("the app's own logger is redacted where Fastify logs by it, and is else left as it was", async () => {
  const log = createLog()
  const loggerInstance = pino({ level: 'trace' }, log.options.stream)
  await look({ loggerInstance })
  expect(log.lines.length).toBeGreaterThan(12)
  expect(leaksIn(log.text())).toEqual([])
  loggerInstance.info({ body })
  expect(leaksIn(log.text())).not.toEqual([])
})

test('redactPaths are for a logger that the plugin does not reach', async () => {
  const log = createLog()
  const logger = pino({ redact: [...redactPaths] }, log.options.stream)
  logger.info({ body, headers: { ...headers, 'set-cookie': ['a=the-set-cookie'] } })
  logger.info({ req: { body, headers } })
  expect(leaksIn(log.text()).filter((leak) => !/header|jwt/.test(leak))).toEqual([])
  expect(log.text()).toContain('harmless-header')
})

test('an app without a logger, or with one that is not pino, is left alone', async () => {
  await look({ logger: false })
  const lines: unknown[][] = []
  const tell = (...said: unknown[]) => void lines.push(said)
  const plain = {
    ...{ level: 'info', silent: tell },
    ...{ trace: tell, debug: tell, info: tell, warn: tell, error: tell, fatal: tell },
    child: () => plain,
  }
  await look({ loggerInstance: plain })
  expect(lines.length).toBeGreaterThan(10)
})

test('two pools in one app keep the headers of both secret', async () => {
  const log = createLog()
  const app = await startApp({
    pool,
    server: { logger: log.options },
    before: async (server) => {
      for (const accessToken of ['X-Access', 'X-Other']) {
        await server.register(async (scope) => {
          const own = { ...options, headers: { accessToken }, routes: false as const }
          await scope.register(cognitoPlugin, { ...pool.options, ...own })
        })
      }
    },
    options: { ...withCookies, routes: false },
  })
  app.log.info({ 'x-access': 'token-of-a-header', 'x-other': 'of-another-header', a: 'told' })
  expect(log.text()).toContain('"a":"told"')
  expect(leaksIn(log.text())).toEqual([])
})
