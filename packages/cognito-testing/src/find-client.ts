import { AwsError } from './aws-error.ts'
import type { Pool } from './pool.ts'
import type { AppClient } from './pool-settings.ts'

/** @throws {AwsError} ResourceNotFoundException */
export const findClient = (pool: Pool, untrustedId: string): AppClient => {
  const client = pool.settings.clients.find(({ id }) => id === untrustedId)
  if (client) return client
  throw new AwsError('ResourceNotFoundException', `User pool client ${untrustedId} does not exist.`)
}
