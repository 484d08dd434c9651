import type { UserStatusType, UserType } from '@aws-sdk/client-cognito-identity-provider'
import type { CustomAttributeTypes } from './attribute-types.ts'
import { attributesOf } from './attributes.ts'
import { unixSeconds } from './unix-seconds.ts'
import type { AttributeOptions, UserAttributes } from './user-attributes.ts'

/** As Cognito spells them, such as `CONFIRMED`, or `FORCE_CHANGE_PASSWORD` of who was invited. */
export type UserStatus = UserStatusType

/** A user, as whoever runs the pool sees them. */
export interface User<Options extends AttributeOptions = AttributeOptions> {
  /** The real name in the pool. */
  username: string
  attributes: UserAttributes<Options>
  status: UserStatus
  /** Whether the user may sign in. */
  enabled: boolean
  /** Unix seconds. */
  createdAt: number
  /** Unix seconds. */
  updatedAt: number
}

export const userOf = <Options extends AttributeOptions>(
  described: UserType,
  customTypes: CustomAttributeTypes,
): User<Options> => ({
  username: described.Username ?? '',
  attributes: attributesOf<Options>(described.Attributes ?? [], customTypes),
  status: described.UserStatus ?? 'UNKNOWN',
  enabled: described.Enabled ?? false,
  createdAt: unixSeconds(described.UserCreateDate) ?? 0,
  updatedAt: unixSeconds(described.UserLastModifiedDate) ?? 0,
})
