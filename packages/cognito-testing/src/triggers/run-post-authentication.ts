import type { GrantedSignIn } from '../grant-tokens.ts'
import type { Pool } from '../pool.ts'
import { eventAttributes } from './event-attributes.ts'
import { invokeTrigger } from './invoke-trigger.ts'

/** For somebody who gave all that was asked for, and has no tokens yet. */
export const runPostAuthentication = async (
  pool: Pool,
  { client, user, clientMetadata, provenDeviceKey }: GrantedSignIn,
): Promise<void> => {
  const handler = pool.settings.triggers.postAuthentication
  if (!handler) return
  const newDeviceUsed = pool.settings.deviceTracking !== 'off' && provenDeviceKey === undefined
  await invokeTrigger(pool, {
    kind: 'postAuthentication',
    handler,
    client,
    userName: user.username,
    triggerSource: 'PostAuthentication_Authentication',
    request: { userAttributes: eventAttributes(pool, user), newDeviceUsed, clientMetadata },
    response: {},
  })
}
