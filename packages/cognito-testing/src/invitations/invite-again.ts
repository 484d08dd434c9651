import { AwsError } from '../aws-error.ts'
import type { ClientMetadata } from '../client-metadata.ts'
import { describeUser } from '../describe-user.ts'
import { findAnyUser } from '../find-any-user.ts'
import { withPassword } from '../password-history.ts'
import type { Pool } from '../pool.ts'
import { makeUpPassword } from './make-up-password.ts'
import { type Medium, sendInvitation } from './send-invitation.ts'

/**
 * Another temporary password, which lasts as long as the first would have.
 * @throws {AwsError} UnsupportedUserStateException for a user who has a password of their own
 */
export const inviteAgain = async (
  pool: Pool,
  input: {
    untrustedName: string
    /** Empty where one is to be made up. */
    given: string
    mediums: readonly Medium[]
    clientMetadata: ClientMetadata | undefined
  },
): Promise<object> => {
  const { untrustedName, given, ...call } = input
  const user = findAnyUser(pool, untrustedName)
  if (user.status !== 'FORCE_CHANGE_PASSWORD') {
    throw new AwsError(
      'UnsupportedUserStateException',
      `Resend not possible. ${user.username} status is not FORCE_CHANGE_PASSWORD`,
    )
  }
  const password = given || makeUpPassword(pool.settings)
  const invited = pool.users.update(user.username, withPassword(pool, user, password))
  await sendInvitation(pool, { ...call, user: invited, password })
  return describeUser(pool, invited)
}
