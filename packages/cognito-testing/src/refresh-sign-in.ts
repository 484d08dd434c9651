import type { SignIn } from './auth-answer.ts'
import { notAuthorized } from './aws-error.ts'
import { groupClaims } from './groups/group-claims.ts'
import { type AuthenticationResult, issueTokens } from './issue-tokens.ts'
import type { Pool } from './pool.ts'
import type { Grant } from './refresh-tokens.ts'
import { runPreTokenGeneration } from './triggers/run-pre-token-generation.ts'
import type { User } from './user-store.ts'

interface Refresh extends Pick<SignIn, 'client' | 'clientMetadata'> {
  untrustedToken: string
  untrustedDeviceKey: string | undefined
}

/** Where devices are tracked, tokens go on on the device that was signed in on, once confirmed. */
const isOnItsDevice = (
  { settings, devices }: Pool,
  { deviceKey, ...owner }: Grant,
  untrustedDeviceKey: string | undefined,
): boolean =>
  settings.deviceTracking === 'off' ||
  (deviceKey !== undefined &&
    deviceKey === untrustedDeviceKey &&
    devices.find(owner, deviceKey) !== undefined)

const findRefreshed = (pool: Pool, refresh: Refresh) => {
  const { client, untrustedToken, untrustedDeviceKey } = refresh
  const grant: Grant = pool.refreshTokens.use({ client, untrustedToken })
  const user: User | undefined = pool.users.get(grant.username)
  if (user?.sub !== grant.sub || !isOnItsDevice(pool, grant, untrustedDeviceKey)) {
    throw notAuthorized('Invalid Refresh Token')
  }
  if (!user.enabled) throw notAuthorized('User is disabled.')
  return { grant, user }
}

/** New ID and access tokens, with what is true of the user now. @throws {AwsError} */
export const refreshSignIn = async (
  pool: Pool,
  refresh: Refresh,
): Promise<AuthenticationResult> => {
  const { settings, clock } = pool
  const { client, clientMetadata } = refresh
  const customization = await runPreTokenGeneration(pool, {
    client,
    clientMetadata,
    user: findRefreshed(pool, refresh).user,
    source: 'RefreshTokens',
  })
  const { grant, user } = findRefreshed(pool, refresh)
  pool.userSessions.touch(grant, pool.caller)
  return issueTokens({
    settings,
    client,
    user,
    groups: groupClaims(pool, user),
    grant,
    eventId: pool.refreshTokens.beginEvent(grant),
    now: clock.now(),
    customization,
  })
}
