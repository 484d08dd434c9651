import { randomBytes } from 'node:crypto'
import { modexp } from './modexp.ts'
import { g, pad, sha256, toInteger } from './srp-group.ts'

const passwordBytes = 40
const saltBytes = 16

export interface DeviceVerifier {
  /** What the device proves itself with from now on. Secret: Cognito never sees it. */
  readonly password: string
  /** PAD(salt), base64. */
  readonly salt: string
  /** PAD(g^x), base64. */
  readonly verifier: string
}

/**
 * What Cognito checks a device's proofs against: x = H( PAD(salt) | H( group key | key | ":" | password ) ),
 * as for a user, with a password that is made here.
 */
export const deviceVerifier = ({
  key,
  groupKey,
  password = randomBytes(passwordBytes).toString('base64'),
  salt = randomBytes(saltBytes),
}: {
  key: string
  groupKey: string
  password?: string
  salt?: Buffer
}): DeviceVerifier => {
  const padded = pad(toInteger(salt))
  const x = toInteger(sha256(padded, sha256(`${groupKey}${key}:${password}`)))
  return {
    password,
    salt: padded.toString('base64'),
    verifier: pad(modexp(g, x)).toString('base64'),
  }
}
