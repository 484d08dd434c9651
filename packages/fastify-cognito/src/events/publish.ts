import { channel } from 'node:diagnostics_channel'
import type { ProblemCode } from '../http-status.ts'
import type { RefreshOutcome } from '../session/renewal.ts'

/** What subscribers of the channel are told. Never a token. */
export interface RefreshEvent {
  outcome: RefreshOutcome | 'failed'
  code?: ProblemCode
  /** Whose refresh token it was: a session's, or one that a client sent. */
  where: 'session' | 'token'
}

const refreshes = channel('@x/fastify-cognito:refresh')

export const publishRefresh = (event: RefreshEvent): void => {
  if (refreshes.hasSubscribers) refreshes.publish(event)
}
