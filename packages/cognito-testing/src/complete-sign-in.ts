import type { AuthAnswer, SignIn } from './auth-answer.ts'
import { issueTokens } from './issue-tokens.ts'
import type { Pool } from './pool.ts'
import type { Grant } from './refresh-tokens.ts'

/** AWS's AuthenticationResult. */
export interface AuthenticationResult {
  AccessToken: string
  /** Seconds until the access token expires. */
  ExpiresIn: number
  TokenType: 'Bearer'
  RefreshToken?: string
  IdToken: string
}

export const authenticationResult = (
  pool: Pool,
  input: SignIn & { grant: Grant; now: number },
): AuthenticationResult => {
  const { accessToken, idToken, expiresIn } = issueTokens({ settings: pool.settings, ...input })
  return { AccessToken: accessToken, ExpiresIn: expiresIn, TokenType: 'Bearer', IdToken: idToken }
}

/** Signs the user in: the last step of every flow. */
export const completeSignIn = (pool: Pool, { client, user }: SignIn): AuthAnswer => {
  const { grant, refreshToken } = pool.refreshTokens.start({ client, username: user.username })
  const result = authenticationResult(pool, { client, user, grant, now: grant.authTime })
  return {
    ChallengeParameters: {},
    AuthenticationResult: { ...result, RefreshToken: refreshToken },
  }
}
