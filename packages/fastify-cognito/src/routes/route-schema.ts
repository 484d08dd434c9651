import type { FastifySchema } from 'fastify'
import type { Operation } from './operations/operation.ts'

/** What Fastify checks, and a document shows. */
export const routeSchemaOf = (operationId: string, operation: Operation): FastifySchema => {
  const { tag, summary, description, params, query, body, answer, success } = operation
  const described = { operationId, tags: [tag], summary, ...(description && { description }) }
  return {
    ...described,
    ...(params && { params }),
    ...(query && { querystring: query }),
    ...(body && { body }),
    response: answer ? { 200: answer } : { 204: { type: 'null', description: success } },
  }
}
