import type { ProblemCode } from '../http-status.ts'
import type { RefreshOutcome } from '../session/renewal.ts'

/** Tokens were needed, whoever asked Cognito for them. */
export interface RefreshEvent {
  /** `'made'`: Cognito gave them; `'joined'`: to another request under way; `'remembered'`: a moment ago. */
  outcome: RefreshOutcome | 'failed'
  /** Why it failed. */
  code?: ProblemCode
  /** Whose refresh token it was: a session's, or one that a client sent. */
  where: 'session' | 'token'
}

/** A request was refused, by a route of this plugin, a guard or a hook. */
export interface RefusalEvent {
  code: ProblemCode
  statusCode: number
  method: string
  /** The pattern, such as `/orders/:id`, and never the URL; left out where no route was met. */
  route?: string
}

/** What this package tells to whoever subscribes: the names of channels of `node:diagnostics_channel`. */
export const channels = {
  refresh: '@x/fastify-cognito:refresh',
  refusal: '@x/fastify-cognito:refusal',
} as const
