import type { FastifyInstance } from 'fastify'
import type { Kit } from '../kit.ts'
import { type CountRequest, type CreateRateLimit, createRateLimits } from './create-rate-limits.ts'

/** By the server that they limit: routes that are mounted twice count together. */
const made = new WeakMap<Kit, WeakMap<CreateRateLimit, CountRequest>>()

/** `undefined` where nothing is to be limited, or nothing there to do it. */
export const rateLimitsOf = (fastify: FastifyInstance, kit: Kit): CountRequest | undefined => {
  const { rateLimits: presets, clientId } = kit
  const createRateLimit = createRateLimitIn(fastify)
  if (presets === false || !createRateLimit) return undefined
  const known = made.get(kit) ?? new WeakMap<CreateRateLimit, CountRequest>()
  const limits =
    known.get(createRateLimit) ?? createRateLimits({ createRateLimit, clientId, presets })
  made.set(kit, known.set(createRateLimit, limits))
  return limits
}

/** That of @fastify/rate-limit, where the app has registered it: it is not imported here. */
const createRateLimitIn = (fastify: FastifyInstance): CreateRateLimit | undefined => {
  const found: unknown = Reflect.get(fastify, 'createRateLimit')
  return typeof found === 'function' ? (found as CreateRateLimit) : undefined
}

const warned = new WeakSet<object>()

/** Once for each app. */
export const warnOfNoRateLimits = (fastify: FastifyInstance, { rateLimits }: Kit): void => {
  if (rateLimits === false || createRateLimitIn(fastify) || warned.has(fastify.server)) return
  warned.add(fastify.server)
  fastify.log.warn(
    'Nothing limits how often strangers may try. Register @fastify/rate-limit before the auth routes, or set rateLimit: false where something in front of this service limits rates.',
  )
}
