import type { User, UserGroup } from '@x/cognito-core/admin'
import type { FromSchema } from 'json-schema-to-ts'
import type { pageQuery } from '../routes/schemas/page.ts'
import type { AdminRoutes } from './admin-room.ts'
import { cursorIn, cursorOf, pageSizeIn } from './page-query.ts'
import type { groupParams, groupsAnswer } from './schemas/groups.ts'
import type { userParams } from './schemas/users.ts'

type Querystring = FromSchema<typeof pageQuery>
type GroupsReply = FromSchema<typeof groupsAnswer>

/** `GET /groups`, `GET /groups/:group/users`, `GET /users/:username/groups` */
export const groupRoutes: AdminRoutes = (
  fastify,
  { admin, callFor, define, audited, shownUser },
) => {
  fastify.get<{ Querystring: Querystring }>(
    '/groups',
    define('listGroups'),
    async (request): Promise<GroupsReply> => {
      const { query } = request
      const { items, ...more } = await audited(request, { action: 'listGroups' }, () =>
        admin.groups.list({ pageSize: pageSizeIn(query) }, callFor(request)).page(cursorIn(query)),
      )
      return { groups: items.map(shownGroup), ...cursorOf(more) }
    },
  )

  fastify.get<{ Params: FromSchema<typeof groupParams>; Querystring: Querystring }>(
    '/groups/:group/users',
    define('listGroupMembers'),
    async (request): Promise<{ users: readonly User[]; cursor?: string }> => {
      const { query } = request
      const { group } = request.params
      const { items, ...more } = await audited(request, { action: 'listGroupMembers', group }, () =>
        admin.groups
          .members({ group, pageSize: pageSizeIn(query) }, callFor(request))
          .page(cursorIn(query)),
      )
      return { users: items.map(shownUser), ...cursorOf(more) }
    },
  )

  fastify.get<{ Params: FromSchema<typeof userParams>; Querystring: Querystring }>(
    '/users/:username/groups',
    define('listGroupsOfUser'),
    async (request): Promise<GroupsReply> => {
      const { query } = request
      const { username } = request.params
      const act = { action: 'listGroupsOfUser', username } as const
      const { items, ...more } = await audited(request, act, () =>
        admin.groups
          .ofUser({ username, pageSize: pageSizeIn(query) }, callFor(request))
          .page(cursorIn(query)),
      )
      return { groups: items.map(shownGroup), ...cursorOf(more) }
    },
  )
}

/** A role in AWS is nobody's business here. */
const shownGroup = ({
  name,
  description,
  precedence,
}: UserGroup): GroupsReply['groups'][number] => ({
  name,
  ...(description !== undefined && { description }),
  ...(precedence !== undefined && { precedence }),
})
