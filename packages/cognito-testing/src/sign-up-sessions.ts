import type { SignIn } from './auth-answer.ts'
import type { Pool } from './pool.ts'

/** What the Sessions of a sign-up are for: to confirm it, and to sign in without a password then. */
export type SignUpStep = 'SIGN_UP' | 'CONFIRMED_SIGN_UP'

/** The Session of the answer, where the client may sign in with it. */
export const openSignUpSession = (
  pool: Pool,
  { client, user }: SignIn,
  step: SignUpStep,
): { Session?: string } => {
  if (!client.flows.includes('ALLOW_USER_AUTH')) return {}
  const binding = { clientId: client.id, sub: user.sub, challenge: step }
  return { Session: pool.sessions.open({ ...binding, lifetime: client.lifetimes.challenge }) }
}
