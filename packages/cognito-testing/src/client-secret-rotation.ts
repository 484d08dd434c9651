import { AwsError } from './aws-error.ts'
import { refuse } from './option-checks.ts'
import type { Pool } from './pool.ts'

export interface ClientSecretRotation {
  /**
   * Gives a client, by default the first, a second secret: both are good until one is deleted.
   * @throws {TypeError} for a client that has two, or none
   */
  rotateClientSecret(clientId?: string): string
  /**
   * What is signed with that secret is refused from now on.
   * @throws {TypeError} for a secret that the client does not have, and for its last
   */
  deleteClientSecret(secret: string, clientId?: string): void
}

/** What the operations would refuse is a mistake in the test that calls. */
const refusing = <T>(called: string, act: () => T): T => {
  try {
    return act()
  } catch (error) {
    if (error instanceof AwsError) return refuse(called, `is refused: ${error.message}`)
    throw error
  }
}

export const clientSecretRotation = (pool: Pool): ClientSecretRotation => {
  const [{ id: firstId }] = pool.settings.clients
  const { clientSecrets } = pool
  return {
    rotateClientSecret: (clientId = firstId) =>
      refusing('rotateClientSecret', () => clientSecrets.add(clientId).value),
    deleteClientSecret: (secret, clientId = firstId) => {
      const { id = '' } = clientSecrets.of(clientId).find(({ value }) => value === secret) ?? {}
      refusing('deleteClientSecret', () => clientSecrets.remove(clientId, id))
    },
  }
}
