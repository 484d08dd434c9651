import { channel } from 'node:diagnostics_channel'
import type { FastifyRequest } from 'fastify'
import type { Refusal } from '../problems/refusal.ts'
import { channels, type RefreshEvent, type RefusalEvent } from './channels.ts'

const refreshes = channel(channels.refresh)
const refusals = channel(channels.refusal)

/** An error may pass several handlers before it is answered. */
const told = new WeakSet<FastifyRequest>()

export const publishRefresh = (event: RefreshEvent): void => {
  if (refreshes.hasSubscribers) refreshes.publish(event)
}

/** Once for each request. */
export const publishRefusal = ({ code, statusCode }: Refusal, request: FastifyRequest): void => {
  if (!refusals.hasSubscribers || told.has(request)) return
  told.add(request)
  const { url: route } = request.routeOptions
  const event: RefusalEvent = {
    code,
    statusCode,
    method: request.method,
    ...(route !== undefined && { route }),
  }
  refusals.publish(event)
}
