import { AwsError, notAuthorized } from './aws-error.ts'
import type { User } from './user-store.ts'

/** @throws {AwsError} when this user may not sign in, whatever the password */
export const checkMaySignIn = (user: User): void => {
  if (!user.enabled) throw notAuthorized('User is disabled.')
  if (user.status === 'UNCONFIRMED') {
    throw new AwsError('UserNotConfirmedException', 'User is not confirmed.')
  }
  if (user.status === 'RESET_REQUIRED') {
    throw new AwsError('PasswordResetRequiredException', 'Password reset required for the user')
  }
}
