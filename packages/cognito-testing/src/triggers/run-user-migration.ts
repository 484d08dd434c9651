import type { ClientMetadata } from '../client-metadata.ts'
import type { Pool } from '../pool.ts'
import type { AppClient } from '../pool-settings.ts'
import { invokeTrigger, type TriggerResponse } from './invoke-trigger.ts'

/** Who asks for somebody whom the pool does not have, and with what. */
export interface MigrationRequest {
  client: AppClient
  untrustedName: string
  /** The password in clear of somebody who signs in; undefined where it was forgotten. */
  untrustedPassword: string | undefined
  clientMetadata: ClientMetadata | undefined
}

/** What another directory says of the user; undefined where it says nothing, or is not asked. */
export const runUserMigration = async (
  pool: Pool,
  { client, untrustedName, untrustedPassword, clientMetadata }: MigrationRequest,
): Promise<TriggerResponse<'userMigration'> | undefined> => {
  const handler = pool.settings.triggers.userMigration
  if (!handler) return undefined
  const signsIn = untrustedPassword !== undefined
  const response = await invokeTrigger(pool, {
    kind: 'userMigration',
    handler,
    client,
    userName: untrustedName,
    triggerSource: signsIn ? 'UserMigration_Authentication' : 'UserMigration_ForgotPassword',
    request: {
      password: untrustedPassword,
      validationData: (signsIn && clientMetadata) || null,
      clientMetadata: signsIn ? undefined : clientMetadata,
    },
    response: {
      userAttributes: null,
      forceAliasCreation: null,
      enableSMSMFA: null,
      finalUserStatus: null,
      messageAction: null,
      desiredDeliveryMediums: null,
    },
  })
  return Object.keys(response.userAttributes ?? {}).length > 0 ? response : undefined
}
