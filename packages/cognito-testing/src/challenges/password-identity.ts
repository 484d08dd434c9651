import type { Pool } from '../pool.ts'
import { type SimulatedUser, simulateUser } from '../simulated-user.ts'
import type { User } from '../user-store.ts'

/**
 * What a password is proved for. Of a user who has none, or does not exist, something is shown that
 * no password fits.
 */
export const passwordIdentity = (
  pool: Pool,
  user: User | undefined,
  untrustedName: string,
): SimulatedUser => {
  const credential = user?.credential
  if (user && credential) {
    return { username: user.username, salt: credential.salt, verifier: credential.verifier() }
  }
  const simulated = simulateUser(pool.simulationKey, untrustedName)
  if (user) return { ...simulated, username: user.username }
  pool.simulatedNames.set(simulated.username, untrustedName)
  return simulated
}
