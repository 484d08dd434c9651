import { AwsError } from '../aws-error.ts'

/** Of a key that is no device of this user, or is one no more. */
export const deviceNotFound = (): AwsError =>
  new AwsError('ResourceNotFoundException', 'Device does not exist.')
