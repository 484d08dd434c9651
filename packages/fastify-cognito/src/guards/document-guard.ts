import type { FastifySchema, RouteOptions } from 'fastify'
import type { Asked } from '../auth/guards.ts'

/** The names of the security schemes by which a guard can be passed. */
export interface Schemes {
  /** Where there are sessions, or tokens in headers of their own. */
  own: readonly string[]
  bearer: string
}

interface DocumentedSchema extends FastifySchema {
  security?: readonly Readonly<Record<string, readonly string[]>>[]
}

/** What a document of the API says of a guarded route, unless it says something itself. */
export const documentGuard = (
  route: RouteOptions,
  { asked: { requirements, isOptional }, schemes }: { asked: Asked; schemes: Schemes },
): void => {
  const schema: DocumentedSchema = route.schema ?? {}
  if (schema.security) return
  const isOwnAccess = requirements.pool === undefined && requirements.tokenUse !== 'id'
  const ways = [...(isOwnAccess ? schemes.own : []), schemes.bearer].map((name) => ({ [name]: [] }))
  const documented: DocumentedSchema = {
    ...schema,
    security: [...ways, ...(isOptional ? [{}] : [])],
  }
  route.schema = documented
}
