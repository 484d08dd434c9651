import type { ClientMetadata } from '../client-metadata.ts'
import type { Pool } from '../pool.ts'
import type { AppClient } from '../pool-settings.ts'
import { eventAttributes } from './event-attributes.ts'
import { invokeTrigger } from './invoke-trigger.ts'

/**
 * For everybody who begins to sign in. Somebody who does not exist is among them where the client
 * hides that.
 */
export const runPreAuthentication = async (
  pool: Pool,
  input: {
    client: AppClient
    untrustedName: string
    /** Of InitiateAuth; handlers know it as validation data. */
    clientMetadata: ClientMetadata | undefined
  },
): Promise<void> => {
  const { client, untrustedName, clientMetadata: validationData = null } = input
  const handler = pool.settings.triggers.preAuthentication
  const user = pool.users.resolve(untrustedName)
  if (!handler || (!user && !client.preventUserExistenceErrors)) return
  await invokeTrigger(pool, {
    kind: 'preAuthentication',
    handler,
    client,
    userName: user?.username ?? untrustedName,
    triggerSource: 'PreAuthentication_Authentication',
    request: {
      userAttributes: user ? eventAttributes(pool, user) : {},
      validationData,
      ...(client.preventUserExistenceErrors && { userNotFound: user === undefined }),
    },
    response: {},
  })
}
