import type { CustomAttempt } from '../custom-auth/custom-attempt.ts'
import type { Pool } from '../pool.ts'
import { eventAttributes } from './event-attributes.ts'

/** What every trigger of CUSTOM_AUTH is told, beside what it is called for. */
export const customAuthRequest = (
  pool: Pool,
  { client, user, clientMetadata }: CustomAttempt,
): object => ({
  userAttributes: user ? eventAttributes(pool, user) : {},
  clientMetadata,
  ...(client.preventUserExistenceErrors && { userNotFound: user === undefined }),
})
