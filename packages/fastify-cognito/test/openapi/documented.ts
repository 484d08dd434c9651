import swagger, { type FastifyDynamicSwaggerOptions } from '@fastify/swagger'
import { Validator } from '@seriousme/openapi-schema-validator'
import { createTestUserPool } from '@x/cognito-testing'
import type { FastifyInstance } from 'fastify'
import type { Delivery, FastifyCognitoOptions } from '../../src/index.ts'
import { startApp, withBearer, withCookies } from '../start-app.ts'
import { everyFeature } from './every-feature.ts'

export interface Operation {
  operationId: string
  tags: readonly string[]
  summary: string
  security: readonly object[]
  requestBody?: { content: Record<string, { schema: object }> }
  responses: Record<string, { description: string; content?: Record<string, { schema: object }> }>
}

export interface Document {
  openapi: string
  paths: Record<string, Record<string, Operation>>
  components: { schemas: Record<string, object>; securitySchemes: Record<string, object> }
}

export const all = { routes: { features: everyFeature } } as const
export const ofEverybody: FastifyDynamicSwaggerOptions = {
  openapi: { openapi: '3.1.0', info: { title: 'A shop', version: '1.0.0' } },
}

export const documented = async ({
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

export const operationsOf = ({ paths }: Document): readonly Operation[] =>
  Object.values(paths).flatMap((path) => Object.values(path))

export const operation = (document: Document, operationId: string): Operation => {
  const found = operationsOf(document).find((each) => each.operationId === operationId)
  if (!found) throw new Error(`${operationId} is not in the document`)
  return found
}

export const problemsOf = async (document: Document) => {
  const { valid, errors } = await new Validator().validate(structuredClone(document) as never)
  return valid ? [] : errors
}

export const withHeaders = { ...withBearer, deliver: 'headers' } as const
export const chosen = { ...withCookies, deliver: (): Delivery => 'body' } as const
