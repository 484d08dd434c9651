import type { FastifySchema, RouteOptions } from 'fastify'
import type { Asked } from '../auth/guards.ts'

/** A route of the app that a guard of ours may stand before. */
export interface GuardedRoute {
  route: RouteOptions
  /** Known once all hooks are there. */
  asked(): Asked | undefined
  /** Whether its schemas are for Fastify's own compilers, and not of another kind. */
  isJsonSchema: boolean
  /** Whether what a guard refuses there is answered as a problem. */
  answersProblems(): boolean
}

export interface DocumentedSchema extends Omit<FastifySchema, 'response'> {
  security?: readonly Readonly<Record<string, readonly string[]>>[]
  response?: Readonly<Record<string, unknown>>
}

/** What is said of a route, besides or in place of what its own schema says. */
export type DescribeGuarded = (
  guarded: Pick<GuardedRoute, 'isJsonSchema' | 'answersProblems'> & {
    asked: Asked
    schema: DocumentedSchema
  },
) => DocumentedSchema

export interface GuardedRoutes {
  add(guarded: GuardedRoute): void
  /** Once for each document, which must not have come to them yet. */
  describeIn(document: object, describe: DescribeGuarded): void
}

export const createGuardedRoutes = (): GuardedRoutes => {
  const all: GuardedRoute[] = []
  const described = new WeakSet<object>()
  const schemas = new Map<RouteOptions, DocumentedSchema>()

  const schemaOf = (route: RouteOptions): DocumentedSchema => {
    const schema = schemas.get(route) ?? ((route.schema ?? {}) as DocumentedSchema)
    schemas.set(route, schema)
    return schema
  }

  return {
    add: (guarded) => {
      all.push(guarded)
    },
    describeIn: (document, describe) => {
      if (described.has(document)) return
      described.add(document)
      for (const guarded of all) {
        const asked = guarded.asked()
        if (!asked) continue
        const { route } = guarded
        const schema = schemaOf(route)
        // Fastify has compiled what was there, so only a document sees this.
        route.schema = describe({ ...guarded, asked, schema })
      }
    },
  }
}
