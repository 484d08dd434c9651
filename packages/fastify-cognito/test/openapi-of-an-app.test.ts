import swagger, { type FastifyDynamicSwaggerOptions } from '@fastify/swagger'
import { Validator } from '@seriousme/openapi-schema-validator'
import { createTestUserPool } from '@x/cognito-testing'
import type { FastifyInstance } from 'fastify'
import { expect, test } from 'vitest'
import { cognitoRoutes, type FastifyCognitoOptions } from '../src/index.ts'
import { startApp, withBearer, withCookies } from './start-app.ts'

interface Operation {
  security?: readonly object[]
  responses: Record<string, { description: string; content?: Record<string, { schema: object }> }>
}

interface Document {
  paths: Record<string, Record<string, Operation>>
  components: { schemas: Record<string, object>; securitySchemes: Record<string, object> }
}

const ofEverybody = {
  openapi: { openapi: '3.1.0', info: { title: 'A shop', version: '1.0.0' } },
} as const

const hello = () => 'hello'

const documented = async ({
  options = withCookies,
  document = ofEverybody,
  early = () => undefined,
  routes,
}: {
  options?: Partial<FastifyCognitoOptions>
  document?: FastifyDynamicSwaggerOptions
  early?: (app: FastifyInstance) => unknown
  routes: (app: FastifyInstance) => unknown
}): Promise<Document & { yaml: string }> => {
  const app = await startApp({
    pool: createTestUserPool(),
    options,
    before: async (server) => {
      await server.register(swagger, document)
      await early(server)
    },
    routes,
  })
  return { ...(app.swagger() as unknown as Document), yaml: app.swagger({ yaml: true }) }
}

const problemsOf = async ({ yaml: _yaml, ...document }: Document & { yaml: string }) => {
  const { valid, errors } = await new Validator().validate(structuredClone(document) as never)
  return valid ? [] : errors
}

const get = ({ paths }: Document, path: string): Operation => {
  const operation = paths[path]?.['get']
  if (!operation) throw new Error(`${path} is not in the document`)
  return operation
}

const session = { cognitoSession: [] }
const bearer = { cognitoBearer: [] }
const header = { cognitoAccessToken: [] }
const statusesOf = ({ responses }: Operation) => Object.keys(responses)

const everyKind = async (app: FastifyInstance) => {
  app.get('/open', { config: { cognito: false } }, hello)
  app.get('/data', { config: { cognito: true } }, hello)
  app.get('/hook', { onRequest: [app.requireAuth({ scopes: ['orders/read'] })] }, hello)
  app.get('/late', { preHandler: app.requireAuth() }, hello)
  app.get('/maybe', { config: { cognito: 'optional' } }, hello)
  app.get('/id', { config: { cognito: { tokenUse: 'id' } } }, hello)
  await app.register(async (scope) => {
    scope.get('/scope', hello)
    scope.addHook('onRequest', app.requireAuth({ groups: ['staff'] }))
  })
}

test.each(['3.1.0', '3.0.3'])('guarded routes of an app are valid OpenAPI %s', async (openapi) => {
  const document = await documented({
    document: { openapi: { ...ofEverybody.openapi, openapi } as never },
    routes: everyKind,
  })
  expect(await problemsOf(document)).toEqual([])
})

test.each([
  ['cookies', withCookies, [session, bearer]],
  ['tokens', withBearer, [bearer]],
  ['headers', { ...withBearer, deliver: 'headers' as const }, [header, bearer]],
])('guarded routes of an app say how to pass: %s', async (_, options, ways) => {
  const pools = { staff: { userPoolId: 'eu-west-1_Staff', clientId: 'c' } }
  const document = await documented({
    options: { ...options, pools },
    routes: async (app) => {
      await everyKind(app)
      app.get('/staff', { config: { cognito: { pool: 'staff' } } }, hello)
      app.get('/own', { config: { cognito: true }, schema: { security: [{}] } }, hello)
    },
  })
  expect(await problemsOf(document)).toEqual([])
  const shown = (path: string) => get(document, path).security
  for (const path of ['/data', '/hook', '/late', '/scope']) expect(shown(path)).toEqual(ways)
  expect(shown('/maybe')).toEqual([...ways, {}])
  // Of a session, and of what we hand out in headers, there are access tokens of the own pool only.
  expect(shown('/id')).toEqual([bearer])
  expect(shown('/staff')).toEqual([bearer])
  expect(shown('/own')).toEqual([{}])
  expect(shown('/open')).toBeUndefined()
  const named = ways.flatMap((way) => Object.keys(way))
  expect(Object.keys(document.components.securitySchemes)).toEqual(expect.arrayContaining(named))
})

test('what is written as YAML says the same', async () => {
  const { yaml, paths } = await documented({ routes: everyKind })
  const times = (text: string, pattern: RegExp) => text.match(pattern)?.length
  expect(times(yaml, /cognitoBearer: \[\]/g)).toBe(
    times(JSON.stringify(paths), /"cognitoBearer":\[\]/g),
  )
})

test('what a default guards is documented as guarded', async () => {
  const document = await documented({
    options: { ...withBearer, defaultGuard: true },
    routes: (app) => {
      app.get('/silent', hello)
      app.get('/public', { config: { cognito: false } }, hello)
    },
  })
  expect(get(document, '/silent').security).toEqual([bearer])
  expect(get(document, '/public').security).toBeUndefined()
})

test('so is what a hook of a scope asks for its routes', async () => {
  const document = await documented({
    options: withBearer,
    routes: (app) =>
      app.register(async (scope) => {
        scope.addHook('onRoute', (route) => {
          route.config = { ...route.config, cognito: { groups: ['staff'] } }
        })
        scope.get('/staff', hello)
      }),
  })
  expect(get(document, '/staff').security).toEqual([bearer])
  expect(statusesOf(get(document, '/staff'))).toEqual(['200', '401', '403'])
})

test('a guarded route shows what it refuses with', async () => {
  const document = await documented({ routes: everyKind })
  expect(statusesOf(get(document, '/open'))).toEqual(['200'])
  expect(statusesOf(get(document, '/data'))).toEqual(['200', '401'])
  expect(statusesOf(get(document, '/hook'))).toEqual(['200', '401', '403'])
  expect(statusesOf(get(document, '/scope'))).toEqual(['200', '401', '403'])
  const { responses } = get(document, '/hook')
  expect(responses['200']).toEqual({ description: 'Default Response' })
  expect(responses['401']?.content).toEqual({
    'application/problem+json': { schema: { $ref: '#/components/schemas/Problem' } },
  })
})

test('what a route says itself stays, and is what it answers by', async () => {
  const refusal = { type: 'object', description: 'Who are you?', properties: {} } as const
  const schema = {
    security: [{ key: [] }],
    response: { 200: { type: 'string', description: 'Said' }, 401: refusal },
  }
  const key = { type: 'apiKey', in: 'header', name: 'x-key' } as const
  const document = await documented({
    document: { openapi: { ...ofEverybody.openapi, components: { securitySchemes: { key } } } },
    routes: (app) => app.get('/said', { config: { cognito: { groups: ['a'] } }, schema }, hello),
  })
  const { security, responses } = get(document, '/said')
  expect(security).toEqual([{ key: [] }])
  expect(responses['401']?.description).toBe('Who are you?')
  expect(statusesOf({ responses })).toEqual(['200', '401', '403'])
  expect(schema.response).toEqual({ 200: expect.anything(), 401: refusal })
})

test('an app with an error handler of its own says itself what it refuses with', async () => {
  const document = await documented({
    routes: async (app) => {
      app.setErrorHandler((error, _request, reply) => void reply.send(error))
      app.get('/data', { config: { cognito: true } }, hello)
    },
  })
  expect(get(document, '/data')).toMatchObject({ security: [session, bearer] })
  expect(statusesOf(get(document, '/data'))).toEqual(['200'])
})

test('a transform of an app is asked, and not handed schemas of a kind it does not know', async () => {
  const seen: object[] = []
  const document = await documented({
    document: {
      ...ofEverybody,
      transform: ({ schema, url }) => {
        seen.push(schema ?? {})
        return { schema, url: url.replace('/v1', '/v2') }
      },
    },
    early: (app) => app.setSerializerCompiler(() => (answer) => String(answer)),
    routes: (app) => app.get('/v1/data', { config: { cognito: true } }, hello),
  })
  expect(get(document, '/v2/data').security).toEqual([session, bearer])
  expect(seen).toEqual(expect.arrayContaining([{ security: [session, bearer] }]))
})

test('schemes go by the names that they have in the document', async () => {
  const components = { securitySchemes: { cognitoBearer: { type: 'http', scheme: 'basic' } } }
  const document = await documented({
    options: withBearer,
    document: { openapi: { ...ofEverybody.openapi, components: components as never } },
    routes: everyKind,
  })
  expect(get(document, '/data').security).toEqual([{ cognitoBearer2: [] }])
  expect(Object.keys(document.components.securitySchemes)).toEqual([
    'cognitoBearer',
    'cognitoBearer2',
  ])
})

test.each([
  ['without the auth routes', { routes: false }, ofEverybody, everyKind],
  ['of Swagger 2', {}, { swagger: {} }, everyKind],
  [
    'whose auth routes come later',
    { routes: false },
    ofEverybody,
    async (app: FastifyInstance) => {
      await everyKind(app)
      await app.register(cognitoRoutes, { prefix: '/auth' })
    },
  ],
] as const)(
  'a document %s names no scheme that it has not',
  async (_, options, document, routes) => {
    const made = await documented({ options: { ...withCookies, ...options }, document, routes })
    expect(get(made, '/data').security).toBeUndefined()
    expect(made.yaml).not.toMatch(/\/data:[^/]*security/)
  },
)
