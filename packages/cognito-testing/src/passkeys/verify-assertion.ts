import type { AuthenticationResponseJSON } from '@simplewebauthn/server'
import { type AwsError, notAuthorized } from '../aws-error.ts'
import { readClientData } from './client-data.ts'
import { isAllowedOrigin } from './is-allowed-origin.ts'
import type { Passkey } from './passkey.ts'
import { userHandle } from './user-handle.ts'

/** Whatever is wrong with an assertion: nobody is told what. */
export const refusedAssertion = (): AwsError => notAuthorized('The passkey was not accepted.')

/**
 * Whether a counter follows on another. An authenticator that does not count always says 0.
 * Source: Web Authentication Level 3, 6.1.1.
 */
export const isNextCounter = (counter: number, last: number): boolean =>
  counter > last || (counter === 0 && last === 0)

/** What an authenticator said of itself. */
export interface AssertionFacts {
  counter: number
  isUserVerified: boolean
}

/**
 * Checks an assertion by one of the user's passkeys, but for what it has to be like.
 * @throws {AwsError} NotAuthorizedException
 */
export const verifyAssertion = async (input: {
  untrustedAssertion: AuthenticationResponseJSON
  passkey: Passkey
  relyingPartyId: string
  challenge: string
  sub: string
}): Promise<AssertionFacts> => {
  const { untrustedAssertion, passkey, relyingPartyId, challenge, sub } = input
  const { clientDataJSON, userHandle: untrustedHandle } = untrustedAssertion.response
  const untrustedData = readClientData(clientDataJSON)
  const isOurs = (untrustedHandle ?? userHandle(sub)) === userHandle(sub)
  if (!isOurs || !isAllowedOrigin(untrustedData, relyingPartyId)) throw refusedAssertion()
  const { verifyAuthenticationResponse } = await import('@simplewebauthn/server')
  const { verified, authenticationInfo } = await verifyAuthenticationResponse({
    response: untrustedAssertion,
    expectedChallenge: challenge,
    expectedOrigin: untrustedData.origin,
    expectedRPID: relyingPartyId,
    requireUserVerification: false,
    credential: {
      id: passkey.id,
      publicKey: passkey.publicKey,
      counter: passkey.counter,
      transports: [...passkey.transports],
    },
  }).catch(() => {
    throw refusedAssertion()
  })
  if (!verified) throw refusedAssertion()
  const { newCounter: counter, userVerified: isUserVerified } = authenticationInfo
  return { counter, isUserVerified }
}
