import { describe, expect, it } from 'vitest'
import type { TestAssertion, TestAuthenticator, TestUserPoolOptions } from '../src/index.ts'
import {
  answerPasskey,
  askForPasskey,
  deletePasskey,
  passkeyPool,
  register,
  startRegistration,
  tokenOf,
} from './passkey-calls.ts'
import { claimsOf, initiate, refusalOf, respond, secretHash } from './sign-in.ts'

const refused = 'NotAuthorizedException: The passkey was not accepted.'
const usedUp =
  'NotAuthorizedException: Invalid session for the user, session can only be used once.'

const poolWithPasskey = async (
  options: TestUserPoolOptions = {},
  authenticatorOptions: Parameters<ReturnType<typeof passkeyPool>['createAuthenticator']>[0] = {},
) => {
  const pool = passkeyPool(options)
  const token = await tokenOf(pool)
  const authenticator = pool.createAuthenticator(authenticatorOptions)
  const { id } = await register(pool, token, authenticator)
  return { pool, token, authenticator, id }
}

const withResponse = (assertion: TestAssertion, change: object) => ({
  ...assertion,
  response: { ...assertion.response, ...change },
})

describe('WEB_AUTHN', () => {
  it('is chosen once', async () => {
    const { pool } = await poolWithPasskey()
    const choice = await initiate(pool, 'USER_AUTH', { USERNAME: 'ann' })
    const choose = () => respond(pool, choice, { USERNAME: 'ann', ANSWER: 'WEB_AUTHN' })
    expect(await choose()).toMatchObject({ ChallengeName: 'WEB_AUTHN' })
    expect(await refusalOf(choose())).toBe(usedUp)
  })

  it('asks in the words of a real pool', async () => {
    const { pool, id } = await poolWithPasskey()
    const challenge = await askForPasskey(pool)
    expect(challenge).toMatchObject({
      ChallengeName: 'WEB_AUTHN',
      Session: expect.stringMatching(/^AYABe[\w-]{1000,2000}$/),
    })
    expect(challenge.options).toEqual({
      hints: [],
      attestation: 'none',
      attestationFormats: [],
      challenge: expect.stringMatching(/^[\w-]{22}$/),
      timeout: 180_000,
      rpId: 'localhost',
      allowCredentials: [{ id, type: 'public-key' }],
      userVerification: 'preferred',
    })
    const again = await askForPasskey(pool)
    expect(again.options.challenge).not.toBe(challenge.options.challenge)
  })

  it('signs in with any passkey of the user, again and again', async () => {
    const { pool, token, authenticator, id } = await poolWithPasskey()
    const other = pool.createAuthenticator({ origin: 'http://localhost:3000' })
    const second = await register(pool, token, other)
    for (const device of [authenticator, other, authenticator]) {
      const challenge = await askForPasskey(pool)
      const ids = challenge.options.allowCredentials.map((entry: { id: string }) => entry.id)
      expect(ids).toEqual([id, second.id])
      const answer = await answerPasskey(pool, challenge, device.get(challenge.options))
      expect(claimsOf(answer.AuthenticationResult?.AccessToken)).toMatchObject({ username: 'ann' })
      expect(answer.ChallengeParameters).toEqual({})
    }
  })

  it('signs in over a client with a secret, and with a passkey that names no user', async () => {
    const { pool, authenticator } = await poolWithPasskey({ clients: [{ secret: true }] })
    const challenge = await askForPasskey(pool)
    const assertion = authenticator.get({ ...challenge.options, allowCredentials: [] })
    const { userHandle, ...response } = assertion.response
    const answer = await answerPasskey(pool, challenge, { ...assertion, response })
    expect(answer.AuthenticationResult).toBeDefined()
    expect(userHandle).toBeDefined()
    expect(secretHash(pool, 'ann')).toHaveProperty('SECRET_HASH')
  })

  it.each<[string, (device: TestAuthenticator, options: object) => object]>([
    [
      'of another site',
      (device, options) => device.with({ origin: 'https://example.com' }).get(options),
    ],
    [
      'for another RP id',
      (device, options) => device.with({ relyingPartyId: 'example.com' }).get(options),
    ],
    ['for another challenge', (device, options) => device.get({ ...options, challenge: 'AAAA' })],
    [
      'that does not verify the user',
      (device, options) => device.with({ userVerified: false }).get(options),
    ],
    [
      'whose counter goes back',
      (device, options) => device.with({ nextCounter: () => 0 }).get(options),
    ],
    [
      'whose counter stands still',
      (device, options) => device.with({ nextCounter: (last) => last }).get(options),
    ],
    [
      'whose signature is cut',
      (device, options) => {
        const assertion = device.get(options)
        return withResponse(assertion, { signature: assertion.response.signature.slice(0, -4) })
      },
    ],
    [
      'whose signature is that of something else',
      (device, options) => {
        const { signature } = device.get(options).response
        return withResponse(device.get(options), { signature })
      },
    ],
    [
      'of somebody else, as the device says',
      (device, options) => withResponse(device.get(options), { userHandle: 'YmVu' }),
    ],
    [
      'under an id that nobody has',
      (device, options) => ({ ...device.get(options), id: 'AAAA', rawId: 'AAAA' }),
    ],
  ])('refuses an assertion %s, and takes a right one after it', async (_, assert) => {
    const { pool, authenticator } = await poolWithPasskey({
      passkeys: { userVerification: 'required' },
    })
    const challenge = await askForPasskey(pool)
    const wrong = assert(authenticator, challenge.options)
    expect(await refusalOf(answerPasskey(pool, challenge, wrong))).toBe(refused)
    // Wherever the counter was left.
    const right = authenticator.with({ nextCounter: () => 100 }).get(challenge.options)
    const answer = await answerPasskey(pool, challenge, right)
    expect(answer.AuthenticationResult).toBeDefined()
  })

  it('refuses the passkey of another user', async () => {
    const { pool } = await poolWithPasskey()
    const ofBen = pool.createAuthenticator()
    await register(pool, await tokenOf(pool, 'ben'), ofBen)
    const challenge = await askForPasskey(pool)
    const assertion = ofBen.get({ ...challenge.options, allowCredentials: [] })
    expect(await refusalOf(answerPasskey(pool, challenge, assertion))).toBe(refused)
  })

  it('refuses the challenge of another Session', async () => {
    const { pool, authenticator } = await poolWithPasskey()
    const [first, second] = [await askForPasskey(pool), await askForPasskey(pool)]
    const assertion = authenticator.get(first.options)
    expect(await refusalOf(answerPasskey(pool, second, assertion))).toBe(refused)
    expect((await answerPasskey(pool, first, assertion)).AuthenticationResult).toBeDefined()
  })

  it('refuses what is no assertion, and leaves the Session for one', async () => {
    const { pool, token, authenticator } = await poolWithPasskey()
    const challenge = await askForPasskey(pool)
    const assertion = authenticator.get(challenge.options)
    const registration = pool.createAuthenticator().create(await startRegistration(pool, token))
    const { signature, ...unsigned } = assertion.response
    const answer = (CREDENTIAL: string) =>
      refusalOf(respond(pool, challenge, { USERNAME: 'ann', CREDENTIAL }))
    const invalid = 'InvalidParameterException: Credential data is not valid'
    expect(await answer('')).toBe(
      'InvalidParameterException: Missing required parameter CREDENTIAL',
    )
    expect(await answer('not JSON')).toBe(invalid)
    expect(await answer('null')).toBe(invalid)
    expect(await answer(JSON.stringify(registration))).toBe(invalid)
    expect(await answer(JSON.stringify({ ...assertion, response: unsigned }))).toBe(invalid)
    expect(await answer(JSON.stringify(withResponse(assertion, { userHandle: 7 })))).toBe(invalid)
    expect((await answerPasskey(pool, challenge, assertion)).AuthenticationResult).toBeDefined()
    expect(signature).toBeDefined()
  })

  it('takes passkeys that do not count', async () => {
    const { pool, authenticator } = await poolWithPasskey({}, { nextCounter: () => 0 })
    for (const _ of Array.from({ length: 2 })) {
      const challenge = await askForPasskey(pool)
      const answer = await answerPasskey(pool, challenge, authenticator.get(challenge.options))
      expect(answer.AuthenticationResult).toBeDefined()
    }
  })

  it('takes a passkey that does not verify the user where it need not', async () => {
    const { pool, authenticator } = await poolWithPasskey({}, { userVerified: false })
    const challenge = await askForPasskey(pool)
    const answer = await answerPasskey(pool, challenge, authenticator.get(challenge.options))
    expect(answer.AuthenticationResult).toBeDefined()
  })

  it('uses the Session up, and lets it expire', async () => {
    const { pool, authenticator } = await poolWithPasskey()
    const challenge = await askForPasskey(pool)
    await answerPasskey(pool, challenge, authenticator.get(challenge.options))
    const again = authenticator.get(challenge.options)
    expect(await refusalOf(answerPasskey(pool, challenge, again))).toBe(usedUp)

    const late = await askForPasskey(pool)
    pool.clock.advance(180)
    expect(await refusalOf(answerPasskey(pool, late, authenticator.get(late.options)))).toBe(
      'NotAuthorizedException: Invalid session for the user, session is expired.',
    )
  })

  it('signs in once where two answers to one Session come at once', async () => {
    const { pool, authenticator } = await poolWithPasskey({}, { nextCounter: () => 0 })
    const challenge = await askForPasskey(pool)
    const assertion = authenticator.get(challenge.options)
    const results = await Promise.allSettled([
      answerPasskey(pool, challenge, assertion),
      answerPasskey(pool, challenge, assertion),
    ])
    const statuses = results.map((result) =>
      result.status === 'rejected' ? String(result.reason) : result.status,
    )
    expect(statuses.sort()).toEqual([usedUp, 'fulfilled'])
  })

  it('takes one of two keys that have counted alike, also where both answer at once', async () => {
    const { pool, authenticator } = await poolWithPasskey()
    const copy = authenticator.with({ nextCounter: () => 2 })
    const challenges = [await askForPasskey(pool), await askForPasskey(pool)]
    const results = await Promise.allSettled(
      challenges.map((challenge) => answerPasskey(pool, challenge, copy.get(challenge.options))),
    )
    const statuses = results.map((result) =>
      result.status === 'rejected' ? String(result.reason) : result.status,
    )
    expect(statuses.sort()).toEqual([refused, 'fulfilled'])
  })

  it('refuses a passkey that was deleted while it was asked for, or while it was checked', async () => {
    const { pool, token, authenticator, id } = await poolWithPasskey()
    const challenge = await askForPasskey(pool)
    const answer = refusalOf(answerPasskey(pool, challenge, authenticator.get(challenge.options)))
    await deletePasskey(pool, token, id)
    expect(await answer).toBe(refused)
    const after = answerPasskey(pool, challenge, authenticator.get(challenge.options))
    expect(await refusalOf(after)).toBe(refused)
  })
})

describe('WEB_AUTHN of somebody who does not exist', () => {
  it('asks for a passkey that nobody has, the same each time', async () => {
    const { pool } = await poolWithPasskey()
    const idsFor = async (name: string) => {
      const { options, ChallengeName, ChallengeParameters = {} } = await askForPasskey(pool, name)
      expect(Object.keys(ChallengeParameters)).toEqual(['CREDENTIAL_REQUEST_OPTIONS'])
      return { ChallengeName, ids: options.allowCredentials }
    }
    const ofZoe = await idsFor('zoe')
    expect(ofZoe).toEqual({
      ChallengeName: 'WEB_AUTHN',
      ids: [{ id: expect.stringMatching(/^[\w-]{43}$/), type: 'public-key' }],
    })
    expect(await idsFor('zoe')).toEqual(ofZoe)
    expect(await idsFor('yan')).not.toEqual(ofZoe)
  })

  it('refuses every answer as it does wrong ones of others', async () => {
    const { pool, authenticator } = await poolWithPasskey()
    const challenge = await askForPasskey(pool, 'zoe')
    const assertion = authenticator.get({ ...challenge.options, allowCredentials: [] })
    expect(await refusalOf(answerPasskey(pool, challenge, assertion, 'zoe'))).toBe(refused)
    const [{ id }] = challenge.options.allowCredentials
    const named = { ...assertion, id, rawId: id }
    expect(await refusalOf(answerPasskey(pool, challenge, named, 'zoe'))).toBe(refused)
    expect(await refusalOf(answerPasskey(pool, challenge, {}, 'zoe'))).toBe(
      'InvalidParameterException: Credential data is not valid',
    )
  })
})
