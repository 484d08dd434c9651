import type { FastifySchema } from 'fastify'
import type { Kit } from '../../kit.ts'
import type { Operation } from '../operations/operation.ts'
import { problemsOf } from '../operations/problems-of.ts'
import { problem } from '../schemas/problem.ts'
import { describeGuarded } from './describe-guarded.ts'
import { describeProblems } from './describe-problems.ts'
import type { Document } from './document.ts'
import { firstFree, putInto } from './put-into.ts'
import { securityOf, userSecurity } from './security.ts'

/** What @fastify/swagger asks of a route, as `config.swaggerTransform`. */
export type SwaggerTransform = (input: {
  schema: FastifySchema
  url: string
  openapiObject?: Document
}) => { schema: FastifySchema; url: string }

interface RouteSchema extends FastifySchema {
  body?: object
  operationId?: string
}

/** Fills in what only the document as a whole can hold: names in it, and what several operations share. */
export const createSwaggerTransform =
  ({ operation, kit }: { operation: Operation; kit: Kit }): SwaggerTransform =>
  ({ schema, url, openapiObject }) => {
    // A document of Swagger 2 has no such places.
    if (!openapiObject) return { schema, url }
    const { body, operationId = '', ...described } = schema as RouteSchema
    // Copied, for what was there is the app's own.
    const { schemas, securitySchemes, ...rest } = openapiObject.components ?? {}
    const components = { ...rest, schemas: { ...schemas }, securitySchemes: { ...securitySchemes } }
    const security = securityOf(operation, kit, components.securitySchemes)
    const ofProblems = {
      $ref: `#/components/schemas/${putInto(components.schemas, 'Problem', problem)}`,
    }
    const problems = describeProblems(problemsOf(operation, kit), ofProblems)
    kit.guardedRoutes.describeIn(openapiObject, (guarded) => {
      const users = userSecurity(kit, components.securitySchemes)
      return describeGuarded({ security: users, problem: ofProblems })(guarded)
    })
    Object.assign(openapiObject, { components })
    const sent = operation.shownBody ?? sentBody(body, kit)
    return {
      url: withTail(url, operation),
      schema: {
        ...described,
        operationId: freeOperationId(openapiObject, operationId),
        security,
        ...(sent && { body: inVersion(openapiObject, sent) }),
        response: { ...successOf(operation), ...problems },
      },
    }
  }

/** Whoever reads it need not know what the router takes it for. */
const withTail = (url: string, { tail }: Operation): string =>
  tail ? url.replace(/\*$/, `:${tail}`) : url

const successOf = ({ answer, success }: Operation): object =>
  answer
    ? { 200: { ...answer, 'x-response-description': success } }
    : { 204: { type: 'null', description: success } }

/** OpenAPI 3.0 has most of JSON Schema, but not this. */
const inVersion = ({ openapi = '' }: Document, schema: object): object =>
  openapi.startsWith('3.0.')
    ? JSON.parse(
        JSON.stringify(schema, (key, value) => (key === 'propertyNames' ? undefined : value)),
      )
    : schema

/** Where routes are mounted twice, generated clients need two names. */
const freeOperationId = ({ paths = {} }: Document, operationId: string): string => {
  const taken = Object.values(paths).flatMap((path) =>
    Object.values(path ?? {}).map((each) => Reflect.get(Object(each), 'operationId')),
  )
  return firstFree(operationId, (name) => taken.includes(name))
}

/** A body that may be left out is shown where there is anything to put into it. */
const sentBody = (
  body: { type?: unknown; properties?: object } | undefined,
  { deliveries }: Pick<Kit, 'deliveries'>,
): object | undefined => {
  const mayBeLeftOut = Array.isArray(body?.type) && body.type.includes('null')
  if (!mayBeLeftOut) return body
  return body.properties && deliveries.some((each) => each !== 'cookie') ? body : undefined
}
