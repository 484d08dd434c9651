import { groupOf, type UserGroup } from '../api/group.ts'
import { type Listing, listing } from '../api/listing.ts'
import { pageSizeIn } from '../api/page-size.ts'
import type { User } from '../api/user.ts'
import type { AttributeOptions } from '../api/user-attributes.ts'
import { CognitoError } from '../errors/cognito-error.ts'
import { requireGroupName } from '../require-group-name.ts'
import { requireText } from '../require-text.ts'
import { requireWholeNumber } from '../require-whole-number.ts'
import type { AdminCall, AdminContext } from './admin-context.ts'
import { userListsApi } from './user-lists.ts'
import { userMembers } from './user-members.ts'

export type GroupInput = Pick<UserGroup, 'name' | 'description' | 'roleArn' | 'precedence'>

/** The groups of a pool. Whoever is added to one has it in the tokens of the next sign-in or refresh. */
export interface GroupsApi<Options extends AttributeOptions = AttributeOptions> {
  /** @throws CognitoError, such as `COGNITO_GROUP_EXISTS`. */
  create(input: GroupInput, call?: AdminCall): Promise<UserGroup>

  /** @throws CognitoError, such as `COGNITO_GROUP_NOT_FOUND`, as everything about a group. */
  get(input: { name: string }, call?: AdminCall): Promise<UserGroup>

  /** Changes what is given; a group keeps its name. @throws CognitoError */
  update(input: GroupInput, call?: AdminCall): Promise<UserGroup>

  /** Its members stay. @throws CognitoError */
  delete(input: { name: string }, call?: AdminCall): Promise<void>

  /** Who is a member already stays one. @throws CognitoError */
  add(input: { group: string; username: string }, call?: AdminCall): Promise<void>

  /** Who is no member stays none. @throws CognitoError */
  remove(input: { group: string; username: string }, call?: AdminCall): Promise<void>

  /** @throws CognitoError, when its first page is asked for, as every list. */
  list(input?: { pageSize?: number }, call?: AdminCall): Listing<UserGroup>

  /** The same as `users.inGroup`. @throws CognitoError */
  members(input: { group: string; pageSize?: number }, call?: AdminCall): Listing<User<Options>>

  /** @throws CognitoError, such as `COGNITO_USER_NOT_FOUND`. */
  ofUser(input: { username: string; pageSize?: number }, call?: AdminCall): Listing<UserGroup>
}

export const groupsApi = <Options extends AttributeOptions>(
  context: AdminContext,
): GroupsApi<Options> => {
  const { send, userPoolId: UserPoolId } = context
  const nameMembers = (input: { name: string }) => ({
    UserPoolId,
    GroupName: requireGroupName('name', input?.name),
  })
  const memberMembers = (input: { group: string; username: string }) => ({
    ...userMembers(context, input),
    GroupName: requireGroupName('group', input.group),
  })

  return {
    create: async (input, call) =>
      told(await send('CreateGroup', { ...nameMembers(input), ...detailsIn(input) }, call)),

    get: async (input, call) => told(await send('GetGroup', nameMembers(input), call)),

    update: async (input, call) =>
      told(await send('UpdateGroup', { ...nameMembers(input), ...detailsIn(input) }, call)),

    delete: async (input, call) => {
      await send('DeleteGroup', nameMembers(input), call)
    },

    add: async (input, call) => {
      await send('AdminAddUserToGroup', memberMembers(input), call)
    },

    remove: async (input, call) => {
      await send('AdminRemoveUserFromGroup', memberMembers(input), call)
    },

    list: (input, call) =>
      listing(async (cursor) => {
        const { Groups = [], NextToken: next } = await send(
          'ListGroups',
          { UserPoolId, Limit: pageSizeIn(input), ...nextMember(cursor) },
          call,
        )
        return { items: Groups.map(groupOf), next }
      }),

    members: userListsApi<Options>(context).inGroup,

    ofUser: (input, call) =>
      listing(async (cursor) => {
        const { Groups = [], NextToken: next } = await send(
          'AdminListGroupsForUser',
          { ...userMembers(context, input), Limit: pageSizeIn(input), ...nextMember(cursor) },
          call,
        )
        return { items: Groups.map(groupOf), next }
      }),
  }
}

const nextMember = (cursor: string | undefined) =>
  cursor === undefined ? {} : { NextToken: cursor }

const told = ({ Group: described }: { Group?: Parameters<typeof groupOf>[0] | undefined }) => {
  if (!described) throw new CognitoError('COGNITO_UNEXPECTED')
  return groupOf(described)
}

/** `PrecedenceType` of the API reference: an integer of 32 bits. */
const highestPrecedence = 2 ** 31 - 1

const detailsIn = ({ description, roleArn, precedence }: GroupInput) => ({
  ...(description !== undefined && { Description: requireText('description', description) }),
  ...(roleArn !== undefined && { RoleArn: requireText('roleArn', roleArn) }),
  ...(precedence !== undefined && {
    Precedence: requireWholeNumber('precedence', precedence, { least: 0, most: highestPrecedence }),
  }),
})
