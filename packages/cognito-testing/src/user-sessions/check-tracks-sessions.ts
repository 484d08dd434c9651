import { AwsError } from '../aws-error.ts'
import type { Pool } from '../pool.ts'

/** @throws {AwsError} in words of this pool: AWS does not say what it answers */
export const checkTracksSessions = ({ userSessions }: Pool): void => {
  if (userSessions.tracking().isOn) return
  throw new AwsError(
    'OperationNotEnabledException',
    'Session tracking is not enabled for this user pool.',
  )
}
