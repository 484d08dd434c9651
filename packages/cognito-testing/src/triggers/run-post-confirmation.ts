import type { ClientMetadata } from '../client-metadata.ts'
import type { CallingClient } from '../no-client.ts'
import type { Pool } from '../pool.ts'
import type { User } from '../user-store.ts'
import { eventAttributes } from './event-attributes.ts'
import { invokeTrigger } from './invoke-trigger.ts'

/** Of what is done already: a handler that throws takes nothing back. */
export const runPostConfirmation = async (
  pool: Pool,
  input: {
    client: CallingClient
    user: User
    source: 'ConfirmSignUp' | 'ConfirmForgotPassword'
    clientMetadata: ClientMetadata | undefined
  },
): Promise<void> => {
  const handler = pool.settings.triggers.postConfirmation
  if (!handler) return
  const { client, user, source, clientMetadata } = input
  await invokeTrigger(pool, {
    kind: 'postConfirmation',
    handler,
    client,
    userName: user.username,
    triggerSource: `PostConfirmation_${source}`,
    request: { userAttributes: eventAttributes(pool, user), clientMetadata },
    response: {},
  })
}
