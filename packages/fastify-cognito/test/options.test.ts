import { createTestUserPool } from '@x/cognito-testing'
import Fastify from 'fastify'
import { expect, test } from 'vitest'
import { ConfigurationError, cognitoPlugin, cognitoRoutes } from '../src/index.ts'
import { createLog } from './create-log.ts'
import { secret, startApp, withBearer, withCookies } from './start-app.ts'

const pool = createTestUserPool()
const other = 'another secret of thirty-two bytes or more'
const boot = async (options: object) => {
  const app = Fastify()
  try {
    await app.register(cognitoPlugin, { ...pool.options, ...options })
    await app.ready()
  } finally {
    await app.close()
  }
}
const session = (more: object) => ({ session: { secrets: [secret], ...more } })

test.each<[string, object]>([
  ['userPoolId', { userPoolId: 'nonsense' }],
  ['clientId', { clientId: undefined }],
  ['clientSecret', { clientSecret: 'short' }],
  ['jwks', { jwks: {} }],
  ['client', { client: 'none' }],
  ['endpoint', { client: undefined, endpoint: 'nowhere' }],
  ['colour', { colour: 'blue' }],
  ['prefix', { prefix: '/auth' }],
  ['decorateUser', { decorateUser: 'no' }],
  ['session', { session: true }],
  ['session', { session: null }],
  ['session.secrets', { session: {} }],
  ['session.secrets', { session: { secrets: [] } }],
  ['session.secrets', { session: { secrets: secret } }],
  ['session.secrets[0]', { session: { secrets: [undefined] } }],
  ['session.secrets[0]', { session: { secrets: ['x'.repeat(31)] } }],
  ['session.secrets[1]', { session: { secrets: [secret, 'short'] } }],
  ['session.secrets[2]', { session: { secrets: [secret, other, secret] } }],
  ['session.secret', session({ secret })],
  ['session.maxAge', session({ maxAge: 0 })],
  ['session.maxAge', session({ maxAge: -1 })],
  ['session.maxAge', session({ maxAge: 1.5 })],
  ['session.maxAge', session({ maxAge: '1h' })],
  ['session.sameSite', session({ sameSite: 'none' })],
  ['session.secure', session({ secure: 'always' })],
  ['session.cookieName', session({ cookieName: '' })],
  ['session.cookieName', session({ cookieName: 'my cookie' })],
  ['session.cookieName', session({ cookieName: 'a=b' })],
  ['session.cookieName', session({ cookieName: '__Host-sid' })],
  ['session.cookieName', session({ cookieName: '__Host-sid', secure: false })],
  ['session.cookieName', session({ cookieName: '__secure-sid' })],
  ['session.trustedOrigins', session({ trustedOrigins: 'https://app.example.com' })],
  ['session.trustedOrigins[0]', session({ trustedOrigins: ['app.example.com'] })],
  ['session.trustedOrigins[0]', session({ trustedOrigins: ['https://app.example.com/'] })],
  ['session.trustedOrigins[0]', session({ trustedOrigins: ['https://app.example.com:443'] })],
  ['session.trustedOrigins[0]', session({ trustedOrigins: ['https://App.example.com'] })],
  ['session.trustedOrigins[0]', session({ trustedOrigins: ['https://*.example.com'] })],
  ['session.trustedOrigins[0]', session({ trustedOrigins: ['*'] })],
  ['session.trustedOrigins[0]', session({ trustedOrigins: ['null'] })],
  ['session.trustedOrigins[0]', session({ trustedOrigins: [/example/] })],
  [
    'session.trustedOrigins[1]',
    session({ trustedOrigins: ['https://app.example.com', 'https://app.example.com'] }),
  ],
  ['session.store', session({ store: 'redis://127.0.0.1' })],
  ['session.store', session({ store: { get: () => undefined } })],
  ['session.lock', session({ store: new Map(), lock: true })],
  ['session.lock', session({ lock: () => undefined })],
  ['session.storeTimeout', session({ store: new Map(), storeTimeout: 0 })],
  ['session.storeTimeout', session({ store: new Map(), storeTimeout: '2s' })],
  ['session.storeTimeout', session({ store: new Map(), storeTimeout: 2000 })],
  ['checkRevoked', { checkRevoked: true }],
  ['revocationStore', { checkRevoked: 'sign-out', revocationStore: 'redis://127.0.0.1' }],
  ['revocationStore', { revocationStore: new Map() }],
  ['revocationStore', { checkRevoked: 'always', revocationStore: new Map() }],
  ['challenge.secrets[0]', { challenge: { secrets: ['short'] } }],
  ['challenge.maxAge', { challenge: { maxAge: 0 } }],
  ['challenge.secret', { challenge: { secret } }],
  ['deliver', { deliver: 'cookie' }],
  ['deliver', { deliver: () => 'cookie' }],
  ['deliver', { ...withCookies, deliver: 'pigeon' }],
  ['enumeration', { enumeration: 'loud' }],
  ['codeDelivery', { codeDelivery: 'email' }],
  ['codeDelivery.signUp', { codeDelivery: { signUp: 'pigeon' } }],
  ['codeDelivery.password', { codeDelivery: { password: 'none' } }],
  ['codeDelivery.signup', { codeDelivery: { signup: 'email' } }],
  ['signUp', { signUp: false }],
  ['signUp.open', { signUp: { open: 'no' } }],
  ['mfa', { mfa: 'Shop' }],
  ['mfa.issuer', { mfa: { issuer: '' } }],
  ['mfa.issuer', { mfa: { issuer: ' ' } }],
  ['mfa.issuer', { mfa: { issuer: 'Shop: Europe' } }],
  ['mfa.issuer', { mfa: { issuer: 'x'.repeat(65) } }],
  ['mfa.issuer', { mfa: { issuer: 7 } }],
  ['mfa.name', { mfa: { name: 'Shop' } }],
  ['stepUp', { stepUp: true }],
  ['stepUp.maxAge', { stepUp: {} }],
  ['stepUp.maxAge', { stepUp: { maxAge: 0 } }],
  ['stepUp.maxAge', { stepUp: { maxAge: '10m' } }],
  ['stepUp.after', { stepUp: { maxAge: 600, after: 600 } }],
  ['rateLimit.factors.max', { rateLimit: { factors: { max: 0, timeWindow: 60 } } }],
  ['customAttributes.level', { customAttributes: { level: 'integer' } }],
  ['routes', { routes: true }],
  ['routes.path', { routes: { path: '/auth' } }],
  ['routes.prefix', { routes: { prefix: 'auth' } }],
  ['routes.features', { routes: { features: 'sign-in' } }],
  ['routes.features[1]', { routes: { features: ['sign-in', 'sing-in'] } }],
  ['routes.features[2]', { routes: { features: ['sign-in', 'profile', 'sign-in'] } }],
])('%s is refused at start-up, by name: %j', async (option, options) => {
  const booting = boot(options)
  await expect(booting).rejects.toBeInstanceOf(ConfigurationError)
  await expect(booting).rejects.toMatchObject({ option })
  await expect(booting).rejects.not.toThrow('short"')
  await expect(booting).rejects.not.toThrow(secret)
})

test.each([
  ['prefix', 'routes: { prefix: '],
  ['features', 'routes: { features: '],
  ['cookie', 'session: { secrets: '],
  ['secret', 'clientSecret'],
  ['colour', 'Options are userPoolId, clientId,'],
  ['constructor', 'Options are userPoolId, clientId,'],
])('what is meant by %s is told', async (option, hint) => {
  await expect(boot({ [option]: secret })).rejects.toMatchObject({
    option,
    message: expect.stringContaining(hint),
  })
})

test.each<object>([
  {},
  withCookies,
  withBearer,
  session({ secure: true, cookieName: '__Host-sid', maxAge: 1, sameSite: 'strict' }),
  session({ trustedOrigins: [] }),
  session({ trustedOrigins: ['https://app.example.com', 'http://localhost:5173'] }),
  { ...withCookies, deliver: 'body' },
  { deliver: 'headers' },
  { deliver: 'headers', headers: {} },
  { ...withCookies, deliver: () => 'headers', headers: { refreshToken: 'X-Refresh' } },
  { ...withCookies, deliver: () => 'body' },
  { enumeration: 'verbose', codeDelivery: { signUp: 'none', password: 'sms' }, signUp: {} },
  { signUp: { open: false }, customAttributes: { level: 'number' } },
  { mfa: { issuer: 'Ada & Söhne' }, stepUp: { maxAge: 600 } },
  { mfa: {}, rateLimit: { factors: { max: 1, timeWindow: 60 } } },
  { routes: false },
  { routes: {} },
  { routes: { prefix: undefined } },
  { routes: { prefix: '' } },
  { routes: { prefix: '/', features: [] } },
  { logLevel: 'warn' },
  { session: undefined, routes: undefined, deliver: undefined, decorateUser: undefined },
])('these options work: %j', async (options) => {
  await expect(boot(options)).resolves.toBeUndefined()
})

test('without routes there are none', async () => {
  const app = await startApp({ pool, options: { routes: false } })
  expect(app.hasRoute({ method: 'POST', url: '/auth/sign-in' })).toBe(false)
})

test('features are chosen one by one', async () => {
  const app = await startApp({ pool, options: { routes: { features: ['profile'] } } })
  expect(app.hasRoute({ method: 'GET', url: '/auth/me' })).toBe(true)
  expect(app.hasRoute({ method: 'POST', url: '/auth/sign-in' })).toBe(false)
})

test('a second plugin below the first is refused, with the way out', async () => {
  const app = Fastify()
  await app.register(cognitoPlugin, pool.options)
  const nested = async () =>
    app.register(async (scope) => {
      await scope.register(cognitoPlugin, { ...pool.options, routes: { prefix: '/b' } })
    })
  await expect(nested()).rejects.toMatchObject({
    name: 'ConfigurationError',
    option: 'cognitoPlugin',
    message: expect.stringContaining('side by side'),
  })
  await app.close()
})

test('routes may be mounted elsewhere, by hand, and more than once', async () => {
  const app = await startApp({
    pool,
    options: { ...withCookies, routes: { prefix: '/account' } },
    routes: async (server) => {
      await server.register(cognitoRoutes, { prefix: '/v2/auth', features: ['sign-in'] })
      await server.register(cognitoRoutes, { features: ['profile'] })
    },
  })
  for (const url of ['/account/me', '/v2/auth/me', '/me', '/v2/other']) {
    const answer = await app.inject(url)
    expect([url, answer.statusCode]).toEqual([url, url.startsWith('/v2') ? 404 : 401])
  }
})

test('hooks of one mount apply to it alone', async () => {
  const app = await startApp({
    pool,
    routes: (server) =>
      server.register(
        async (scope) => {
          scope.addHook('onRequest', async (_request, reply) => reply.code(429).send('slow down'))
          await scope.register(cognitoRoutes)
        },
        { prefix: '/limited' },
      ),
  })
  expect((await app.inject('/limited/me')).statusCode).toBe(429)
  expect((await app.inject('/auth/me')).statusCode).toBe(401)
})

test('routes want the plugin around them, and say its name', async () => {
  const app = Fastify()
  const mounting = async () => app.register(cognitoRoutes, { prefix: '/auth' })
  await expect(mounting()).rejects.toThrow("'@x/fastify-cognito'")
  await app.close()
})

test('routes mounted by hand know their options too', async () => {
  const app = Fastify()
  await app.register(cognitoPlugin, { ...pool.options, routes: false })
  const mounting = async () => app.register(cognitoRoutes, Object.assign({ feature: [] }))
  await expect(mounting()).rejects.toMatchObject({ option: 'feature' })
  await app.close()
})

test('a sign-in that no other process can go on with is warned of', async () => {
  const warnings = async (options: object) => {
    const log = createLog('warn')
    await startApp({ pool, options, server: { logger: log.options } })
    return log.text()
  }
  const warning = await warnings({})
  for (const text of ['challenge: { secrets: […] }', 'deviceToken']) expect(warning).toContain(text)
  expect(await warnings(withCookies)).toBe('')
  expect(await warnings(withBearer)).toBe('')
  expect(await warnings({ routes: false })).toBe('')
  expect(await warnings({ routes: { features: ['profile', 'password'] } })).toBe('')
  expect(await warnings({ routes: { features: ['sign-up'] } })).toContain('challenge: { secrets')
})

test('it is warned of once, where the routes are mounted by hand', async () => {
  const log = createLog('warn')
  await startApp({
    pool,
    options: { routes: false },
    server: { logger: log.options },
    routes: async (server) => {
      await server.register(cognitoRoutes, { prefix: '/v1/auth' })
      await server.register(cognitoRoutes, { prefix: '/v2/auth', features: ['sign-in'] })
    },
  })
  expect(log.lines).toHaveLength(1)
  expect(log.text()).toContain('challenge: { secrets: […] }')
})

test('a function that delivers in no known way is a defect, and told as one', async () => {
  const log = createLog('error')
  const deliver = () => 'pigeon' as 'body'
  const options = { ...withCookies, deliver }
  const app = await startApp({ pool, options, server: { logger: log.options } })
  const payload = { username: 'ada', password: 'x' }
  const answer = await app.inject({ method: 'POST', url: '/auth/sign-in', payload })
  expect(answer.statusCode).toBe(500)
  expect(answer.json().code).toBe('INTERNAL')
  expect(log.text()).toContain("deliver: the function should give 'cookie', 'body' or 'headers'.")
})
