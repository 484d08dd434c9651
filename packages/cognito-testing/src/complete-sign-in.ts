import type { AuthAnswer, SignIn } from './auth-answer.ts'
import { wrongCredentials } from './aws-error.ts'
import { checkMaySignIn } from './check-may-sign-in.ts'
import { issueTokens } from './issue-tokens.ts'
import type { Pool } from './pool.ts'
import { runPostAuthentication } from './triggers/run-post-authentication.ts'
import { runPreTokenGeneration } from './triggers/run-pre-token-generation.ts'
import type { User } from './user-store.ts'

/** The user as they are after something was waited for. @throws {AwsError} */
const current = ({ users }: Pool, { username, sub }: User): User => {
  const user = users.get(username)
  if (user?.sub !== sub) throw wrongCredentials()
  checkMaySignIn(user)
  return user
}

/** Signs the user in: the last step of every flow. Nothing before it can be answered again. */
export const completeSignIn = async (pool: Pool, signIn: SignIn): Promise<AuthAnswer> => {
  const { settings, refreshTokens } = pool
  const { client, hasNewPassword } = signIn
  await runPostAuthentication(pool, signIn)
  const customization = await runPreTokenGeneration(pool, {
    ...signIn,
    user: current(pool, signIn.user),
    source: hasNewPassword ? 'NewPasswordChallenge' : 'Authentication',
  })
  const user = current(pool, signIn.user)
  const { grant, refreshToken } = refreshTokens.start({ client, user })
  const tokens = issueTokens({ settings, client, user, grant, now: grant.authTime, customization })
  return {
    ChallengeParameters: {},
    AuthenticationResult: { ...tokens, RefreshToken: refreshToken },
  }
}
