import { invalidParameter, notAuthorized } from '../aws-error.ts'
import type { SessionState } from '../challenge-sessions.ts'
import { checkMaySignIn } from '../check-may-sign-in.ts'
import type { Pool } from '../pool.ts'
import { readAccessToken } from '../read-access-token.ts'
import type { User } from '../user-store.ts'
import { checkHasNoFactor } from './check-has-no-factor.ts'

export interface MfaCaller {
  user: User
  /** In place of the Session that came, where one did: that is used up. */
  nextSession(state: SessionState): { Session?: string }
}

const callerOfSession = (pool: Pool, untrustedSession: string): MfaCaller => {
  const challenge = 'MFA_SETUP'
  const known = pool.sessions.identify({ untrustedSession, challenge })
  const user = pool.users.all().find(({ sub }) => sub === known.sub)
  const client = pool.settings.clients.find(({ id }) => id === known.clientId)
  if (!user || !client) throw notAuthorized('Invalid session for the user.')
  checkMaySignIn(user)
  checkHasNoFactor(pool, user)
  return {
    user,
    nextSession: (state) => {
      pool.sessions.consume(untrustedSession)
      const lifetime = client.lifetimes.challenge
      return { Session: pool.sessions.open({ ...known, ...state, lifetime }) }
    },
  }
}

/**
 * Who sets up an authenticator app: somebody who is signed in, or who has to before they are.
 * @throws {AwsError}
 */
export const readMfaCaller = (
  pool: Pool,
  untrusted: { AccessToken?: string; Session?: string },
): MfaCaller => {
  const { AccessToken: untrustedToken, Session: untrustedSession } = untrusted
  if (untrustedToken !== undefined) {
    const { user } = readAccessToken(pool, untrustedToken)
    return { user, nextSession: () => ({}) }
  }
  if (untrustedSession !== undefined) return callerOfSession(pool, untrustedSession)
  throw invalidParameter('Either AccessToken or Session is required')
}
