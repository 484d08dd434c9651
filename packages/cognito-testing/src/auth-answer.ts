import type { AuthenticationResult } from './issue-tokens.ts'
import type { AppClient } from './pool-settings.ts'
import type { User } from './user-store.ts'

/** Of InitiateAuth and RespondToAuthChallenge: tokens, or the next challenge. */
export interface AuthAnswer {
  ChallengeName?: string
  Session?: string
  ChallengeParameters: Readonly<Record<string, string>>
  AuthenticationResult?: AuthenticationResult
}

/** Whoever makes a sign-in wait delays its answer, and nothing else. */
export type PendingAuthAnswer = AuthAnswer | Promise<AuthAnswer>

/** Who is signing in, and where. */
export interface SignIn {
  client: AppClient
  user: User
}
