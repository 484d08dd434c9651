import type { onRequestHookHandler } from 'fastify'
import type { Kit } from '../kit.ts'

/** An `onRequest` hook for routes that read or set cookies of ours. */
export const refuseCrossSiteCookies =
  ({ deliveryFor, sessions, pending, signUps, refuseCrossSite }: Kit): onRequestHookHandler =>
  (request, _reply, done) => {
    const isByCookie = deliveryFor(request) === 'cookie'
    if (isByCookie || [sessions, pending, signUps].some((kept) => kept?.isSent(request))) {
      refuseCrossSite(request)
    }
    done()
  }
