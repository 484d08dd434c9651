import { createTestUserPool } from '@x/cognito-testing'
import type { FastifyInstance } from 'fastify'
import { expect, test } from 'vitest'
import { cognitoRoutes, type FastifyCognitoOptions } from '../src/index.ts'
import { createBrowser } from './browser.ts'
import { startApp, withBearer, withCookies } from './start-app.ts'

const password = 'Correct-horse-1'
const credentials = { username: 'ada', password }
const pool = createTestUserPool({ users: [credentials] })
const byHand = { ...withCookies, routes: false } as const
const problemType = 'application/problem+json; charset=utf-8'

/** Status and code of a request. */
const ask = async (app: FastifyInstance, route: string) => {
  const [method = '', url = ''] = route.split(' ')
  const answer = await app.inject({ method: method as 'GET', url })
  return [answer.statusCode, answer.json().code]
}

test('features are mounted apart under one prefix, to limit one of them alone', async () => {
  const app = await startApp({
    pool,
    options: byHand,
    routes: async (server) => {
      await server.register(async (scope) => {
        scope.addHook('onRequest', async (_request, reply) => {
          reply.header('x-limited', 'yes')
        })
        await scope.register(cognitoRoutes, { prefix: '/auth', features: ['sign-in'] })
      })
      await server.register(cognitoRoutes, { prefix: '/auth', features: ['profile'] })
    },
  })
  const browser = createBrowser(app)
  const signedIn = await browser.post('/auth/sign-in', credentials)
  const me = await browser.get('/auth/me')
  expect([signedIn.statusCode, signedIn.headers['x-limited']]).toEqual([200, 'yes'])
  expect([me.statusCode, me.headers['x-limited']]).toEqual([200, undefined])
  expect(await ask(app, 'GET /auth/sign-in')).toEqual([405, 'METHOD_NOT_ALLOWED'])
  expect(await ask(app, 'POST /auth/me')).toEqual([405, 'METHOD_NOT_ALLOWED'])
  expect(await ask(app, 'GET /auth/nothing')).toEqual([404, 'NOT_FOUND'])
})

test('a wildcard of the app, such as for the pages of a web site, gets nothing from below the prefix', async () => {
  const page = async () => ({ code: 'PAGE' })
  const app = await startApp({
    pool,
    options: withCookies,
    routes: async (server) => {
      server.get('/*', page)
      server.options('/*', page)
    },
  })
  expect(await ask(app, 'GET /other')).toEqual([200, 'PAGE'])
  expect(await ask(app, 'GET /auth/sign-in')).toEqual([405, 'METHOD_NOT_ALLOWED'])
  expect(await ask(app, 'GET /auth/typo')).toEqual([404, 'NOT_FOUND'])
  expect(await ask(app, 'GET /auth/deep/typo?x=/auth/me')).toEqual([404, 'NOT_FOUND'])
  expect(await ask(app, 'OPTIONS /auth/sign-in')).toEqual([200, 'PAGE'])
  const body = { method: 'POST', url: '/auth/typo', payload: 'x' } as const
  expect((await app.inject(body)).json().code).toBe('NOT_FOUND')
})

test.each(['before', 'after'])(
  'in a scope with a not-found handler of its own, set %s, that one answers',
  async (when) => {
    const app = await startApp({
      pool,
      options: byHand,
      routes: (server) =>
        server.register(
          async (scope) => {
            const handle = () =>
              scope.setNotFoundHandler((_request, reply) => reply.code(404).send({ code: 'MINE' }))
            if (when === 'before') handle()
            await scope.register(cognitoRoutes)
            if (when === 'after') handle()
          },
          { prefix: '/api' },
        ),
    })
    expect(await ask(app, 'GET /api/nothing')).toEqual([404, 'MINE'])
    expect(await ask(app, 'GET /api/me')).toEqual([401, 'TOKEN_MISSING'])
  },
)

test('so they are below a prefix with a parameter', async () => {
  const app = await startApp({ pool, options: { routes: { prefix: '/t/:tenant/auth' } } })
  expect(await ask(app, 'GET /t/1/auth/me')).toEqual([401, 'TOKEN_MISSING'])
  expect(await ask(app, 'GET /t/1/auth/sign-in')).toEqual([405, 'METHOD_NOT_ALLOWED'])
  expect(await ask(app, 'GET /t/1/auth/nothing')).toEqual([404, 'NOT_FOUND'])
})

test('where the router takes paths that are spelt otherwise, a wrong method is a 404', async () => {
  const routerOptions = { ignoreTrailingSlash: true, caseSensitive: false }
  const app = await startApp({ pool, server: { routerOptions } })
  expect(await ask(app, 'GET /AUTH/me/')).toEqual([401, 'TOKEN_MISSING'])
  expect(await ask(app, 'GET /auth/sign-in/')).toEqual([404, 'NOT_FOUND'])
  expect(await ask(app, 'GET /AUTH/sign-in')).toEqual([404, 'NOT_FOUND'])
})

const answers: [string, (server: FastifyInstance) => unknown][] = [
  [
    'a serializer compiler for schemas of another kind',
    (server) =>
      server.setSerializerCompiler(({ schema }) => {
        if (!Object.hasOwn(schema as object, 'safeParse')) throw new Error('no schema of zod')
        return JSON.stringify
      }),
  ],
  [
    'a compiler whose serializers fail',
    (server) =>
      server.setSerializerCompiler(() => () => {
        throw new Error('no schema of zod')
      }),
  ],
  ['a reply serializer', (server) => server.setReplySerializer((data) => JSON.stringify({ data }))],
  ['a validator compiler', (server) => server.setValidatorCompiler(() => () => true)],
  [
    'a schema error formatter',
    (server) => server.setSchemaErrorFormatter(() => new Error('formatted')),
  ],
]

test.each(answers)('%s of the app is not for our routes', async (_what, before) => {
  const options: Partial<FastifyCognitoOptions> = withBearer
  const client = createBrowser(await startApp({ pool, options, before }))
  const signedIn = await client.post('/auth/sign-in', credentials)
  expect(signedIn.json()).toMatchObject({ status: 'signed-in', user: { username: 'ada' } })
  const headers = { authorization: `Bearer ${signedIn.json().tokens.accessToken}` }
  const me = await client.get('/auth/me', undefined, { headers })
  expect(me.json()).toMatchObject({ user: { username: 'ada' }, attributes: {} })
  const refused = await client.post('/auth/sign-in', { username: 'ada' })
  expect(refused.headers['content-type']).toBe(problemType)
  expect(refused.json().errors).toEqual([{ path: '/password', message: 'is missing.' }])
})
