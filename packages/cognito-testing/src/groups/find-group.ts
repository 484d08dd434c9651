import { AwsError } from '../aws-error.ts'
import type { Pool } from '../pool.ts'
import type { Group } from './group-store.ts'

/** @throws {AwsError} ResourceNotFoundException */
export const findGroup = ({ groups }: Pool, untrustedName: string): Group => {
  const group = groups.get(untrustedName)
  if (group) return group
  throw new AwsError('ResourceNotFoundException', 'Group not found.')
}
