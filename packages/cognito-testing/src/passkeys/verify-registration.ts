import type { RegistrationResponseJSON } from '@simplewebauthn/server'
import { AwsError } from '../aws-error.ts'
import { readClientData } from './client-data.ts'
import { isAllowedOrigin } from './is-allowed-origin.ts'
import type { PasskeySettings } from './passkey-settings.ts'
import { invalidCredential } from './read-credential.ts'
import { supportedAlgorithms } from './supported-algorithms.ts'

/** What is known of a passkey from its registration, with nothing of the user's yet. */
export interface RegisteredKey {
  id: string
  publicKey: Uint8Array<ArrayBuffer>
  counter: number
}

const notSupported = (message: string): AwsError =>
  new AwsError('WebAuthnCredentialNotSupportedException', message)

const checkOrigin = (
  { response }: RegistrationResponseJSON,
  { relyingPartyId }: PasskeySettings,
): string => {
  const untrustedData = readClientData(response.clientDataJSON)
  if (isAllowedOrigin(untrustedData, relyingPartyId)) return untrustedData.origin
  throw new AwsError(
    'WebAuthnOriginNotAllowedException',
    `A passkey for ${relyingPartyId} cannot be registered on this site.`,
  )
}

/** What the authenticator says of itself and the key, before anything vouches for it. */
const readAuthenticatorData = async (attestationObject: string) => {
  const helpers = await import('@simplewebauthn/server/helpers')
  try {
    const bytes = new Uint8Array(Buffer.from(attestationObject, 'base64url'))
    const authData = helpers.decodeAttestationObject(bytes).get('authData')
    const { flags, credentialPublicKey } = helpers.parseAuthenticatorData(authData)
    const key = credentialPublicKey && helpers.decodeCredentialPublicKey(credentialPublicKey)
    return { isUserVerified: flags.uv, algorithm: key?.get(helpers.cose.COSEKEYS.alg) }
  } catch {
    throw invalidCredential()
  }
}

/**
 * Checks the credential of a registration whose challenge was taken.
 * @throws {AwsError}
 */
export const verifyRegistration = async (input: {
  untrustedCredential: RegistrationResponseJSON
  challenge: string
  settings: PasskeySettings
}): Promise<RegisteredKey> => {
  const { untrustedCredential, challenge, settings } = input
  const expectedOrigin = checkOrigin(untrustedCredential, settings)
  const { attestationObject } = untrustedCredential.response
  const { isUserVerified, algorithm } = await readAuthenticatorData(attestationObject)
  if (algorithm === undefined || !supportedAlgorithms.includes(algorithm)) {
    throw notSupported('Passkeys must be ES256 or RS256.')
  }
  if (settings.userVerification === 'required' && !isUserVerified) {
    throw notSupported('Passkeys must verify their user.')
  }
  const { verifyRegistrationResponse } = await import('@simplewebauthn/server')
  const { registrationInfo } = await verifyRegistrationResponse({
    response: untrustedCredential,
    expectedChallenge: challenge,
    expectedOrigin,
    expectedRPID: settings.relyingPartyId,
    requireUserVerification: settings.userVerification === 'required',
    supportedAlgorithmIDs: [...supportedAlgorithms],
  }).catch((error: Error) => {
    throw error.name === 'UnexpectedRPIDHash'
      ? new AwsError(
          'WebAuthnRelyingPartyMismatchException',
          `The passkey is not for ${settings.relyingPartyId}.`,
        )
      : invalidCredential()
  })
  if (registrationInfo?.credential.id !== untrustedCredential.id) throw invalidCredential()
  const { id, publicKey, counter } = registrationInfo.credential
  return { id, publicKey, counter }
}
