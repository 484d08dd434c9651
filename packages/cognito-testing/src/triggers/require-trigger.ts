import { invalidParameter } from '../aws-error.ts'
import type { Pool } from '../pool.ts'
import type { PoolTriggers } from './pool-triggers.ts'

type CustomTrigger = 'defineAuthChallenge' | 'createAuthChallenge' | 'verifyAuthChallengeResponse'

/** A trigger that CUSTOM_AUTH cannot do without. @throws {AwsError} InvalidParameterException */
export const requireTrigger = <T extends CustomTrigger>(
  { settings }: Pool,
  trigger: T,
): NonNullable<PoolTriggers[T]> => {
  const handler = settings.triggers[trigger]
  if (handler) return handler
  throw invalidParameter('Custom auth lambda trigger is not configured for the user pool.')
}
