import { AwsError } from './aws-error.ts'
import type { Pool } from './pool.ts'

/** @throws {AwsError} ResourceNotFoundException for the id of any other pool */
export const checkUserPoolId = ({ settings }: Pool, untrustedId: string): void => {
  if (untrustedId === settings.userPoolId) return
  throw new AwsError('ResourceNotFoundException', `User pool ${untrustedId} does not exist.`)
}
