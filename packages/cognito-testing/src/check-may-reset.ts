import { notAuthorized } from './aws-error.ts'
import type { UserStatus } from './options.ts'
import type { User } from './user-store.ts'

const statesWithoutReset: readonly UserStatus[] = ['UNCONFIRMED', 'FORCE_CHANGE_PASSWORD']

/** Of a user whom no code can be sent to. */
export const noWayToRecover =
  'Cannot reset password for the user as there is no registered/verified email or phone_number'

/** @throws {AwsError} for a user without a password of their own */
export const checkMayReset = ({ status }: User): void => {
  if (statesWithoutReset.includes(status)) {
    throw notAuthorized('User password cannot be reset in the current state.')
  }
}
