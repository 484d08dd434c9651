import { checkSecretHash } from './client-secret.ts'
import { findClient } from './find-client.ts'
import type { Pool } from './pool.ts'
import type { AppClient } from './pool-settings.ts'

/**
 * The client that calls one of the five operations in which a user is named, not signed in.
 * @throws {AwsError} for an unknown client or a wrong secret hash, whoever is named
 */
export const accountClient = (
  pool: Pool,
  input: { ClientId: string; Username: string; SecretHash?: string },
): AppClient => {
  const client = findClient(pool, input.ClientId)
  checkSecretHash(pool, { client, username: input.Username, untrustedHash: input.SecretHash })
  return client
}
