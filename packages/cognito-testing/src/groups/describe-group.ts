import type { Pool } from '../pool.ts'
import type { Group } from './group-store.ts'

/** GroupType */
export const describeGroup = ({ settings }: Pool, group: Group): object => ({
  GroupName: group.name,
  UserPoolId: settings.userPoolId,
  Description: group.description,
  RoleArn: group.roleArn,
  Precedence: group.precedence,
  LastModifiedDate: group.modifiedAt,
  CreationDate: group.createdAt,
})
