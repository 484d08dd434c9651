import { AwsError } from '../aws-error.ts'
import type { Pool } from '../pool.ts'
import type { User } from '../user-store.ts'
import type { UserSession } from './user-sessions.ts'

/** @throws {AwsError} ResourceNotFoundException for one that is not of this user, or has ended */
export const findSession = (pool: Pool, user: User, untrustedId: string): UserSession => {
  const session = pool.userSessions.of(user.sub).find(({ id }) => id === untrustedId)
  if (session) return session
  throw new AwsError('ResourceNotFoundException', 'Session does not exist.')
}
