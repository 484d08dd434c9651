import type { FastifyInstance } from 'fastify'
import { kitOf } from '../kit.ts'
import { prepareScope } from '../routes/prepare-scope.ts'
import { accountRoutes } from './accounts.ts'
import type { AdminRoom } from './admin-room.ts'
import type { CognitoAdminRoutesOptions } from './admin-routes-options.ts'
import { createAudited } from './create-audited.ts'
import { defineAdminRoutes } from './define-admin-routes.ts'
import { groupRoutes } from './groups.ts'
import { guardGroupsOf } from './guard-groups.ts'
import { membershipRoutes } from './memberships.ts'
import { createOwnAccount } from './own-account.ts'
import { createShownUser } from './shown-user.ts'
import { signedInRoutes } from './signed-in.ts'
import { userRoutes } from './users.ts'

const routes = [userRoutes, accountRoutes, signedInRoutes, groupRoutes, membershipRoutes] as const

/** @param options have been checked. */
export const mountAdminRoutes = async (
  fastify: FastifyInstance,
  options: CognitoAdminRoutesOptions & { prefix?: string },
): Promise<void> => {
  const { guard, attributes } = options
  const kit = kitOf(fastify)
  const { admin, callFor, endAll, customAttributes } = kit
  const room: AdminRoom = {
    admin,
    callFor,
    endAll,
    customAttributes,
    define: defineAdminRoutes({ kit, guard }),
    audited: createAudited(options),
    ownAccount: createOwnAccount({ admin, callFor }),
    guardGroups: guardGroupsOf(guard),
    shownUser: createShownUser(attributes),
  }
  prepareScope(fastify, options)
  for (const mount of routes) mount(fastify, room)
}
