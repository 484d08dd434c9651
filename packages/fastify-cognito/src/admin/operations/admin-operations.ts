import type { AdminOperation } from './admin-operation.ts'
import * as groups from './groups.ts'
import * as signedIn from './signed-in.ts'
import * as users from './users.ts'

/** What generated clients call each route, and an audit each deed. */
export type AdminOperationId = keyof typeof groups | keyof typeof signedIn | keyof typeof users

export const adminOperations: Readonly<Record<AdminOperationId, AdminOperation>> = {
  ...users,
  ...signedIn,
  ...groups,
}
