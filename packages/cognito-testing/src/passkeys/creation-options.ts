import type { User } from '../user-store.ts'
import type { PasskeySettings } from './passkey-settings.ts'
import { supportedAlgorithms } from './supported-algorithms.ts'
import { userHandle } from './user-handle.ts'

/** Of the browser, in milliseconds: the challenge itself lasts longer. */
const timeout = 60_000

/** PublicKeyCredentialCreationOptionsJSON with the members and values of a real pool. */
export const creationOptions = (input: {
  user: User
  settings: PasskeySettings
  challenge: string
}): Readonly<Record<string, unknown>> => {
  const { user, settings, challenge } = input
  const { relyingPartyId, userVerification } = settings
  return {
    rp: { id: relyingPartyId, name: relyingPartyId },
    user: { id: userHandle(user.sub), name: user.username, displayName: '' },
    challenge,
    pubKeyCredParams: supportedAlgorithms.map((alg) => ({ type: 'public-key', alg })),
    timeout,
    excludeCredentials: user.passkeys.map(({ id }) => ({ type: 'public-key', id })),
    authenticatorSelection: {
      requireResidentKey: true,
      residentKey: 'required',
      userVerification,
    },
  }
}
