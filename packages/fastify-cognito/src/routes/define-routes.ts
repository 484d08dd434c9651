import type {
  FastifyContextConfig,
  FastifyInstance,
  FastifySchema,
  onRequestAsyncHookHandler,
  onRequestHookHandler,
  preHandlerAsyncHookHandler,
  preValidationAsyncHookHandler,
} from 'fastify'
import { createGuards } from '../auth/guards.ts'
import { type Kit, kitOf } from '../kit.ts'
import { ownPool } from '../pools/create-pools.ts'
import type { CountRequest } from '../rate-limits/create-rate-limits.ts'
import { rateLimitsOf } from '../rate-limits/rate-limits-of.ts'
import { createSwaggerTransform, type SwaggerTransform } from './openapi/swagger-transform.ts'
import type { Operation } from './operations/operation.ts'
import { type OperationId, operations } from './operations/operations.ts'
import { refuseCrossSiteCookies } from './refuse-cross-site-cookies.ts'
import { routeSchemaOf } from './route-schema.ts'

export interface RouteDefinition {
  onRequest: (onRequestHookHandler | onRequestAsyncHookHandler)[]
  preValidation: preValidationAsyncHookHandler[]
  preHandler: preHandlerAsyncHookHandler[]
  schema: FastifySchema
  config: FastifyContextConfig & { swaggerTransform: SwaggerTransform }
}

/** What Fastify is told of a route, all from its row. */
export type DefineRoute = (
  operationId: OperationId,
  more?: {
    /** Where the options make a schema a closer one. */
    body?: object
    answer?: object
    /** Runs last. */
    onRequest?: onRequestHookHandler
  },
) => RouteDefinition

export const defineRoutes = (fastify: FastifyInstance): DefineRoute => {
  const kit = kitOf(fastify)
  const limits = rateLimitsOf(fastify, kit)
  const { requireAuth } = createGuards({ authenticate: kit.authenticate, pool: ownPool })
  const guards: Readonly<Record<Operation['caller'], onRequestHookHandler>> = {
    anybody: refuseCrossSiteCookies(kit),
    user: requireAuth(),
  }
  const { stepUpMaxAge: maxAge } = kit
  const steppedUp = maxAge === undefined ? undefined : requireAuth({ maxAge })
  /** Who is calling is known by then, so what they send may be read. */
  const steppingUp = ({ stepUp }: Operation): readonly preValidationAsyncHookHandler[] =>
    steppedUp && stepUp
      ? [async (request, reply) => (stepUp(request) ? steppedUp(request, reply) : undefined)]
      : []
  return (operationId, { onRequest, ...closer } = {}) => {
    const operation = { ...operations[operationId], ...closer }
    const { caller, limit, tail } = operation
    const counting = limits && limit && countingHooks(limits, limit, kit)
    return {
      // Who is refused for where they come from has not used anything up.
      onRequest: [
        ...(caller === 'anybody' ? [guards.anybody] : []),
        ...(counting ? [counting.onRequest] : []),
        ...(caller === 'user' ? [guards.user] : []),
        ...(onRequest ? [onRequest] : []),
      ],
      preValidation: [...(tail ? [namingTail(tail)] : []), ...steppingUp(operation)],
      preHandler: counting ? [counting.preHandler] : [],
      schema: routeSchemaOf(operationId, operation),
      config: { swaggerTransform: createSwaggerTransform({ operation, kit }) },
    }
  }
}

/** The address counts before a body is read if it can, the names in it once they are known. */
const countingHooks = (
  { byAddress, byNames }: CountRequest,
  { preset, names, where, presetOf }: NonNullable<Operation['limit']>,
  kit: Kit,
) => ({
  onRequest: (async (request) => {
    if (!where) await byAddress(preset, request)
  }) satisfies onRequestAsyncHookHandler,
  preHandler: (async (request) => {
    if (where && !where(request)) return
    if (where) await byAddress(preset, request)
    await byNames(presetOf?.(request) ?? preset, request, await names(request, kit))
  }) satisfies preHandlerAsyncHookHandler,
})

/** The router calls it by its asterisk. */
const namingTail =
  (name: string): preValidationAsyncHookHandler =>
  async (request) => {
    request.params = { [name]: Reflect.get(Object(request.params), '*') }
  }
