import swagger from '@fastify/swagger'
import { Validator } from '@seriousme/openapi-schema-validator'
import { createTestUserPool } from '@x/cognito-testing'
import type { FastifyInstance } from 'fastify'
import { expect, test } from 'vitest'
import type { FastifyCognitoOptions } from '../src/index.ts'
import { startApp, withBearer, withCookies } from './start-app.ts'

interface Document {
  paths: Record<string, { get: { security?: readonly object[] } }>
  components: { securitySchemes: object }
}

const documented = async (
  options: Partial<FastifyCognitoOptions>,
  routes: (app: FastifyInstance) => void,
): Promise<Document> => {
  const app = await startApp({
    pool: createTestUserPool(),
    options,
    before: (early) =>
      early.register(swagger, {
        openapi: { openapi: '3.1.0', info: { title: 'A shop', version: '1.0.0' } },
      }),
    routes,
  })
  const document = app.swagger()
  const { valid } = await new Validator().validate(structuredClone(document) as never)
  expect(valid).toBe(true)
  return document as never
}

const hello = () => 'hello'
const session = { cognitoSession: [] }
const bearer = { cognitoBearer: [] }
const header = { cognitoAccessToken: [] }

test.each([
  ['cookies', withCookies, [session, bearer]],
  ['tokens', withBearer, [bearer]],
  ['headers', { ...withBearer, deliver: 'headers' as const }, [header, bearer]],
])('guarded routes of an app say how to pass: %s', async (_, options, ways) => {
  const { paths, components } = await documented(
    { ...options, pools: { staff: { userPoolId: 'eu-west-1_Staff', clientId: 'c' } } },
    (app) => {
      app.get('/by-hook', { preHandler: [app.requireAuth()] }, hello)
      app.get('/by-config', { config: { cognito: { groups: ['staff'] } } }, hello)
      app.get('/optional', { onRequest: app.optionalAuth() }, hello)
      app.get('/id', { config: { cognito: { tokenUse: 'id' } } }, hello)
      app.get('/staff', { config: { cognito: { pool: 'staff' } } }, hello)
      app.get('/own', { config: { cognito: true }, schema: { security: [{}] } }, hello)
      app.get('/open', hello)
    },
  )
  const securityOf = (path: string) => paths[path]?.get.security
  expect(securityOf('/by-hook')).toEqual(ways)
  expect(securityOf('/by-config')).toEqual(ways)
  expect(securityOf('/optional')).toEqual([...ways, {}])
  // Of a session, and of what we hand out in headers, there are access tokens of the own pool only.
  expect(securityOf('/id')).toEqual([bearer])
  expect(securityOf('/staff')).toEqual([bearer])
  expect(securityOf('/own')).toEqual([{}])
  expect(securityOf('/open')).toBeUndefined()
  const named = ways.flatMap((way) => Object.keys(way))
  expect(Object.keys(components.securitySchemes)).toEqual(expect.arrayContaining(named))
})

test('what a default guards is documented as guarded', async () => {
  const { paths } = await documented({ ...withBearer, defaultGuard: true }, (app) => {
    app.get('/silent', hello)
    app.get('/public', { config: { cognito: false } }, hello)
  })
  expect(paths['/silent']?.get.security).toEqual([bearer])
  expect(paths['/public']?.get.security).toBeUndefined()
})
