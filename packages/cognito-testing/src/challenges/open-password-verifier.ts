import type { AuthAnswer } from '../auth-answer.ts'
import type { SessionState } from '../challenge-sessions.ts'
import type { Pool } from '../pool.ts'
import type { AppClient } from '../pool-settings.ts'
import { subjectOf } from '../subject-of.ts'
import type { User } from '../user-store.ts'
import { passwordIdentity } from './password-identity.ts'
import { startSrpExchange } from './start-srp-exchange.ts'

/** PASSWORD_VERIFIER, for users who exist and (where hidden) who do not. */
export const openPasswordVerifier = (
  pool: Pool,
  input: {
    client: AppClient
    user: User | undefined
    untrustedName: string
    /** A */
    clientPublic: bigint
    /** What its Session carries; undefined in USER_SRP_AUTH, which has no Session. */
    state: SessionState | undefined
  },
): AuthAnswer => {
  const { client, user, untrustedName, clientPublic, state } = input
  const identity = passwordIdentity(pool, user, untrustedName)
  const session =
    state &&
    pool.sessions.open({
      ...state,
      clientId: client.id,
      sub: subjectOf(pool, user, untrustedName),
      challenge: 'PASSWORD_VERIFIER',
      lifetime: client.lifetimes.challenge,
    })
  const { username } = identity
  return {
    ChallengeName: 'PASSWORD_VERIFIER',
    ...(session !== undefined && { Session: session }),
    ChallengeParameters: {
      ...startSrpExchange(pool, { client, identity, clientPublic, session }),
      USERNAME: username,
      USER_ID_FOR_SRP: username,
    },
  }
}
