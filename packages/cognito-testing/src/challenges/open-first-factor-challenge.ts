import type { SignIn } from '../auth-answer.ts'
import type { Pool } from '../pool.ts'
import { openChallenge } from './open-challenge.ts'

/** A challenge before anything is proved: what the user is really called is not told. */
export const openFirstFactorChallenge = (
  pool: Pool,
  signIn: SignIn,
  challenge: { name: string; parameters?: Readonly<Record<string, string>> },
): ReturnType<typeof openChallenge> => ({
  ...openChallenge(pool, signIn, { name: challenge.name, state: { isFirstFactor: true } }),
  ChallengeParameters: challenge.parameters ?? {},
})
