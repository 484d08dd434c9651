import { createHash, randomBytes, sign } from 'node:crypto'
import { generateP256Keys } from '../generate-keys.ts'
import { attestationObject, authenticatorData, es256 } from './authenticator-data.ts'
import {
  type CreationOptions,
  readCreationOptions,
  readRequestOptions,
} from './ceremony-options.ts'
import { checkAuthenticatorOptions } from './check-authenticator-options.ts'
import { createResidentKeys, type ResidentKey, type ResidentKeys } from './resident-keys.ts'

export interface TestAuthenticatorOptions {
  /** Of the page that asks. @default 'http://localhost' */
  origin?: string
  /** Whether the user shows who they are, by a PIN or a finger. @default true */
  userVerified?: boolean
  /**
   * The signature counter of an answer, from that of the last one with the same key, 0 before
   * there is one. Passkeys that are on several devices have `() => 0`; one that goes down is that
   * of a key that was copied. @default (last) => last + 1
   */
  nextCounter?: (last: number) => number
  /** Which site it signs for, whatever it is asked. @default the one it is asked for */
  relyingPartyId?: string
}

/** Type aliases, as these are handed on where anything that is JSON is taken. */
type Credential<Response> = {
  id: string
  rawId: string
  type: 'public-key'
  authenticatorAttachment: 'platform'
  clientExtensionResults: Record<string, never>
  response: Response
}

/** RegistrationResponseJSON of Web Authentication Level 3; bytes are base64url without padding. */
export type TestRegistration = Credential<{
  clientDataJSON: string
  attestationObject: string
  authenticatorData: string
  transports: string[]
  publicKey: string
  publicKeyAlgorithm: number
}>

/** AuthenticationResponseJSON of Web Authentication Level 3; bytes are base64url without padding. */
export type TestAssertion = Credential<{
  clientDataJSON: string
  authenticatorData: string
  signature: string
  userHandle: string
}>

/**
 * A device that makes and keeps passkeys, without a browser: it is given the JSON that
 * `PublicKeyCredential.parseCreationOptionsFromJSON()` and `parseRequestOptionsFromJSON()` take,
 * and gives what `credential.toJSON()` does, at once: there is nothing to await. Passkeys are
 * ES256, attested to by nobody (`none`).
 *
 * Where a browser refuses for the sake of the site (an origin that is not below the RP id, a user
 * who is not verified but must be), it answers all the same, to show that the pool refuses, too.
 */
export interface TestAuthenticator {
  /**
   * Makes a passkey; it takes the place of another one for the same account.
   * @throws {DOMException} InvalidStateError where it has one of `excludeCredentials`,
   * NotSupportedError where `pubKeyCredParams` leave out ES256
   * @throws {TypeError} naming what is wrong with the options
   */
  create(creationOptions: unknown): TestRegistration
  /**
   * Signs with a passkey that is allowed, of several with the one made or used last.
   * @throws {DOMException} NotAllowedError where there is none
   * @throws {TypeError} naming what is wrong with the options
   */
  get(requestOptions: unknown): TestAssertion
  /**
   * The same device with the same passkeys, but for this: on another page, say.
   * @throws {TypeError} naming the option that is wrong
   */
  with(options: TestAuthenticatorOptions): TestAuthenticator
}

const largestCounter = 0xffff_ffff

/** The bytes that a browser makes of it. Source: Web Authentication Level 3, 5.8.1. */
const clientDataOf = (
  type: 'webauthn.create' | 'webauthn.get',
  { challenge, origin }: { challenge: string; origin: string },
): Buffer => {
  const canonical = Buffer.from(challenge, 'base64url').toString('base64url')
  return Buffer.from(JSON.stringify({ type, challenge: canonical, origin, crossOrigin: false }))
}

const refusal = (name: string, message: string): DOMException =>
  new DOMException(`@x/cognito-testing: ${message}`, name)

const checkCanMake = (
  { algorithms, excluded }: CreationOptions,
  keys: readonly ResidentKey[],
): void => {
  if (keys.some(({ id }) => excluded.includes(id))) {
    throw refusal('InvalidStateError', 'one of excludeCredentials is on this device')
  }
  if (!algorithms.includes(es256)) {
    throw refusal('NotSupportedError', 'pubKeyCredParams leave out -7, the only kind it makes')
  }
}

const authenticatorWith = (
  keys: ResidentKeys,
  options: TestAuthenticatorOptions,
): TestAuthenticator => {
  checkAuthenticatorOptions('authenticator', options)
  const { origin = 'http://localhost', userVerified = true } = options
  const { nextCounter = (last) => last + 1 } = options
  const counterAfter = (last: number): number =>
    Math.min(Math.max(nextCounter(last), 0), largestCounter)
  const siteOf = (asked: string | undefined): string => asked ?? new URL(origin).hostname
  const credential = <Response>(id: string, response: Response): Credential<Response> => ({
    id,
    rawId: id,
    type: 'public-key',
    authenticatorAttachment: 'platform',
    clientExtensionResults: {},
    response,
  })

  return {
    create: (creationOptions) => {
      const asked = readCreationOptions(creationOptions)
      checkCanMake(asked, keys.all())
      const { userHandle } = asked
      const { privateKey, publicDer } = generateP256Keys()
      const id = randomBytes(32).toString('base64url')
      const relyingPartyId = siteOf(asked.relyingPartyId)
      const counter = counterAfter(0)
      keys.keep({ id, relyingPartyId, userHandle, privateKey, counter })
      const authData = authenticatorData({
        relyingPartyId: options.relyingPartyId ?? relyingPartyId,
        userVerified,
        counter,
        attested: { id, publicDer },
      })
      const clientData = clientDataOf('webauthn.create', { ...asked, origin })
      return credential(id, {
        clientDataJSON: clientData.toString('base64url'),
        attestationObject: attestationObject(authData).toString('base64url'),
        authenticatorData: authData.toString('base64url'),
        transports: ['internal'],
        publicKey: publicDer.toString('base64url'),
        publicKeyAlgorithm: es256,
      })
    },
    get: (requestOptions) => {
      const asked = readRequestOptions(requestOptions)
      const relyingPartyId = siteOf(asked.relyingPartyId)
      const isAllowed = (id: string): boolean =>
        asked.allowed.length === 0 || asked.allowed.includes(id)
      const key = keys
        .all()
        .find((one) => one.relyingPartyId === relyingPartyId && isAllowed(one.id))
      if (!key) {
        throw refusal('NotAllowedError', `no passkey for ${relyingPartyId} that is allowed`)
      }
      const counter = counterAfter(key.counter)
      keys.keep({ ...key, counter })
      const authData = authenticatorData({
        relyingPartyId: options.relyingPartyId ?? relyingPartyId,
        userVerified,
        counter,
      })
      const clientData = clientDataOf('webauthn.get', { ...asked, origin })
      const clientDataHash = createHash('sha256').update(clientData).digest()
      const signature = sign('sha256', Buffer.concat([authData, clientDataHash]), key.privateKey)
      return credential(key.id, {
        clientDataJSON: clientData.toString('base64url'),
        authenticatorData: authData.toString('base64url'),
        signature: signature.toString('base64url'),
        userHandle: key.userHandle,
      })
    },
    with: (change) => authenticatorWith(keys, { ...options, ...change }),
  }
}

/**
 * A device without passkeys yet. It keeps them as long as it is there itself.
 * @throws {TypeError} naming the option that is wrong
 */
export const createTestAuthenticator = (
  options: TestAuthenticatorOptions = {},
): TestAuthenticator => authenticatorWith(createResidentKeys(), options)
