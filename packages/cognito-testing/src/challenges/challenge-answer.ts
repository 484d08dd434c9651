import type { PendingAuthAnswer } from '../auth-answer.ts'
import type { Pool } from '../pool.ts'
import type { AppClient } from '../pool-settings.ts'
import type { AuthParameters } from '../require-parameter.ts'
import type { User } from '../user-store.ts'

/** An answer whose client, user and Session have been checked. */
export interface ChallengeAnswer {
  client: AppClient
  user: User
  responses: AuthParameters
  /** Ends the Session; called once nothing can be refused any more. */
  consumeSession: () => void
}

export type AnswerChallenge = (pool: Pool, answer: ChallengeAnswer) => PendingAuthAnswer
