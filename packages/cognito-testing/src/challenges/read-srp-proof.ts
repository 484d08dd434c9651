import { notAuthorized } from '../aws-error.ts'
import type { Pool } from '../pool.ts'
import type { AppClient } from '../pool-settings.ts'
import { type AuthParameters, requireParameter } from '../require-parameter.ts'
import { isProofOf } from '../srp-server.ts'
import { readSrpTimestamp } from '../srp-timestamp.ts'
import { endOfSession } from './end-of-session.ts'

export interface SrpProof {
  /** For whom the exchange was started: a user name, or the key of a device. */
  username: string
  proves(secret: {
    /** The pool's, or the group key of a device. */
    poolName: string
    verifier: bigint
  }): boolean
}

/** How far off the time in a proof may be is not documented: any moment will do, unless one says. */
const isTimely = ({ settings, clock }: Pool, timestamp: string): boolean => {
  const time = readSrpTimestamp(timestamp)
  const { timestampTolerance: tolerance = Number.POSITIVE_INFINITY } = settings
  return time !== undefined && Math.abs(time - clock.now()) <= tolerance
}

/**
 * The end of an exchange, which is used up by that; undefined where there was none with this client.
 * @throws {AwsError} for an exchange that goes on with another Session, or with none
 */
export const readSrpProof = (
  pool: Pool,
  input: { client: AppClient; responses: AuthParameters; session: string | undefined },
): SrpProof | undefined => {
  const { client, responses, session } = input
  const untrustedSignature = requireParameter(responses, 'PASSWORD_CLAIM_SIGNATURE')
  const untrustedBlock = requireParameter(responses, 'PASSWORD_CLAIM_SECRET_BLOCK')
  const timestamp = requireParameter(responses, 'TIMESTAMP')
  const state = pool.secretBlocks.open(untrustedBlock)
  if (state && state.sessionEnd !== endOfSession(session)) {
    throw notAuthorized('Invalid session for the user.')
  }
  if (state?.clientId !== client.id) return undefined
  const secretBlock = Buffer.from(untrustedBlock, 'base64')
  return {
    username: state.username,
    proves: (secret) =>
      isTimely(pool, timestamp) &&
      isProofOf({ ...state, ...secret, secretBlock, timestamp, untrustedSignature }),
  }
}
