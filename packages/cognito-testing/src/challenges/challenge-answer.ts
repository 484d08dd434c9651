import type { AuthAnswer, SignIn } from '../auth-answer.ts'
import type { SessionState } from '../challenge-sessions.ts'
import type { Pool } from '../pool.ts'
import type { AuthParameters } from '../require-parameter.ts'

/** An answer whose client, user and Session have been checked. */
export interface ChallengeAnswer extends SignIn {
  responses: AuthParameters
  session: string
  state: SessionState
  /**
   * Ends the Session; called once nothing can be refused any more.
   * @throws {AwsError} when another answer was first, while this one was waited for
   */
  consumeSession: () => void
}

export type AnswerChallenge = (pool: Pool, answer: ChallengeAnswer) => Promise<AuthAnswer>
