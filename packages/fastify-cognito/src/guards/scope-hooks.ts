import type { FastifyInstance } from 'fastify'
import type { Asked, Guards } from '../auth/guards.ts'

/**
 * What is asked by a guard that is among the hooks that a scope adds to all of its routes. Fastify tells nobody which there
 * are but by a member that it keeps to itself; where that is gone, a report names a few routes too many, and a
 * document tells of a few guards too few.
 */
export const askedByScope = (
  scope: FastifyInstance,
  guards: Pick<Guards, 'askedBy'>,
): Asked | undefined => {
  const hooks = Object(Reflect.get(scope, symbolOf(scope) ?? '')) as Record<string, unknown>
  const asked = ['onRequest', 'preParsing', 'preValidation', 'preHandler']
    .flatMap((name) => [hooks[name] ?? []].flat())
    .flatMap((hook) => guards.askedBy(hook) ?? [])
  return asked.find(({ isOptional }) => !isOptional) ?? asked[0]
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
