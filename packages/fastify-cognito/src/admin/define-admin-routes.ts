import { ConfigurationError } from '@x/cognito-core'
import { createGuards, type Guard } from '../auth/guards.ts'
import { type AuthRequirements, checkAuthRequirements } from '../guards/auth-requirements.ts'
import type { Kit } from '../kit.ts'
import { ownPool } from '../pools/create-pools.ts'
import type { RouteDefinition } from '../routes/define-routes.ts'
import { createSwaggerTransform } from '../routes/openapi/swagger-transform.ts'
import { routeSchemaOf } from '../routes/route-schema.ts'
import { type AdminOperationId, adminOperations } from './operations/admin-operations.ts'

/** What Fastify is told of a route, all from its row. */
export type DefineAdminRoute = (
  operationId: AdminOperationId,
  /** Where the options make a schema a closer one. */
  closer?: { body?: object },
) => Pick<RouteDefinition, 'onRequest' | 'schema' | 'config'>

/** @throws ConfigurationError where the guard is none. */
export const defineAdminRoutes = ({
  kit,
  guard,
}: {
  kit: Kit
  guard: AuthRequirements
}): DefineAdminRoute => {
  const onRequest = [guardOf(kit, guard)]
  const documented = kitOfDocument(kit, guard)
  return (operationId, closer = {}) => {
    const row = { ...adminOperations[operationId], ...closer }
    const problems = [...row.problems, ...(guard.maxAge === undefined ? [] : tooOld)]
    const operation = { ...row, problems }
    return {
      onRequest,
      schema: routeSchemaOf(operationId, operation),
      config: { swaggerTransform: createSwaggerTransform({ operation, kit: documented }) },
    }
  }
}

/** What names no pool is of the plugin's own, whichever a function would choose: its users are the operators. */
const guardOf = ({ authenticate, pools, revocation }: Kit, guard: AuthRequirements): Guard => {
  try {
    const { requireAuth } = createGuards({
      authenticate,
      check: (asked) => checkAuthRequirements(asked, { pools, revocationMode: revocation.mode }),
      ...(guard.pool === undefined && { pool: ownPool }),
    })
    return requireAuth(guard)
  } catch (error) {
    if (!(error instanceof ConfigurationError)) throw error
    throw new ConfigurationError('guard', error.message)
  }
}

const tooOld = ['TOKEN_TOO_OLD'] as const

/** Sessions, and tokens in headers of ours, are access tokens of the plugin's own pool. */
const kitOfDocument = (kit: Kit, { pool, tokenUse }: AuthRequirements): Kit => {
  if (pool === undefined && tokenUse !== 'id') return kit
  const { sessionCookie: _sessionCookie, ...rest } = kit
  return { ...rest, deliveries: ['body'] }
}
