import type { PendingAuthAnswer, SignIn } from './auth-answer.ts'
import { issueTokens } from './issue-tokens.ts'
import type { Pool } from './pool.ts'

/** Signs the user in: the last step of every flow. */
export const completeSignIn = (pool: Pool, { client, user }: SignIn): PendingAuthAnswer => {
  const { settings, refreshTokens } = pool
  const { grant, refreshToken } = refreshTokens.start({ client, user })
  const tokens = issueTokens({ settings, client, user, grant, now: grant.authTime })
  return {
    ChallengeParameters: {},
    AuthenticationResult: { ...tokens, RefreshToken: refreshToken },
  }
}
