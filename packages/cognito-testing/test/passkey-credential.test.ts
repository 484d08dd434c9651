import { describe, expect, it } from 'vitest'
import {
  finishRegistration,
  nameOf,
  passkeyPool,
  startRegistration,
  tokenOf,
  withClientData,
} from './passkey-calls.ts'
import { refusalOf } from './sign-in.ts'

const invalid = 'InvalidParameterException: Credential data is not valid'

describe('CompleteWebAuthnRegistration', () => {
  it('refuses what is no credential, and leaves the challenge for one', async () => {
    const pool = passkeyPool()
    const token = await tokenOf(pool)
    const made = pool.createAuthenticator().create(await startRegistration(pool, token))
    const { response } = made
    const { transports, ...withoutTransports } = response
    const wrong = [
      'text',
      [made],
      {},
      { ...made, type: 'password' },
      { ...made, id: 'AAAA' },
      { ...made, clientExtensionResults: null },
      { ...made, response: withoutTransports },
      { ...made, response: { ...response, transports: [7] } },
      { ...made, response: { ...response, authenticatorData: 'not base64url!' } },
    ]
    for (const credential of wrong) {
      const finish = finishRegistration(pool, token, credential as unknown as typeof made)
      expect(await refusalOf(finish)).toBe(invalid)
    }
    await finishRegistration(pool, token, made)
    expect(transports).toEqual(['internal'])
  })

  it.each([
    ['an attestation that is cut', (bytes: Buffer) => bytes.subarray(0, -10)],
    ['an attestation that is no CBOR', () => Buffer.from('no CBOR')],
    [
      'an attestation of a format that nobody knows',
      (bytes: Buffer) => Buffer.from(bytes.toString('latin1').replace('none', 'nope'), 'latin1'),
    ],
  ])('refuses %s', async (_, change) => {
    const pool = passkeyPool()
    const token = await tokenOf(pool)
    const made = pool.createAuthenticator().create(await startRegistration(pool, token))
    const bytes = Buffer.from(made.response.attestationObject, 'base64url')
    const response = { ...made.response, attestationObject: change(bytes).toString('base64url') }
    expect(await refusalOf(finishRegistration(pool, token, { ...made, response }))).toBe(invalid)
  })

  it('takes no key of a kind that it did not ask for', async () => {
    const pool = passkeyPool()
    const token = await tokenOf(pool)
    const made = pool.createAuthenticator().create(await startRegistration(pool, token))
    const bytes = Buffer.from(made.response.attestationObject, 'base64url')
    // The COSE key begins with its type and algorithm: { 1: 2, 3: -7, … }; -8 is EdDSA.
    bytes[bytes.indexOf(Buffer.of(0x01, 0x02, 0x03, 0x26)) + 3] = 0x27
    const response = { ...made.response, attestationObject: bytes.toString('base64url') }
    expect(await nameOf(finishRegistration(pool, token, { ...made, response }))).toBe(
      'WebAuthnCredentialNotSupportedException',
    )
  })

  it('refuses an assertion, and an id that the key does not have', async () => {
    const pool = passkeyPool()
    const token = await tokenOf(pool)
    const create = async () =>
      pool.createAuthenticator().create(await startRegistration(pool, token))
    const asAssertion = withClientData(await create(), { type: 'webauthn.get' })
    expect(await refusalOf(finishRegistration(pool, token, asAssertion))).toBe(invalid)
    const renamed = { ...(await create()), id: 'AAAA', rawId: 'AAAA' }
    expect(await refusalOf(finishRegistration(pool, token, renamed))).toBe(invalid)
  })
})
