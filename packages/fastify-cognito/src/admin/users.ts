import type { CreateUserInput, User } from '@x/cognito-core/admin'
import type { FromSchema } from 'json-schema-to-ts'
import { withTypedAttributes } from '../routes/schemas/typed-attributes.ts'
import type { AdminRoutes } from './admin-room.ts'
import { cursorIn, cursorOf, pageSizeIn } from './page-query.ts'
import { createUserBody, type userParams, type usersQuery } from './schemas/users.ts'
import { userFilterIn } from './user-filter-in.ts'

type CreateBody = FromSchema<typeof createUserBody>

const vouchedFor = ['email_verified', 'phone_number_verified']

/** `GET /users`, `POST /users`, `GET /users/:username` */
export const userRoutes: AdminRoutes = (
  fastify,
  { admin, callFor, customAttributes, define, audited, shownUser },
) => {
  fastify.get<{ Querystring: FromSchema<typeof usersQuery> }>(
    '/users',
    define('listUsers'),
    async (request): Promise<{ users: readonly User[]; cursor?: string }> => {
      const { query } = request
      const filter = userFilterIn(query)
      const searchedBy = query.by === undefined ? {} : { searchedBy: query.by }
      const { items, ...more } = await audited(
        request,
        { action: 'listUsers', ...searchedBy },
        () =>
          admin.users
            .list({ pageSize: pageSizeIn(query), ...(filter && { filter }) }, callFor(request))
            .page(cursorIn(query)),
      )
      return { users: items.map(shownUser), ...cursorOf(more) }
    },
  )

  fastify.post<{ Body: CreateBody }>(
    '/users',
    define('createUser', {
      body: withTypedAttributes(createUserBody, customAttributes, vouchedFor),
    }),
    async (request): Promise<{ user: User }> => {
      const { username } = request.body
      const user = await audited(request, { action: 'createUser', username }, () =>
        admin.users.create(newUserIn(request.body), callFor(request)),
      )
      return { user: shownUser(user) }
    },
  )

  fastify.get<{ Params: FromSchema<typeof userParams> }>(
    '/users/:username',
    define('getUser'),
    async (request): Promise<{ user: User }> => {
      const { username } = request.params
      const user = await audited(request, { action: 'getUser', username }, () =>
        admin.users.get({ username }, callFor(request)),
      )
      return { user: shownUser(user) }
    },
  )
}

const newUserIn = ({ invitation, attributes, ...input }: CreateBody): CreateUserInput => ({
  ...input,
  ...(attributes && { attributes: attributes as NonNullable<CreateUserInput['attributes']> }),
  ...(invitation === 'resend' && { messageAction: 'resend' }),
  ...(invitation === 'none' && { messageAction: 'suppress' }),
})
