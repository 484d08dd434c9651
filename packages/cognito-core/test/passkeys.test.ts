import { type Cognito, createCognito } from '@x/cognito-core'
import { createTestUserPool, type TestUserPool } from '@x/cognito-testing'
import { beforeEach, describe, expect, it } from 'vitest'

const password = 'Correct-horse-1'
const username = 'ada'

describe('passkeys of who is signed in', () => {
  let pool: TestUserPool
  let cognito: Cognito
  let accessToken: string
  beforeEach(async () => {
    pool = createTestUserPool({
      firstFactors: ['password', 'passkey'],
      users: [{ username, password }],
    })
    cognito = createCognito(pool.options)
    const result = await cognito.signIn({ username, password })
    if (result.status !== 'signed-in') throw new Error(result.status)
    accessToken = result.tokens.accessToken
  })

  const add = async (authenticator = pool.createAuthenticator()) => {
    const options = await cognito.passkeys.startRegistration({ accessToken })
    const credential = authenticator.create(options)
    await cognito.passkeys.finishRegistration({ accessToken, credential })
    return authenticator
  }

  it('are made, listed, signed in with and deleted', async () => {
    const since = Math.floor(pool.clock.now())
    const authenticator = await add()
    const [passkey, ...others] = await cognito.passkeys.list({ accessToken })
    expect(others).toEqual([])
    expect(passkey).toMatchObject({
      id: expect.stringMatching(/^[\w-]+$/),
      name: expect.any(String),
      relyingPartyId: 'localhost',
    })
    expect(passkey?.createdAt).toBeGreaterThanOrEqual(since)
    expect(passkey?.createdAt).toBeLessThanOrEqual(pool.clock.now())

    const asked = await cognito.signIn({ method: 'choice', username, prefer: 'passkey' })
    if (asked.status !== 'challenge' || asked.challenge.kind !== 'passkey') throw asked
    const credential = authenticator.get(asked.challenge.requestOptions)
    await expect(cognito.answerChallenge(asked.challenge, { credential })).resolves.toMatchObject({
      status: 'signed-in',
    })

    await cognito.passkeys.delete({ accessToken, id: passkey?.id ?? '' })
    await expect(cognito.passkeys.list({ accessToken })).resolves.toEqual([])
  })

  it('are twenty at most, which says so', async () => {
    for (const _ of Array.from({ length: 20 })) await add()
    const ids = (await cognito.passkeys.list({ accessToken })).map(({ id }) => id)
    expect(new Set(ids).size).toBe(20)
    await expect(add()).rejects.toMatchObject({ key: 'COGNITO_LIMIT_EXCEEDED.passkeys' })
    await cognito.passkeys.delete({ accessToken, id: ids[0] ?? '' })
    await expect(add()).resolves.toBeDefined()
  })

  it('go through as the browser gives them, with what is no JSON left behind', async () => {
    const options = await cognito.passkeys.startRegistration({ accessToken })
    expect(options).toMatchObject({ rp: { id: 'localhost' }, challenge: expect.any(String) })
    const json = pool.createAuthenticator().create(options)
    class PublicKeyCredential {
      toJSON = () => json
    }
    await cognito.passkeys.finishRegistration({
      accessToken,
      credential: new PublicKeyCredential(),
    })
    await expect(cognito.passkeys.list({ accessToken })).resolves.toHaveLength(1)
  })

  it('are refused from another site, and for another registration', async () => {
    const elsewhere = pool.createAuthenticator({ origin: 'https://evil.example' })
    await expect(add(elsewhere)).rejects.toMatchObject({ key: 'COGNITO_PASSKEY_REJECTED.origin' })

    const options = await cognito.passkeys.startRegistration({ accessToken })
    const credential = pool.createAuthenticator().create({ ...options, challenge: 'AAAA' })
    await expect(
      cognito.passkeys.finishRegistration({ accessToken, credential }),
    ).rejects.toMatchObject({ code: 'COGNITO_PASSKEY_REJECTED' })
    await expect(cognito.passkeys.list({ accessToken })).resolves.toEqual([])
  })

  it('cannot be deleted when there is none of that name', async () => {
    await expect(cognito.passkeys.delete({ accessToken, id: 'bm9uZQ' })).rejects.toMatchObject({
      code: 'COGNITO_PASSKEY_NOT_FOUND',
    })
  })

  it('need a pool that takes them', async () => {
    const other = createTestUserPool({ users: [{ username, password }] })
    const without = createCognito(other.options)
    const result = await without.signIn({ username, password })
    if (result.status !== 'signed-in') throw new Error(result.status)
    await expect(without.passkeys.startRegistration(result.tokens)).rejects.toMatchObject({
      key: 'COGNITO_MISCONFIGURED.passkeys',
    })
  })
})
