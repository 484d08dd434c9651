import { GlobalSignOutCommand } from '@aws-sdk/client-cognito-identity-provider'
import { describe, expect, it } from 'vitest'
import { createTestUserPool, type TestAuthenticatorOptions } from '../src/index.ts'
import {
  deletePasskey,
  finishRegistration,
  idsOf,
  listPasskeys,
  passkeyPool,
  password,
  register,
  startRegistration,
  tokenOf,
  withClientData,
} from './passkey-calls.ts'
import { claimsOf, refusalOf } from './sign-in.ts'

const invalid = 'InvalidParameterException: Credential data is not valid'

const nameOf = async (refused: Promise<unknown>) => (await refusalOf(refused)).split(':')[0]

describe('StartWebAuthnRegistration', () => {
  it('gives what a browser is asked with, in the words of a real pool', async () => {
    const pool = passkeyPool()
    const token = await tokenOf(pool)
    const options = await startRegistration(pool, token)
    expect(options).toEqual({
      rp: { id: 'localhost', name: 'localhost' },
      user: {
        id: Buffer.from(String(claimsOf(token)['sub'])).toString('base64url'),
        name: 'ann',
        displayName: '',
      },
      challenge: expect.stringMatching(/^[\w-]{22}$/),
      pubKeyCredParams: [
        { type: 'public-key', alg: -7 },
        { type: 'public-key', alg: -257 },
      ],
      timeout: 60_000,
      excludeCredentials: [],
      authenticatorSelection: {
        requireResidentKey: true,
        residentKey: 'required',
        userVerification: 'preferred',
      },
    })
    expect((await startRegistration(pool, token)).challenge).not.toBe(options.challenge)
  })

  it('names the passkeys that there are, so that no device makes a second one', async () => {
    const pool = passkeyPool()
    const token = await tokenOf(pool)
    const authenticator = pool.createAuthenticator()
    const { id } = await register(pool, token, authenticator)
    const options = await startRegistration(pool, token)
    expect(options['excludeCredentials']).toEqual([{ type: 'public-key', id }])
    expect(() => authenticator.create(options)).toThrow('is on this device')
  })

  it('is of the RP id and the user verification of the pool', async () => {
    const pool = passkeyPool({
      passkeys: { relyingPartyId: 'example.com', userVerification: 'required' },
    })
    const token = await tokenOf(pool)
    expect(await startRegistration(pool, token)).toMatchObject({
      rp: { id: 'example.com', name: 'example.com' },
      authenticatorSelection: { userVerification: 'required' },
    })
    await register(pool, token)
    await register(
      pool,
      token,
      pool.createAuthenticator({ origin: 'https://app.example.com:8443' }),
    )
    expect(await idsOf(pool, token)).toHaveLength(2)
  })

  it('is refused where passkeys are no first factor', async () => {
    const pool = createTestUserPool({ users: [{ username: 'ann', password }] })
    const token = await tokenOf(pool)
    expect(await refusalOf(startRegistration(pool, token))).toBe(
      'WebAuthnNotEnabledException: Passkeys are not enabled for this user pool.',
    )
  })
})

describe('CompleteWebAuthnRegistration', () => {
  const completeWith = async (options: TestAuthenticatorOptions, userVerification?: 'required') => {
    const pool = passkeyPool(userVerification && { passkeys: { userVerification } })
    const token = await tokenOf(pool)
    await register(pool, token, pool.createAuthenticator(options))
    return listPasskeys(pool, token)
  }

  it('keeps the passkey', async () => {
    const { Credentials } = await completeWith({})
    expect(Credentials).toEqual([
      {
        CredentialId: expect.stringMatching(/^[\w-]{43}$/),
        FriendlyCredentialName: 'Passkey',
        RelyingPartyId: 'localhost',
        AuthenticatorAttachment: 'platform',
        AuthenticatorTransports: ['internal'],
        CreatedAt: expect.any(Date),
      },
    ])
  })

  it.each(['http://localhost:3000', 'https://localhost', 'http://app.localhost:5173'])(
    'takes one from %s',
    async (origin) => {
      expect((await completeWith({ origin })).Credentials).toHaveLength(1)
    },
  )

  it.each([
    'http://example.com',
    'https://example.com',
    'https://notlocalhost',
    'https://localhost.example.com',
    'http://127.0.0.1',
    'https://localhost/page',
    'localhost',
  ])('takes none from %s', async (origin) => {
    expect(await nameOf(completeWith({ origin }))).toBe('WebAuthnOriginNotAllowedException')
  })

  it('takes none that was made inside the page of another site', async () => {
    const pool = passkeyPool()
    const token = await tokenOf(pool)
    const made = pool.createAuthenticator().create(await startRegistration(pool, token))
    const framed = withClientData(made, { crossOrigin: true })
    expect(await nameOf(finishRegistration(pool, token, framed))).toBe(
      'WebAuthnOriginNotAllowedException',
    )
  })

  it('takes none for another RP id', async () => {
    expect(await nameOf(completeWith({ relyingPartyId: 'example.com' }))).toBe(
      'WebAuthnRelyingPartyMismatchException',
    )
  })

  it('takes one that does not verify its user, unless it has to', async () => {
    expect((await completeWith({ userVerified: false })).Credentials).toHaveLength(1)
    expect(await nameOf(completeWith({ userVerified: false }, 'required'))).toBe(
      'WebAuthnCredentialNotSupportedException',
    )
  })

  it('takes a challenge once, of the user, the client and the time that it is for', async () => {
    const pool = passkeyPool()
    const token = await tokenOf(pool)
    const create = async () =>
      pool.createAuthenticator().create(await startRegistration(pool, token))

    const used = await create()
    await finishRegistration(pool, token, used)
    expect(await nameOf(finishRegistration(pool, token, used))).toBe(
      'WebAuthnChallengeNotFoundException',
    )
    const ofAnn = await create()
    expect(await nameOf(finishRegistration(pool, await tokenOf(pool, 'ben'), ofAnn))).toBe(
      'WebAuthnChallengeNotFoundException',
    )
    const invented = withClientData(ofAnn, { challenge: 'AAAAAAAAAAAAAAAAAAAAAA' })
    expect(await nameOf(finishRegistration(pool, token, invented))).toBe(
      'WebAuthnChallengeNotFoundException',
    )
    await finishRegistration(pool, token, ofAnn)

    const late = await create()
    pool.clock.advance(180)
    expect(await nameOf(finishRegistration(pool, token, late))).toBe(
      'WebAuthnChallengeNotFoundException',
    )
    expect(await idsOf(pool, token)).toEqual([used.id, ofAnn.id])
  })

  it('uses a challenge up for a credential that is refused, too', async () => {
    const pool = passkeyPool()
    const token = await tokenOf(pool)
    const made = pool.createAuthenticator().create(await startRegistration(pool, token))
    const elsewhere = withClientData(made, { origin: 'https://example.com' })
    expect(await nameOf(finishRegistration(pool, token, elsewhere))).toBe(
      'WebAuthnOriginNotAllowedException',
    )
    expect(await nameOf(finishRegistration(pool, token, made))).toBe(
      'WebAuthnChallengeNotFoundException',
    )
  })

  it('takes the token of the client alone that it was started with', async () => {
    const pool = passkeyPool()
    const token = await tokenOf(pool)
    const made = pool.createAuthenticator().create(await startRegistration(pool, token))
    const [, other] = pool.clients
    const options = { ...pool.options, clientId: other?.id ?? '' }
    const atOther = await tokenOf({ ...pool, options })
    expect(await nameOf(finishRegistration(pool, atOther, made))).toBe(
      'WebAuthnClientMismatchException',
    )
    await finishRegistration(pool, token, made)
  })

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

  it('registers a passkey once, for one user', async () => {
    const pool = passkeyPool()
    const [token, tokenOfBen] = [await tokenOf(pool), await tokenOf(pool, 'ben')]
    const made = await register(pool, token)
    const { challenge } = await startRegistration(pool, tokenOfBen)
    const stolen = withClientData(made, { challenge })
    expect(await refusalOf(finishRegistration(pool, tokenOfBen, stolen))).toBe(
      'InvalidParameterException: This passkey is registered already.',
    )
  })

  it('keeps twenty passkeys of a user, also of many that come together', async () => {
    const pool = passkeyPool()
    const token = await tokenOf(pool)
    const tooMany = 'LimitExceededException: A user can have 20 passkeys.'
    const made = await Promise.all(
      Array.from({ length: 22 }, async () =>
        pool.createAuthenticator().create(await startRegistration(pool, token)),
      ),
    )
    const results = await Promise.allSettled(
      made.map((credential) => finishRegistration(pool, token, credential)),
    )
    expect(results.filter(({ status }) => status === 'fulfilled')).toHaveLength(20)
    expect(await idsOf(pool, token)).toHaveLength(20)
    expect(await refusalOf(startRegistration(pool, token))).toBe(tooMany)
  })

  it('registers one passkey where the same credential comes twice at once', async () => {
    const pool = passkeyPool()
    const token = await tokenOf(pool)
    const made = pool.createAuthenticator().create(await startRegistration(pool, token))
    const results = await Promise.allSettled([
      finishRegistration(pool, token, made),
      finishRegistration(pool, token, made),
    ])
    expect(results.map(({ status }) => status).sort()).toEqual(['fulfilled', 'rejected'])
    expect(await idsOf(pool, token)).toEqual([made.id])
  })

  it('keeps nothing for a user who signed out everywhere meanwhile', async () => {
    const pool = passkeyPool()
    const token = await tokenOf(pool)
    const made = pool.createAuthenticator().create(await startRegistration(pool, token))
    const finish = refusalOf(finishRegistration(pool, token, made))
    await pool.options.client.send(new GlobalSignOutCommand({ AccessToken: token }))
    expect(await finish).toBe('NotAuthorizedException: Access Token has been revoked')
    expect(await idsOf(pool, await tokenOf(pool))).toEqual([])
  })
})

describe('ListWebAuthnCredentials', () => {
  it('comes in pages, which go on where they were also after a deletion', async () => {
    const pool = passkeyPool()
    const token = await tokenOf(pool)
    const ids: string[] = []
    for (const _ of Array.from({ length: 5 })) {
      ids.push((await register(pool, token)).id)
      pool.clock.advance(1)
    }
    const first = await listPasskeys(pool, token, { MaxResults: 2 })
    expect(first.Credentials?.map(({ CredentialId }) => CredentialId)).toEqual(ids.slice(0, 2))
    await deletePasskey(pool, token, ids[1] ?? '')
    const { NextToken } = first
    const second = await listPasskeys(pool, token, { MaxResults: 2, NextToken })
    expect(second.Credentials?.map(({ CredentialId }) => CredentialId)).toEqual(ids.slice(2, 4))
    const last = await listPasskeys(pool, token, { NextToken: second.NextToken })
    expect(last.Credentials?.map(({ CredentialId }) => CredentialId)).toEqual(ids.slice(4))
    expect(last.NextToken).toBeUndefined()
    expect((await listPasskeys(pool, token, { MaxResults: 0 })).Credentials).toHaveLength(4)
  })

  it('takes no token that is made up or of somebody else, and no page of more than 20', async () => {
    const pool = passkeyPool()
    const [token, tokenOfBen] = [await tokenOf(pool), await tokenOf(pool, 'ben')]
    await register(pool, token)
    await register(pool, token)
    const { NextToken } = await listPasskeys(pool, token, { MaxResults: 1 })
    const list = (input: object, AccessToken = token) =>
      nameOf(listPasskeys(pool, AccessToken, input))
    expect(NextToken).toBeDefined()
    expect(await list({ NextToken }, tokenOfBen)).toBe('InvalidParameterException')
    expect(await list({ NextToken: 'made-up' })).toBe('InvalidParameterException')
    expect(await list({ MaxResults: 21 })).toBe('InvalidParameterException')
  })
})

describe('DeleteWebAuthnCredential', () => {
  it('deletes a passkey of the user, and of nobody else', async () => {
    const pool = passkeyPool()
    const [token, tokenOfBen] = [await tokenOf(pool), await tokenOf(pool, 'ben')]
    const { id } = await register(pool, token)
    expect(await refusalOf(deletePasskey(pool, tokenOfBen, id))).toBe(
      'ResourceNotFoundException: Passkey does not exist.',
    )
    await deletePasskey(pool, token, id)
    expect(await idsOf(pool, token)).toEqual([])
    expect(await nameOf(deletePasskey(pool, token, id))).toBe('ResourceNotFoundException')
  })
})
