import type { FastifyInstance, FastifyReply, FastifyRequest } from 'fastify'
import type { Guard } from '../auth/guards.ts'
import { publishRefusal } from '../events/publish.ts'
import { refusalIn } from '../problems/refusal-in.ts'
import { markIn } from './guard-mark.ts'
import type { GuardableRoute } from './route-guard.ts'

/**
 * Guards routes of this scope that have no guard among their hooks: those that came before the plugin, as
 * where its `register` was not awaited, and those that a later `onRoute` hook has changed. What their config
 * asks must not go unheard.
 */
export const guardByScope = (
  fastify: FastifyInstance,
  guardOf: (route: GuardableRoute) => Guard | undefined,
): void => {
  const guardOfEarly = ({ routeOptions, is404 }: FastifyRequest): Guard | undefined => {
    const { config, method, url = '' } = routeOptions
    return is404 ? undefined : guardOf({ config, method, url })
  }
  fastify.addHook('onRequest', (request, reply, done) => {
    const mark = markIn(request.routeOptions.config)
    const guard = mark ? mark.late : guardOfEarly(request)
    if (guard) run(guard, request, reply).then(() => done(), done)
    else done()
  })
}

/** The error handler of such a route may be none of ours, which would tell of a refusal. */
const run = async (guard: Guard, request: FastifyRequest, reply: FastifyReply): Promise<void> => {
  try {
    await guard(request, reply)
  } catch (error) {
    const refusal = refusalIn(error)
    if (refusal) publishRefusal(refusal, request)
    throw error
  }
}
