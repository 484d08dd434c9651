import swagger from '@fastify/swagger'
import { createTestUserPool } from '@x/cognito-testing'
import type { FastifyInstance } from 'fastify'
import { describe, expect, test } from 'vitest'
import { cognitoRoutes } from '../src/index.ts'
import { createLog } from './create-log.ts'
import {
  all,
  type Document,
  documented,
  ofEverybody,
  operation,
  operationsOf,
  problemsOf,
} from './openapi/documented.ts'
import { startApp, withCookies } from './start-app.ts'

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
  expect(operation(document, 'getProfile').security).toEqual([
    { cognitoSession: [] },
    { cognitoBearer2: [] },
  ])
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
