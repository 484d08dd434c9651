import { wrongCredentials } from '../aws-error.ts'
import type { Pool } from '../pool.ts'
import type { CustomAttempt } from './custom-attempt.ts'

/**
 * The attempt with the user as they are after a trigger was waited for. Whoever did not exist at its
 * beginning does not for all of it.
 * @throws {AwsError} where the user is gone
 */
export const stillThere = ({ users }: Pool, attempt: CustomAttempt): CustomAttempt => {
  if (!attempt.user) return attempt
  const user = users.get(attempt.user.username)
  if (user?.sub !== attempt.user.sub) throw wrongCredentials()
  return { ...attempt, user }
}
