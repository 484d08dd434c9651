import type { FastifyInstance, FastifySchema, onRequestHookHandler } from 'fastify'
import { kitOf } from '../kit.ts'
import { createSwaggerTransform, type SwaggerTransform } from './openapi/swagger-transform.ts'
import type { Operation } from './operations/operation.ts'
import { type OperationId, operations } from './operations/operations.ts'
import { refuseCrossSiteCookies } from './refuse-cross-site-cookies.ts'

export interface RouteDefinition {
  onRequest: onRequestHookHandler[]
  schema: FastifySchema
  config: { swaggerTransform: SwaggerTransform }
}

/** What Fastify is told of a route, all from its row. */
export type DefineRoute = (
  operationId: OperationId,
  more?: {
    /** Where the options make the schema a closer one. */
    body?: object
    /** Runs last. */
    onRequest?: onRequestHookHandler
  },
) => RouteDefinition

export const defineRoutes = (fastify: FastifyInstance): DefineRoute => {
  const kit = kitOf(fastify)
  const guards: Readonly<Record<Operation['caller'], onRequestHookHandler>> = {
    anybody: refuseCrossSiteCookies(kit),
    user: fastify.requireAuth(),
  }
  return (operationId, { body, onRequest } = {}) => {
    const operation = operations[operationId]
    return {
      onRequest: [guards[operation.caller], ...(onRequest ? [onRequest] : [])],
      schema: schemaOf(operationId, { ...operation, ...(body && { body }) }),
      config: { swaggerTransform: createSwaggerTransform({ operationId, operation, kit }) },
    }
  }
}

const schemaOf = (operationId: string, operation: Operation): FastifySchema => {
  const { tag, summary, description, body, answer, success } = operation
  const described = { operationId, tags: [tag], summary, ...(description && { description }) }
  return {
    ...described,
    ...(body && { body }),
    response: answer ? { 200: answer } : { 204: { type: 'null', description: success } },
  }
}
