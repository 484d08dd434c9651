import { createHmac } from 'node:crypto'
import type { SrpClient } from './srp.ts'

export interface PasswordClaimInput {
  readonly srp: SrpClient
  readonly challenge: {
    /** SALT, hex. */
    readonly salt: string
    /** SRP_B, hex. */
    readonly B: string
    /** SECRET_BLOCK, base64. */
    readonly secretBlock: string
  }
  /** The user pool id after its first `_`. */
  readonly poolName: string
  readonly userIdForSrp: string
  readonly password: string
  readonly now: Date
}

export interface PasswordClaim {
  /** PASSWORD_CLAIM_SIGNATURE, base64. */
  readonly signature: string
  /** TIMESTAMP, which the signature covers: send it unchanged. */
  readonly timestamp: string
}

/**
 * `Tue Feb 1 03:04:05 UTC 2000`, for every locale and time zone of the machine. Cognito refuses a
 * day of the month with a leading zero.
 */
export const claimTimestamp = (now: Date): string => {
  const [weekday, day, month, year, time] = now.toUTCString().split(/,? /)
  return `${weekday} ${month} ${Number(day)} ${time} UTC ${year}`
}

const fromBase64 = (base64: string): Buffer => {
  const bytes = Buffer.from(base64, 'base64')
  if (bytes.length === 0 || bytes.toString('base64') !== base64)
    throw new Error("The SRP challenge's SECRET_BLOCK is not base64")
  return bytes
}

/**
 * Proves the password to Cognito without sending it. A wrong password gives a wrong signature,
 * which only Cognito can tell.
 *
 * @throws Error where the challenge cannot be read, as `SrpClient.sessionKey` does.
 */
export const passwordClaim = (input: PasswordClaimInput): PasswordClaim => {
  const { srp, challenge, poolName, userIdForSrp, password } = input
  const secretBlock = fromBase64(challenge.secretBlock)
  const timestamp = claimTimestamp(input.now)
  const identity = `${poolName}${userIdForSrp}`
  const key = srp.sessionKey({ salt: challenge.salt, B: challenge.B, identity, password })
  const signature = createHmac('sha256', key)
    .update(identity)
    .update(secretBlock)
    .update(timestamp)
    .digest('base64')
  key.fill(0)
  return { signature, timestamp }
}
