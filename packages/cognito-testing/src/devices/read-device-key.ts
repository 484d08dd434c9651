import type { Pool } from '../pool.ts'
import type { AuthParameters } from '../require-parameter.ts'
import type { User } from '../user-store.ts'
import { deviceNotFound } from './device-not-found.ts'

/**
 * The device that somebody who signs in says to have: DEVICE_KEY of AuthParameters or
 * ChallengeResponses, where the pool tracks devices. It is looked at before anything that is used up
 * by an answer, so that the same answer works without it. Nobody has devices who does not exist.
 * Source: what amazon-cognito-identity-js does about this refusal of PASSWORD_VERIFIER.
 * @throws {AwsError} ResourceNotFoundException for a device that is not confirmed for this user
 */
export const readDeviceKey = (
  { settings, devices }: Pool,
  user: User | undefined,
  parameters: AuthParameters,
): string | undefined => {
  const untrustedKey = parameters['DEVICE_KEY']
  if (!untrustedKey || settings.deviceTracking === 'off') return undefined
  if (!user || !devices.find(user, untrustedKey)) throw deviceNotFound()
  return untrustedKey
}
