import { AwsError } from './aws-error.ts'
import type { Clock } from './clock.ts'

/**
 * How often one user may call these in an hour.
 * Source: "Quotas in Amazon Cognito" of the developer guide; it says 5 to 20 of the last one.
 */
const hourlyLimits = {
  ResendConfirmationCode: 5,
  ConfirmSignUp: 15,
  ChangePassword: 5,
  GetUserAttributeVerificationCode: 5,
  VerifyUserAttribute: 15,
  /** ForgotPassword and ConfirmForgotPassword together. */
  ForgotPassword: 20,
} as const

export interface AttemptLimits {
  /**
   * Counts a call for the user, or whoever is asked for as one.
   * @throws {AwsError} LimitExceededException; a call that is refused does not count
   */
  count(operation: keyof typeof hourlyLimits, subject: string): void
}

export const createAttemptLimits = (clock: Clock): AttemptLimits => {
  const calls = new Map<string, readonly number[]>()
  return {
    count: (operation, subject) => {
      const key = JSON.stringify([operation, subject])
      const now = clock.now()
      const recent = (calls.get(key) ?? []).filter((at) => now - at < 3600)
      if (recent.length >= hourlyLimits[operation]) {
        throw new AwsError(
          'LimitExceededException',
          'Attempt limit exceeded, please try after some time.',
        )
      }
      calls.set(key, [...recent, now])
    },
  }
}
