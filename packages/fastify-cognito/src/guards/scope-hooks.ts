import type { FastifyInstance } from 'fastify'
import type { Guards } from '../auth/guards.ts'

/**
 * Whether a guard is among the hooks that a scope adds to all of its routes. Fastify tells nobody which there
 * are but by a member that it keeps to itself; where that is gone, a report names a few routes too many.
 */
export const isGuardedByScope = (scope: FastifyInstance, guards: Guards): boolean => {
  const hooks = Object(Reflect.get(scope, symbolOf(scope) ?? '')) as Record<string, unknown>
  return ['onRequest', 'preParsing', 'preValidation', 'preHandler']
    .flatMap((name) => [hooks[name] ?? []].flat())
    .some((hook) => guards.askedBy(hook) !== undefined)
}

/** Scopes inherit from one another. */
const symbolOf = (scope: object): symbol | undefined => {
  const found = Object.getOwnPropertySymbols(scope).find(
    ({ description }) => description === 'fastify.hooks',
  )
  if (found) return found
  const around: unknown = Object.getPrototypeOf(scope)
  return typeof around === 'object' && around !== null ? symbolOf(around) : undefined
}
