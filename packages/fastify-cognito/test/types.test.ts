import type { Cognito } from '@x/cognito-core'
import Fastify, { type FastifyInstance, type FastifyTypeProvider } from 'fastify'
import type { FromSchema, JSONSchema } from 'json-schema-to-ts'
import { expect, expectTypeOf, test } from 'vitest'
import * as published from '../src/index.ts'
import {
  type AdminOperationId,
  type CognitoUser,
  cognitoAdminRoutes,
  cognitoPlugin,
  type FastifyCognitoOptions,
  type RequestAuth,
  type SignInAnswer,
} from '../src/index.ts'

// What stands in here need not run; it must compile, or must not.
const whatCompiles = (app: FastifyInstance, options: FastifyCognitoOptions): void => {
  app.register(cognitoPlugin, options)
  app.get('/who', { onRequest: app.requireAuth() }, ({ user, auth }) => {
    expectTypeOf(user).toEqualTypeOf<CognitoUser>()
    expectTypeOf(auth).toEqualTypeOf<RequestAuth | null>()
    return user.groups.includes('staff') ? user.sub : user.username
  })
  app.get<{ Params: { id: string } }>(
    '/orders/:id',
    { onRequest: [app.requireAuth({ groups: ['staff'], scopes: ['orders/read'] })] },
    ({ params, user }) => `${params.id} ${user.username}`,
  )
  app.get('/', { onRequest: app.optionalAuth() }, ({ auth }) => auth?.user.username ?? 'stranger')
  expectTypeOf(app.cognito).toEqualTypeOf<Cognito>()

  app.get('/wrong', (request) => {
    // @ts-expect-error nobody may be signed in
    request.auth.user
    // @ts-expect-error who is calling is found out, not set
    request.auth = null
    // @ts-expect-error a user has no such thing
    request.user.password
  })
  // @ts-expect-error a misspelt requirement
  app.requireAuth({ group: ['staff'] })
  // @ts-expect-error secrets may not be empty
  app.register(cognitoPlugin, { userPoolId: 'u', clientId: 'c', session: { secrets: [] } })
  // @ts-expect-error an unknown feature
  app.register(cognitoPlugin, { ...options, routes: { features: ['sing-in'] } })
  // @ts-expect-error an unknown way to deliver
  app.register(cognitoPlugin, { ...options, deliver: 'pigeon' })
  app.register(cognitoAdminRoutes, {
    prefix: '/admin',
    guard: { groups: ['admin'], maxAge: 3600 },
    onAudit: ({ action, by, username, outcome }) => {
      expectTypeOf(action).toEqualTypeOf<AdminOperationId>()
      expectTypeOf(outcome).toEqualTypeOf<'done' | 'refused' | 'failed'>()
      return `${by.username} ${action} ${username ?? ''}`
    },
  })
  // @ts-expect-error nobody is let in without a guard
  app.register(cognitoAdminRoutes, { prefix: '/admin' })
  // @ts-expect-error whoever is signed in is no operator
  app.register(cognitoAdminRoutes, { guard: true })
  // @ts-expect-error a misspelt requirement
  app.register(cognitoAdminRoutes, { guard: { group: ['admin'] } })
  // @ts-expect-error no client
  app.register(cognitoPlugin, { userPoolId: 'u' })
}

// Servers of every kind take a guard, with a type provider or without.
interface Provider extends FastifyTypeProvider {
  readonly validator: this['schema'] extends JSONSchema ? FromSchema<this['schema']> : unknown
  readonly serializer: unknown
}
const querystring = { type: 'object', properties: { q: { type: 'string' } } } as const

const whatCompilesEverywhere = async (options: FastifyCognitoOptions): Promise<void> => {
  const http2 = Fastify({ http2: true })
  await http2.register(cognitoPlugin, options)
  http2.get('/', { onRequest: http2.requireAuth() }, ({ user }) => user.username)
  http2.addHook('onRequest', http2.requireAuth())

  const https = Fastify({ https: {} })
  await https.register(cognitoPlugin, options)
  https.get('/', { onRequest: [https.optionalAuth()] }, ({ auth }) => auth?.user.sub)

  const secureHttp2 = Fastify({ http2: true, https: {}, logger: true }).withTypeProvider<Provider>()
  await secureHttp2.register(cognitoPlugin, options)
  secureHttp2.get(
    '/',
    { onRequest: secureHttp2.requireAuth(), schema: { querystring } },
    ({ query, user }) => `${user.username} ${query.q}`,
  )

  const typed = Fastify({ logger: true }).withTypeProvider<Provider>()
  await typed.register(cognitoPlugin, options)
  const onRequest = [typed.requireAuth({ groups: ['staff'] })]
  typed.route({ method: 'GET', url: '/', onRequest, handler: ({ auth }) => auth?.user.sub })
  typed.get('/later', { preHandler: typed.requireAuth(), schema: { querystring } }, ({ query }) =>
    query.q?.trim(),
  )
  typed.addHook('preHandler', typed.optionalAuth())
}

const tokensOf = (answer: SignInAnswer): string | undefined => {
  // @ts-expect-error only who is signed in has tokens
  answer.tokens
  return answer.status === 'signed-in' ? answer.tokens?.accessToken : undefined
}

test('types say what a request proved, without a cast', () => {
  expect([typeof whatCompiles, typeof whatCompilesEverywhere]).toEqual(['function', 'function'])
  expect(tokensOf({ status: 'reset-password' })).toBeUndefined()
})

test('this is what the package exports', () => {
  expect(Object.keys(published).sort()).toMatchInlineSnapshot(`
    [
      "CognitoError",
      "ConfigurationError",
      "TokenError",
      "channels",
      "cognitoAdminRoutes",
      "cognitoOptionsFromEnv",
      "cognitoPlugin",
      "cognitoRoutes",
      "default",
      "messages",
      "redactPaths",
      "userOf",
    ]
  `)
  expect(published.default).toBe(published.cognitoPlugin)
})

test('the plugin wants Fastify 5', async () => {
  const app = Fastify()
  expect(app.version).toMatch(/^5\./)
  expect(Reflect.get(cognitoPlugin, Symbol.for('plugin-meta'))).toMatchObject({
    name: '@x/fastify-cognito',
    fastify: '5.x',
  })
  await app.close()
})
