import type { FirstFactorChallenge } from '../first-factors/available-challenges.ts'
import { firstFactorTable } from '../first-factors/first-factor-table.ts'
import type { AnswerChallenge } from './challenge-answer.ts'

const answerWith =
  (challenge: FirstFactorChallenge): AnswerChallenge =>
  (pool, { responses, consumeSession, session: _session, state: _state, ...signIn }) =>
    firstFactorTable[challenge].start(pool, {
      ...signIn,
      parameters: responses,
      onAccepted: consumeSession,
    })

/** PASSWORD: the password in clear. After a wrong one the same Session takes another. */
export const answerPassword: AnswerChallenge = answerWith('PASSWORD')
/** PASSWORD_SRP: SRP_A, and PASSWORD_VERIFIER is next. */
export const answerPasswordSrp: AnswerChallenge = answerWith('PASSWORD_SRP')
