import type { AttributeOptions } from '../api/user-attributes.ts'
import { type AccountsApi, accountsApi } from './accounts.ts'
import type { AdminContext } from './admin-context.ts'
import { type LinkedProvidersApi, linkedProvidersApi } from './linked-providers.ts'
import { type UserDevicesApi, userDevicesApi } from './user-devices.ts'
import { type UserFactorsApi, userFactorsApi } from './user-factors.ts'
import { type UserListsApi, userListsApi } from './user-lists.ts'

/** The users of a pool. */
export interface UsersApi<Options extends AttributeOptions = AttributeOptions>
  extends AccountsApi<Options>,
    UserListsApi<Options>,
    UserFactorsApi,
    LinkedProvidersApi {
  readonly devices: UserDevicesApi
}

export const usersApi = <Options extends AttributeOptions>(
  context: AdminContext,
): UsersApi<Options> => ({
  ...accountsApi<Options>(context),
  ...userListsApi<Options>(context),
  ...userFactorsApi(context),
  ...linkedProvidersApi(context),
  devices: userDevicesApi(context),
})
