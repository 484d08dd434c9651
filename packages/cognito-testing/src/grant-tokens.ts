import type { AuthAnswer, SignIn } from './auth-answer.ts'
import { wrongCredentials } from './aws-error.ts'
import { checkMaySignIn } from './check-may-sign-in.ts'
import { deviceNotFound } from './devices/device-not-found.ts'
import { groupClaims } from './groups/group-claims.ts'
import { issueTokens } from './issue-tokens.ts'
import type { Pool } from './pool.ts'
import { runPostAuthentication } from './triggers/run-post-authentication.ts'
import { runPreTokenGeneration, type TokenSource } from './triggers/run-pre-token-generation.ts'
import type { User } from './user-store.ts'

export interface GrantedSignIn extends Omit<SignIn, 'deviceKey'> {
  /** The device that has proved itself; undefined for a new one, or one that is not remembered. */
  provenDeviceKey?: string
}

/** The user as they are after something was waited for. @throws {AwsError} */
const current = ({ users, devices }: Pool, { user, provenDeviceKey }: GrantedSignIn): User => {
  const now = users.get(user.username)
  if (now?.sub !== user.sub) throw wrongCredentials()
  checkMaySignIn(now)
  if (provenDeviceKey !== undefined && !devices.find(now, provenDeviceKey)) throw deviceNotFound()
  return now
}

const sourceOf = ({ provenDeviceKey, hasNewPassword }: GrantedSignIn): TokenSource => {
  if (provenDeviceKey !== undefined) return 'AuthenticateDevice'
  return hasNewPassword ? 'NewPasswordChallenge' : 'Authentication'
}

/**
 * Names a new device, where devices are tracked. CUSTOM_AUTH names none, so that what it signs in is
 * never refreshed there unless a device proved itself.
 * Source: the answer of AWS in aws-amplify/amplify-js#14909.
 */
const newDevice = (
  { settings, devices }: Pool,
  { customAuth, provenDeviceKey }: GrantedSignIn,
  user: User,
) =>
  settings.deviceTracking === 'off' || customAuth || provenDeviceKey !== undefined
    ? undefined
    : devices.issue(user)

/** Ends a flow. Nothing before it can be answered again. */
export const grantTokens = async (pool: Pool, signIn: GrantedSignIn): Promise<AuthAnswer> => {
  const { settings, refreshTokens } = pool
  const { client, provenDeviceKey } = signIn
  await runPostAuthentication(pool, signIn)
  const customization = await runPreTokenGeneration(pool, {
    ...signIn,
    user: current(pool, signIn),
    source: sourceOf(signIn),
  })
  const user = current(pool, signIn)
  const device = newDevice(pool, signIn, user)
  const deviceKey = provenDeviceKey ?? device?.key
  const { grant, refreshToken } = refreshTokens.start({ client, user, deviceKey })
  pool.userSessions.start(grant, pool.caller)
  const tokens = issueTokens({
    settings,
    client,
    user,
    groups: groupClaims(pool, user),
    grant,
    eventId: refreshTokens.beginEvent(grant),
    now: grant.authTime,
    customization,
  })
  return {
    ChallengeParameters: {},
    AuthenticationResult: {
      ...tokens,
      RefreshToken: refreshToken,
      ...(device && {
        NewDeviceMetadata: { DeviceKey: device.key, DeviceGroupKey: device.groupKey },
      }),
    },
  }
}
