import type { AuthAnswer } from '../auth-answer.ts'
import type { Pool } from '../pool.ts'
import { simulateUser } from '../simulated-user.ts'
import { subjectOf } from '../subject-of.ts'
import { runCreateAuthChallenge } from '../triggers/run-create-auth-challenge.ts'
import type { CustomAttempt } from './custom-attempt.ts'
import { stillThere } from './still-there.ts'

/** In a pool of UUIDs somebody who does not exist has one, too; elsewhere the name that was typed. */
const shownName = (pool: Pool, { user, untrustedName }: CustomAttempt): string => {
  if (user) return user.username
  if (pool.settings.usernameAttributes.length === 0) return untrustedName
  const { username } = simulateUser(pool.simulationKey, untrustedName)
  pool.simulatedNames.set(username, untrustedName)
  return username
}

/** CUSTOM_CHALLENGE, with what `createAuthChallenge` made up: the private part stays here. */
export const openCustomChallenge = async (
  pool: Pool,
  attempt: CustomAttempt,
): Promise<AuthAnswer> => {
  const response = await runCreateAuthChallenge(pool, attempt)
  const current = stillThere(pool, attempt)
  const { client, user, untrustedName, customAuth } = current
  const name = 'CUSTOM_CHALLENGE'
  const session = pool.sessions.open({
    clientId: client.id,
    sub: subjectOf(pool, user, untrustedName),
    challenge: name,
    lifetime: client.lifetimes.challenge,
    customAuth: {
      ...customAuth,
      privateParameters: response.privateChallengeParameters ?? {},
      metadata: response.challengeMetadata ?? null,
    },
  })
  return {
    ChallengeName: name,
    Session: session,
    ChallengeParameters: {
      ...response.publicChallengeParameters,
      USERNAME: shownName(pool, current),
    },
  }
}
