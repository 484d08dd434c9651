import swagger, { type FastifyDynamicSwaggerOptions } from '@fastify/swagger'
import { Validator } from '@seriousme/openapi-schema-validator'
import { createTestUserPool } from '@x/cognito-testing'
import type { FastifyInstance } from 'fastify'
import { describe, expect, test } from 'vitest'
import { cognitoRoutes, type Delivery, type FastifyCognitoOptions } from '../src/index.ts'
import { createLog } from './create-log.ts'
import { everyFeature } from './openapi/every-feature.ts'
import { startApp, withBearer, withCookies } from './start-app.ts'

interface Operation {
  operationId: string
  tags: readonly string[]
  summary: string
  security: readonly object[]
  requestBody?: { content: Record<string, { schema: object }> }
  responses: Record<string, { description: string; content?: Record<string, { schema: object }> }>
}

interface Document {
  openapi: string
  paths: Record<string, Record<string, Operation>>
  components: { schemas: Record<string, object>; securitySchemes: Record<string, object> }
}

const all = { routes: { features: everyFeature } } as const
const ofEverybody: FastifyDynamicSwaggerOptions = {
  openapi: { openapi: '3.1.0', info: { title: 'A shop', version: '1.0.0' } },
}

const documented = async ({
  options = withCookies,
  document = ofEverybody,
  routes = () => undefined,
}: {
  options?: Partial<FastifyCognitoOptions>
  document?: FastifyDynamicSwaggerOptions
  routes?: (app: FastifyInstance) => unknown
} = {}): Promise<Document> => {
  const app = await startApp({
    pool: createTestUserPool(),
    options: { ...all, ...options },
    before: (early) => early.register(swagger, document),
    routes,
  })
  return app.swagger() as unknown as Document
}

const operationsOf = ({ paths }: Document): readonly Operation[] =>
  Object.values(paths).flatMap((path) => Object.values(path))

const operation = (document: Document, operationId: string): Operation => {
  const found = operationsOf(document).find((each) => each.operationId === operationId)
  if (!found) throw new Error(`${operationId} is not in the document`)
  return found
}

const problemsOf = async (document: Document) => {
  const { valid, errors } = await new Validator().validate(structuredClone(document) as never)
  return valid ? [] : errors
}

const withHeaders = { ...withBearer, deliver: 'headers' } as const
const chosen = { ...withCookies, deliver: (): Delivery => 'body' } as const

describe.each([
  ['cookies', withCookies],
  ['tokens', withBearer],
  ['headers', withHeaders],
  ['a choice for each request', chosen],
  ['everything told', { ...withCookies, enumeration: 'verbose' }],
  [
    'attributes of its own',
    { ...withCookies, customAttributes: { level: 'number', joined: 'date' } },
  ],
] as const)('of an app with %s', (_, options) => {
  test.each(['3.1.0', '3.0.3'])('the document is valid OpenAPI %s', async (openapi) => {
    const document = await documented({
      options,
      document: { openapi: { ...ofEverybody.openapi, openapi } as never },
    })
    expect(document.openapi).toBe(openapi)
    expect(await problemsOf(document)).toEqual([])
  })
})

const expected = {
  'POST /auth/sign-in': ['signIn', '200'],
  'POST /auth/challenge': ['answerChallenge', '200'],
  'POST /auth/challenge/resend': ['resendChallenge', '200'],
  'POST /auth/reauthenticate': ['reauthenticate', '200'],
  'POST /auth/refresh': ['refresh', '200'],
  'POST /auth/sign-out': ['signOut', '204'],
  'POST /auth/sign-out/everywhere': ['signOutEverywhere', '204'],
  'POST /auth/sign-up': ['signUp', '200'],
  'POST /auth/sign-up/confirm': ['confirmSignUp', '200'],
  'POST /auth/sign-up/resend': ['resendSignUpCode', '200'],
  'POST /auth/password/forgot': ['forgotPassword', '200'],
  'POST /auth/password/reset': ['resetPassword', '204'],
  'POST /auth/password/change': ['changePassword', '204'],
  'GET /auth/password/policy': ['getPasswordPolicy', '200'],
  'GET /auth/me': ['getProfile', '200'],
  'PATCH /auth/me': ['updateProfile', '200'],
  'DELETE /auth/me': ['deleteAccount', '204'],
  'POST /auth/me/verify': ['requestVerification', '200'],
  'POST /auth/me/verify/confirm': ['verifyAttribute', '204'],
  'GET /auth/mfa': ['getMfa', '200'],
  'PUT /auth/mfa': ['setMfa', '200'],
  'POST /auth/mfa/totp': ['startTotp', '200'],
  'POST /auth/mfa/totp/confirm': ['confirmTotp', '204'],
  'GET /auth/passkeys': ['listPasskeys', '200'],
  'POST /auth/passkeys/start': ['startPasskey', '200'],
  'POST /auth/passkeys/finish': ['finishPasskey', '204'],
  'DELETE /auth/passkeys/{id}': ['deletePasskey', '204'],
  'GET /auth/devices': ['listDevices', '200'],
  'PUT /auth/devices/{key}': ['updateDevice', '204'],
  'DELETE /auth/devices/{key}': ['forgetDevice', '204'],
  'GET /auth/sessions': ['listSessions', '200'],
  'DELETE /auth/sessions/{id}': ['revokeSession', '204'],
  'POST /auth/sign-out/elsewhere': ['signOutElsewhere', '200'],
}

test('every route is there, with what a reader and a generator need', async () => {
  const { paths } = await documented()
  const found = Object.entries(paths).flatMap(([path, methods]) =>
    Object.entries(methods).map(([method, { operationId, responses, ...rest }]) => {
      expect(rest.summary).not.toBe('')
      expect(rest.tags).toHaveLength(1)
      const success = Object.keys(responses).filter((status) => status.startsWith('2'))
      return [`${method.toUpperCase()} ${path}`, [operationId, ...success]]
    }),
  )
  expect(Object.fromEntries(found)).toEqual(expected)
})

test('each problem is the one schema, with the codes that its status can carry', async () => {
  const document = await documented()
  expect(Object.keys(document.components.schemas)).toEqual(['Problem'])
  for (const { responses } of operationsOf(document)) {
    expect(responses).toHaveProperty('default')
    for (const [status, { content, description }] of Object.entries(responses)) {
      expect(description).not.toBe('')
      if (status.startsWith('2')) continue
      expect(Object.keys(content ?? {})).toEqual(['application/problem+json'])
      expect(JSON.stringify(content)).toContain('"$ref":"#/components/schemas/Problem"')
    }
  }
  const { responses } = operation(document, 'resetPassword')
  expect(JSON.stringify(responses['400'])).toContain('"COGNITO_CODE_MISMATCH"')
})

test('what only tells of others is documented where it is told', async () => {
  const codes = async (enumeration: 'safe' | 'verbose') =>
    JSON.stringify(operation(await documented({ options: { enumeration } }), 'signUp'))
  expect(await codes('verbose')).toContain('COGNITO_USERNAME_TAKEN')
  expect(await codes('safe')).not.toContain('COGNITO_USERNAME_TAKEN')
})

test('that a sign-in may be too old is documented where it is asked for', async () => {
  const idsWith = async (options: Partial<FastifyCognitoOptions>) => {
    const ids = operationsOf(await documented({ options: { ...withCookies, ...options } }))
    const isAsked = (each: object) => JSON.stringify(each).includes('"TOKEN_TOO_OLD"')
    return ids.filter(({ responses }) => isAsked(responses['401'] ?? {})).length
  }
  expect(await idsWith({})).toBe(0)
  expect(await idsWith({ stepUp: { maxAge: 600 } })).toBe(9)
})

const session = { cognitoSession: [] }
const bearer = { cognitoBearer: [] }
const inHeader = { cognitoAccessToken: [] }
const refreshHeader = { cognitoRefreshToken: [] }
const basic = { cognitoBasic: [] }

test.each<[string, object, object[], object[], object[]?]>([
  ['cookies', withCookies, [session, bearer], [session]],
  ['tokens', withBearer, [bearer], [{}]],
  [
    'tokens, where cookies are read',
    { ...withCookies, deliver: 'body' },
    [session, bearer],
    [session, {}],
  ],
  ['headers', withHeaders, [inHeader, bearer], [refreshHeader], [{}, basic]],
  [
    'headers, and no Basic credentials',
    { ...withHeaders, headers: { basicCredentials: false } },
    [inHeader, bearer],
    [refreshHeader],
  ],
  [
    'a choice for each request',
    chosen,
    [session, inHeader, bearer],
    [session, refreshHeader, {}],
    [{}, basic],
  ],
])(
  'security says how to prove who is calling: %s',
  async (_, options, user, refresh, signIn = []) => {
    const document = await documented({ options })
    expect(operation(document, 'getProfile').security).toEqual(user)
    expect(operation(document, 'refresh').security).toEqual(refresh)
    expect(operation(document, 'signIn').security).toEqual(signIn)
    const named = new Set([user, refresh, signIn].flat().flatMap((way) => Object.keys(way)))
    expect(Object.keys(document.components.securitySchemes).sort()).toEqual([...named].sort())
  },
)

test('the cookie is named as browsers see it', async () => {
  const nameOf = async (given: object) => {
    const options = { session: { ...withCookies.session, ...given } }
    const { securitySchemes } = (await documented({ options })).components
    return Reflect.get(securitySchemes['cognitoSession'] ?? {}, 'name')
  }
  expect(await nameOf({})).toBe('__Host-cognito')
  expect(await nameOf({ secure: false, cookieName: 'id' })).toBe('id')
})

test('a body is shown where there is anything to put into it', async () => {
  const shown = async (options: object) => {
    const document = await documented({ options })
    const ids = ['refresh', 'signOut', 'signOutEverywhere', 'deleteAccount']
    return ids.filter((id) => operation(document, id).requestBody)
  }
  expect(await shown(withCookies)).toEqual([])
  expect(await shown(withBearer)).toEqual(['refresh', 'signOut'])
})

test('routes that are mounted twice keep names of their own', async () => {
  const document = await documented({
    routes: async (app) => {
      await app.register(cognitoRoutes, { prefix: '/v2/auth', features: ['profile'] })
      await app.register(cognitoRoutes, { prefix: '/v3/auth', features: ['profile'] })
    },
  })
  expect(await problemsOf(document)).toEqual([])
  const names = operationsOf(document).map(({ operationId }) => operationId)
  expect(new Set(names).size).toBe(names.length)
  expect(names).toEqual(expect.arrayContaining(['getProfile', 'getProfile2', 'getProfile3']))
})

test('what the app has put into its document stays as it is', async () => {
  const components = {
    schemas: { Problem: { type: 'string' } },
    securitySchemes: { cognitoBearer: { type: 'apiKey', in: 'header', name: 'x-key' } },
  } as const
  const { openapi } = ofEverybody
  const before = structuredClone(components)
  const document = await documented({
    document: { openapi: { ...openapi, components } },
    routes: (app) =>
      app.get('/orders', { schema: { security: [{ cognitoSession: [] }] } }, () => []),
  })
  expect(components).toEqual(before)
  expect(await problemsOf(document)).toEqual([])
  expect(document.components.schemas).toMatchObject({ Problem: { type: 'string' }, Problem2: {} })
  expect(operation(document, 'getProfile').security).toEqual([session, { cognitoBearer2: [] }])
  expect(document.components.securitySchemes).toMatchObject(components.securitySchemes)
})

test('routes for HEAD, where they are shown, have names of their own as well', async () => {
  const document = await documented({ document: { ...ofEverybody, exposeHeadRoutes: true } })
  expect(document.paths['/auth/me']?.['head']?.operationId).toBe('getProfile-head')
  expect(await problemsOf(document)).toEqual([])
})

test('an app may name and hide our operations by a hook of its own', async () => {
  const app = await startApp({
    pool: createTestUserPool(),
    options: { ...withCookies, ...all },
    before: async (early) => {
      await early.register(swagger, ofEverybody)
      early.addHook('onRoute', (route) => {
        if (route.url === '/auth/sign-up') Object.assign(route.schema ?? {}, { hide: true })
        if (route.url === '/auth/sign-in')
          Object.assign(route.schema ?? {}, { operationId: 'logIn' })
      })
    },
  })
  const document = app.swagger() as unknown as Document
  expect(document.paths['/auth/sign-up']).toBeUndefined()
  expect(document.paths['/auth/sign-in']?.['post']?.operationId).toBe('logIn')
})

test('a document of Swagger 2 is left as @fastify/swagger makes it', async () => {
  const document = await documented({ document: { swagger: {} } })
  expect(document).toMatchObject({ swagger: '2.0' })
  expect(document.paths['/auth/me']?.['get']).toMatchObject({ operationId: 'getProfile' })
})

describe('an app whose @fastify/swagger', () => {
  const late = (app: FastifyInstance) => app.register(swagger, ofEverybody)
  const mountedTwice = async (app: FastifyInstance) => {
    await app.register(cognitoRoutes, { prefix: '/v2' })
    await late(app)
  }
  const elsewhere = (app: FastifyInstance) => app.register(async (scope) => void late(scope))
  const warningsOf = async (more: Omit<Parameters<typeof startApp>[0], 'pool'>) => {
    const log = createLog('warn')
    await startApp({ pool: createTestUserPool(), server: { logger: log.options }, ...more })
    return log.lines.filter((line) => line.includes('@fastify/swagger came after the auth routes'))
  }

  test.each([
    ['comes after the routes', { routes: late }, 1],
    ['comes after routes that are mounted twice', { routes: mountedTwice }, 1],
    ['comes before the routes', { before: late }, 0],
    ['is in a scope of its own', { routes: elsewhere }, 0],
    ['comes after the plugin without routes', { routes: late, options: { routes: false } }, 0],
    ['is not there', {}, 0],
  ] as const)('%s is warned as often as it has to be', async (_, more, times) => {
    expect(await warningsOf(more)).toHaveLength(times)
  })
})
