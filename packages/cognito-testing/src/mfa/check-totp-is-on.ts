import { AwsError } from '../aws-error.ts'
import type { PoolSettings } from '../pool-settings.ts'

/** @throws {AwsError} SoftwareTokenMFANotFoundException */
export const checkTotpIsOn = ({ mfa, mfaMethods }: PoolSettings): void => {
  if (mfa === 'off' || !mfaMethods.includes('totp')) {
    throw new AwsError(
      'SoftwareTokenMFANotFoundException',
      'Software Token MFA has not been enabled by the userPool',
    )
  }
}
