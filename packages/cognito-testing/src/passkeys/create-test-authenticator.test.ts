import { createHash, createPublicKey, verify } from 'node:crypto'
import { decodeCBOR } from '@levischuck/tiny-cbor'
import {
  generateAuthenticationOptions,
  generateRegistrationOptions,
  verifyAuthenticationResponse,
  verifyRegistrationResponse,
} from '@simplewebauthn/server'
import { describe, expect, it } from 'vitest'
import { createTestAuthenticator } from './create-test-authenticator.ts'

const rpID = 'localhost'
const expectedOrigin = 'http://localhost'

const creationOptions = () =>
  generateRegistrationOptions({ rpID, rpName: rpID, userName: 'ann', supportedAlgorithmIDs: [-7] })

const sha256 = (data: string | Uint8Array) => createHash('sha256').update(data).digest()
const bytes = (base64url: string) => Buffer.from(base64url, 'base64url')
const nameOfThrown = (run: () => unknown) => {
  try {
    return run()
  } catch (error) {
    return (error as Error).name
  }
}

describe('createTestAuthenticator', () => {
  it('makes and uses passkeys that an independent server accepts', async () => {
    const authenticator = createTestAuthenticator()
    const creation = await creationOptions()
    const { registrationInfo } = await verifyRegistrationResponse({
      response: authenticator.create(creation),
      expectedChallenge: creation.challenge,
      expectedOrigin,
      expectedRPID: rpID,
    })
    if (!registrationInfo) throw new Error('not verified')
    const { credential, fmt, userVerified } = registrationInfo
    expect({ fmt, userVerified, counter: credential.counter }).toEqual({
      fmt: 'none',
      userVerified: true,
      counter: 1,
    })

    const request = await generateAuthenticationOptions({ rpID, allowCredentials: [credential] })
    const { verified, authenticationInfo } = await verifyAuthenticationResponse({
      response: authenticator.get(request),
      expectedChallenge: request.challenge,
      expectedOrigin,
      expectedRPID: rpID,
      credential,
    })
    expect({ verified, newCounter: authenticationInfo.newCounter }).toEqual({
      verified: true,
      newCounter: 2,
    })
  })

  it('gives the JSON that a browser makes of a credential', async () => {
    const authenticator = createTestAuthenticator({ origin: 'https://app.example.com' })
    const creation = await creationOptions()
    const made = authenticator.create(creation)
    expect(made).toEqual({
      id: expect.stringMatching(/^[\w-]{43}$/),
      rawId: made.id,
      type: 'public-key',
      authenticatorAttachment: 'platform',
      clientExtensionResults: {},
      response: {
        clientDataJSON: expect.any(String),
        attestationObject: expect.any(String),
        authenticatorData: expect.any(String),
        transports: ['internal'],
        publicKey: expect.any(String),
        publicKeyAlgorithm: -7,
      },
    })
    expect(JSON.parse(bytes(made.response.clientDataJSON).toString())).toEqual({
      type: 'webauthn.create',
      challenge: creation.challenge,
      origin: 'https://app.example.com',
      crossOrigin: false,
    })
    const attestation = decodeCBOR(new Uint8Array(bytes(made.response.attestationObject)))
    expect(attestation instanceof Map && attestation.get('authData')).toEqual(
      new Uint8Array(bytes(made.response.authenticatorData)),
    )

    const { id, rawId, response } = authenticator.get({ challenge: 'AAAA', rpId: rpID })
    expect({ id, rawId, userHandle: response.userHandle }).toEqual({
      id: made.id,
      rawId: made.id,
      userHandle: creation.user.id,
    })
    const signed = [bytes(response.authenticatorData), sha256(bytes(response.clientDataJSON))]
    const key = createPublicKey({
      key: bytes(made.response.publicKey),
      format: 'der',
      type: 'spki',
    })
    expect(verify('sha256', Buffer.concat(signed), key, bytes(response.signature))).toBe(true)
  })

  it('is wrong on purpose where it is told so', async () => {
    const authenticator = createTestAuthenticator({
      userVerified: false,
      relyingPartyId: 'example.com',
      nextCounter: (last) => last + 7,
    })
    const { response } = authenticator.create(await creationOptions())
    const data = bytes(response.authenticatorData)
    expect(data.subarray(0, 32)).toEqual(sha256('example.com'))
    expect({ flags: data.readUInt8(32), counter: data.readUInt32BE(33) }).toEqual({
      flags: 0x41,
      counter: 7,
    })
    const assertion = authenticator.get({ challenge: 'AAAA', rpId: rpID })
    const signed = bytes(assertion.response.authenticatorData)
    expect(signed).toHaveLength(37)
    expect({ flags: signed.readUInt8(32), counter: signed.readUInt32BE(33) }).toEqual({
      flags: 0x01,
      counter: 14,
    })
  })

  it('refuses what a device refuses', async () => {
    const authenticator = createTestAuthenticator()
    const creation = await creationOptions()
    const { id } = authenticator.create(creation)
    const excludeCredentials = [{ id, type: 'public-key' }]
    const pubKeyCredParams = [{ type: 'public-key', alg: -257 }]
    const request = { challenge: 'AAAA', rpId: rpID }
    const names = [
      () => authenticator.create({ ...creation, excludeCredentials }),
      () => authenticator.create({ ...creation, pubKeyCredParams }),
      () => authenticator.get({ ...request, rpId: 'example.com' }),
      () => authenticator.get({ ...request, allowCredentials: [{ id: 'AAAA' }] }),
      () => createTestAuthenticator().get(request),
    ].map(nameOfThrown)
    expect(names).toEqual([
      'InvalidStateError',
      'NotSupportedError',
      'NotAllowedError',
      'NotAllowedError',
      'NotAllowedError',
    ])
    expect(authenticator.get({ ...request, allowCredentials: excludeCredentials }).id).toBe(id)
  })

  it('says what is wrong with options', () => {
    const { create, get } = createTestAuthenticator()
    expect(() => create({})).toThrow('challenge must be a non-empty string')
    expect(() => create({ challenge: 'AAAA' })).toThrow('user.id must be a non-empty string')
    expect(() => get('{"challenge":"AAAA"}')).toThrow('challenge must be a non-empty string')
    expect(() => get({ challenge: 'AAAA', allowCredentials: 1 })).toThrow(
      'allowCredentials must be a list',
    )
  })

  it('names an option that is wrong', () => {
    const misspelt: object = { orgin: 'http://localhost' }
    expect(() => createTestAuthenticator(misspelt)).toThrow('authenticator.orgin is not an option')
    const wrong = { nextCounter: 1 } as never
    expect(() => createTestAuthenticator().with(wrong)).toThrow(
      'authenticator.nextCounter must be a function',
    )
  })

  it('keeps one passkey for each account of a site', async () => {
    const authenticator = createTestAuthenticator()
    const creation = await creationOptions()
    const first = authenticator.create(creation)
    const ofBen = authenticator.create({ ...creation, user: { ...creation.user, id: 'YmVu' } })
    const second = authenticator.create(creation)
    const request = { challenge: 'AAAA' }
    expect(authenticator.get(request).id).toBe(second.id)
    expect(authenticator.get({ ...request, allowCredentials: [ofBen] }).id).toBe(ofBen.id)
    expect(() => authenticator.get({ ...request, allowCredentials: [first] })).toThrow('no passkey')
  })

  it('is another page, and the same device', async () => {
    const authenticator = createTestAuthenticator({ nextCounter: (last) => last + 2 })
    const { id } = authenticator.create(await creationOptions())
    const elsewhere = authenticator.with({ origin: 'https://example.com' })
    const { response, ...assertion } = elsewhere.get({ challenge: 'AAAA', rpId: rpID })
    expect(assertion.id).toBe(id)
    expect(bytes(response.authenticatorData).readUInt32BE(33)).toBe(4)
    expect(JSON.parse(bytes(response.clientDataJSON).toString())).toMatchObject({
      origin: 'https://example.com',
    })
    const again = authenticator.get({ challenge: 'AAAA', rpId: rpID })
    expect(bytes(again.response.authenticatorData).readUInt32BE(33)).toBe(6)
  })
})
