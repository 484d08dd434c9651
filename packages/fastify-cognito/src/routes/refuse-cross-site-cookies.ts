import type { onRequestHookHandler } from 'fastify'
import type { Kit } from '../kit.ts'

/** An `onRequest` hook for routes that read or set cookies of ours. */
export const refuseCrossSiteCookies =
  ({ deliveryFor, sessions, refuseCrossSite }: Kit): onRequestHookHandler =>
  (request, _reply, done) => {
    if (deliveryFor(request) === 'cookie' || sessions?.isSent(request)) refuseCrossSite(request)
    done()
  }
