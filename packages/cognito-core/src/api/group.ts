import type { GroupType } from '@aws-sdk/client-cognito-identity-provider'
import { unixSeconds } from './unix-seconds.ts'

/** A group of a user pool. Its name stands in the tokens of its members, under `cognito:groups`. */
export interface UserGroup {
  name: string
  description?: string
  /** The role that members may take on in AWS, by an identity pool. */
  roleArn?: string
  /** Of several groups of a user the one with the lowest gives the preferred role. */
  precedence?: number
  /** Unix seconds. */
  createdAt: number
  /** Unix seconds. */
  updatedAt: number
}

export const groupOf = (described: GroupType): UserGroup => ({
  name: described.GroupName ?? '',
  ...(described.Description && { description: described.Description }),
  ...(described.RoleArn && { roleArn: described.RoleArn }),
  ...(described.Precedence !== undefined && { precedence: described.Precedence }),
  createdAt: unixSeconds(described.CreationDate) ?? 0,
  updatedAt: unixSeconds(described.LastModifiedDate) ?? 0,
})
