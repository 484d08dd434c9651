import { GlobalSignOutCommand } from '@aws-sdk/client-cognito-identity-provider'
import { describe, expect, it } from 'vitest'
import { createTestUserPool, type TestAuthenticatorOptions } from '../src/index.ts'
import {
  finishRegistration,
  idsOf,
  listPasskeys,
  nameOf,
  passkeyPool,
  password,
  register,
  startRegistration,
  tokenOf,
  withClientData,
} from './passkey-calls.ts'
import { claimsOf, refusalOf } from './sign-in.ts'

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

  it('takes none that came over plain http, but on localhost', async () => {
    const pool = passkeyPool({ passkeys: { relyingPartyId: 'example.com' } })
    const token = await tokenOf(pool)
    for (const origin of ['http://example.com', 'http://app.example.com', 'ftp://example.com']) {
      const registered = register(pool, token, pool.createAuthenticator({ origin }))
      expect(await nameOf(registered)).toBe('WebAuthnOriginNotAllowedException')
    }
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
