import type { CognitoAdmin, User } from '@x/cognito-core/admin'
import type { FastifyInstance } from 'fastify'
import type { Kit } from '../kit.ts'
import type { Audited } from './create-audited.ts'
import type { DefineAdminRoute } from './define-admin-routes.ts'
import type { GuardGroups } from './guard-groups.ts'
import type { OwnAccount } from './own-account.ts'

/** What the routes of one mount are given. */
export interface AdminRoom extends Pick<Kit, 'callFor' | 'endAll' | 'customAttributes'> {
  admin: CognitoAdmin
  define: DefineAdminRoute
  audited: Audited
  ownAccount: OwnAccount
  guardGroups: GuardGroups
  shownUser: (user: User) => User
}

/** Some of them. */
export type AdminRoutes = (fastify: FastifyInstance, room: AdminRoom) => void
