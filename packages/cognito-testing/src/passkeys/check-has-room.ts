import { AwsError } from '../aws-error.ts'
import type { User } from '../user-store.ts'

/** Source: "Quotas in Amazon Cognito" of the developer guide. */
const mostPasskeys = 20

/** @throws {AwsError} LimitExceededException for a user who has all the passkeys one can have */
export const checkHasRoom = ({ passkeys }: User): void => {
  if (passkeys.length < mostPasskeys) return
  throw new AwsError('LimitExceededException', `A user can have ${mostPasskeys} passkeys.`)
}
