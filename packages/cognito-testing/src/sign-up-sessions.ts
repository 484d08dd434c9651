import type { SignIn } from './auth-answer.ts'
import type { Pool } from './pool.ts'

/** What the Sessions of a sign-up are for: to confirm it, and then to sign in at once. */
export const signUpSteps = { confirm: 'SIGN_UP', signIn: 'CONFIRMED_SIGN_UP' } as const

/** The Session for what comes next, where the client may sign in with it in the end. */
export const openSignUpSession = (pool: Pool, { client, user }: SignIn): { Session?: string } => {
  if (!client.flows.includes('ALLOW_USER_AUTH')) return {}
  return {
    Session: pool.sessions.open({
      clientId: client.id,
      sub: user.sub,
      challenge: user.status === 'CONFIRMED' ? signUpSteps.signIn : signUpSteps.confirm,
      lifetime: client.lifetimes.challenge,
    }),
  }
}
