import { AwsError } from '../aws-error.ts'
import type { TestPasskeyOptions } from '../options.ts'
import type { Pool } from '../pool.ts'
import type { User } from '../user-store.ts'

export type PasskeySettings = Required<TestPasskeyOptions>

/**
 * What a user's passkeys have to be like: who lets a passkey count as MFA must be verified by it.
 * @throws {AwsError} WebAuthnNotEnabledException in a pool without passkeys
 */
export const passkeySettings = ({ settings }: Pool, user: User): PasskeySettings => {
  const { passkeys } = settings
  if (!passkeys) {
    throw new AwsError(
      'WebAuthnNotEnabledException',
      'Passkeys are not enabled for this user pool.',
    )
  }
  const isMfa = passkeys.asMfa && user.passkeyIsMfa
  return { ...passkeys, userVerification: isMfa ? 'required' : passkeys.userVerification }
}
