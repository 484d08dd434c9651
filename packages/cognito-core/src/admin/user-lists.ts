import { type AuthEvent, authEventOf } from '../api/auth-event.ts'
import { type Listing, listing } from '../api/listing.ts'
import { pageSizeIn } from '../api/page-size.ts'
import { type User, userOf } from '../api/user.ts'
import type { AttributeOptions, UserAttributes } from '../api/user-attributes.ts'
import { filterText, type UserFilter } from '../api/user-filter.ts'
import { invalidInput } from '../invalid-input.ts'
import { requireGroupName } from '../require-group-name.ts'
import { requireNames } from '../require-names.ts'
import type { AdminCall, AdminContext } from './admin-context.ts'
import { userMembers } from './user-members.ts'

export interface ListUsersInput<Options extends AttributeOptions = AttributeOptions> {
  /** One condition, such as `{ email: { startsWith: 'ada@' } }`. */
  filter?: UserFilter
  /**
   * Only these are told; Cognito refuses where one of the users has no value of them.
   *
   * @default all
   */
  attributes?: readonly (Exclude<keyof UserAttributes<Options>, 'sub'> & string)[]
  /** 1 to 60. @default 60 */
  pageSize?: number
}

/** Lists are as Cognito knows them: what was done within the last moments may be missing. */
export interface UserListsApi<Options extends AttributeOptions = AttributeOptions> {
  /** @throws CognitoError, when its first page is asked for, as every list. */
  list(input?: ListUsersInput<Options>, call?: AdminCall): Listing<User<Options>>

  /** @throws CognitoError, such as `COGNITO_GROUP_NOT_FOUND`. */
  inGroup(input: { group: string; pageSize?: number }, call?: AdminCall): Listing<User<Options>>

  /**
   * What the user did. Needs a pool with threat protection:
   * `COGNITO_MISCONFIGURED.threatProtection` where it has none.
   *
   * @throws CognitoError, such as `COGNITO_USER_NOT_FOUND`.
   */
  authEvents(input: { username: string; pageSize?: number }, call?: AdminCall): Listing<AuthEvent>
}

export const userListsApi = <Options extends AttributeOptions>(
  context: AdminContext,
): UserListsApi<Options> => {
  const { send, userPoolId: UserPoolId, customAttributes } = context
  return {
    list: (input = {}, call) =>
      listing(async (cursor) => {
        const { Users = [], PaginationToken: next } = await send(
          'ListUsers',
          {
            UserPoolId,
            Limit: pageSizeIn(input),
            ...(input.filter !== undefined && { Filter: filterText(input.filter) }),
            ...(input.attributes !== undefined && { AttributesToGet: namesIn(input.attributes) }),
            ...(cursor !== undefined && { PaginationToken: cursor }),
          },
          call,
        )
        return { items: Users.map((user) => userOf<Options>(user, customAttributes)), next }
      }),

    inGroup: (input, call) =>
      listing(async (cursor) => {
        const GroupName = requireGroupName('group', input?.group)
        const { Users = [], NextToken: next } = await send(
          'ListUsersInGroup',
          {
            UserPoolId,
            GroupName,
            Limit: pageSizeIn(input),
            ...(cursor !== undefined && { NextToken: cursor }),
          },
          call,
        )
        return { items: Users.map((user) => userOf<Options>(user, customAttributes)), next }
      }),

    authEvents: (input, call) =>
      listing(async (cursor) => {
        const { AuthEvents = [], NextToken: next } = await send(
          'AdminListUserAuthEvents',
          {
            ...userMembers(context, input),
            MaxResults: pageSizeIn(input),
            ...(cursor !== undefined && { NextToken: cursor }),
          },
          call,
        )
        return { items: AuthEvents.map(authEventOf), next }
      }),
  }
}

/** Cognito refuses `sub`, which every list has where no attributes are named. */
const namesIn = (attributes: unknown): string[] => {
  const names = requireNames('attributes', attributes)
  const sub = names.indexOf('sub')
  if (sub === -1) return names
  throw invalidInput('COGNITO_INVALID_INPUT.notListed', `attributes[${sub}]`)
}
