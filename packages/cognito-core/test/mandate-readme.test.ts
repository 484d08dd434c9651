import { createCognito } from '@x/cognito-core'
import { createTestUserPool } from '@x/cognito-testing'
import { describe, expect, it } from 'vitest'

const email = 'your-user@email.com'
const password = 'Correct-horse-1'
const newPassword = 'Battery-staple-2'

/** People sign in with an e-mail address, and the app client has a secret: where its users came to grief. */
const pool = createTestUserPool({
  signInWith: ['email'],
  clients: [{ secret: true, writeAttributes: ['email', 'address', 'custom:plan'] }],
  customAttributes: [{ name: 'plan' }],
})
const { userPoolId, clientId, clientSecret = '', client, jwks } = pool.options
const cognito = createCognito({
  userPoolId,
  clientId,
  clientSecret,
  client,
  jwks,
  customAttributes: { plan: 'string' },
})

const authenticate = async (as: string) => {
  const result = await cognito.signIn({ username: email, password: as })
  if (result.status !== 'signed-in') throw new Error(result.status)
  return result.tokens
}

/** The README of the Python package `mandate`, heading by heading and in its order. */
describe('what mandate does', () => {
  it('registers, with base and custom attributes', async () => {
    expect(
      await cognito.signUp({
        username: email,
        password,
        attributes: { email, 'custom:plan': 'true' },
      }),
    ).toMatchObject({
      status: 'confirm-sign-up',
      sub: expect.stringMatching(/^[0-9a-f-]{36}$/),
      delivery: { medium: 'email', destination: 'y***@e***', attribute: 'email' },
    })
  })

  it('confirms the sign-up', async () => {
    const code = pool.inbox.lastCodeFor(email)
    expect(await cognito.confirmSignUp({ username: email, code })).toMatchObject({
      status: 'confirmed',
    })
  })

  it('authenticates, with an app secret and without admin rights', async () => {
    const { accessToken, idToken, refreshToken } = await authenticate(password)
    expect(refreshToken).toEqual(expect.any(String))
    expect(await cognito.verifyIdToken(idToken)).toMatchObject({ email })
    expect(await cognito.verifyAccessToken(accessToken)).toMatchObject({ client_id: clientId })
  })

  it('initiates and confirms a forgotten password', async () => {
    expect(await cognito.password.forgot({ username: email })).toEqual({
      medium: 'email',
      destination: 'y***@e***',
      attribute: 'email',
    })
    const code = pool.inbox.lastCodeFor(email)
    await cognito.password.reset({ username: email, code, newPassword })
    await expect(authenticate(password)).rejects.toMatchObject({
      code: 'COGNITO_INVALID_CREDENTIALS',
    })
    await expect(authenticate(newPassword)).resolves.toBeDefined()
  })

  it('gets the user', async () => {
    const { accessToken } = await authenticate(newPassword)
    const { sub, username, attributes } = await cognito.profile.get({ accessToken })
    expect(username).toBe(sub)
    expect(attributes).toEqual({ sub, email, email_verified: true, 'custom:plan': 'true' })
  })

  it('changes the password', async () => {
    const { accessToken } = await authenticate(newPassword)
    await cognito.password.change({
      accessToken,
      currentPassword: newPassword,
      newPassword: password,
    })
    await expect(authenticate(password)).resolves.toBeDefined()
  })

  it('updates the profile', async () => {
    const { accessToken } = await authenticate(password)
    expect(await cognito.profile.update({ accessToken, attributes: { address: 'foo' } })).toEqual({
      toVerify: [],
    })
    expect((await cognito.profile.get({ accessToken })).attributes).toMatchObject({
      address: 'foo',
    })
  })

  it('logs out', async () => {
    const { accessToken, refreshToken = '' } = await authenticate(password)
    await cognito.signOutEverywhere({ accessToken })
    await expect(cognito.refresh({ refreshToken })).rejects.toMatchObject({
      code: 'COGNITO_TOKEN_REJECTED',
    })
  })
})

describe('where mandate and its relatives went wrong', () => {
  it('nothing is kept between calls: the next user gets nothing of the one before', async () => {
    await cognito.signUp({ username: 'first@email.com', password, attributes: { address: 'one' } })
    await cognito.signUp({ username: 'second@email.com', password })
    const code = pool.inbox.lastCodeFor('second@email.com')
    await cognito.confirmSignUp({ username: 'second@email.com', code })
    const result = await cognito.signIn({ username: 'second@email.com', password })
    if (result.status !== 'signed-in') throw new Error(result.status)
    const { attributes } = await cognito.profile.get(result.tokens)
    expect(Object.keys(attributes).sort()).toEqual(['email', 'email_verified', 'sub'])
  })

  it('the hash is over the name that is given, whoever was there before', async () => {
    const code = pool.inbox.lastCodeFor('first@email.com')
    await cognito.password.forgot({ username: email })
    await expect(
      cognito.confirmSignUp({ username: 'first@email.com', code }),
    ).resolves.toBeDefined()
  })

  it('two sign-ups at the same time do not touch each other', async () => {
    const names = ['third@email.com', 'fourth@email.com', 'fifth@email.com']
    const signedUp = await Promise.all(
      names.map((username) =>
        cognito.signUp({ username, password, attributes: { address: username } }),
      ),
    )
    expect(new Set(signedUp.map(({ sub }) => sub)).size).toBe(3)
    for (const username of names) {
      await cognito.confirmSignUp({ username, code: pool.inbox.lastCodeFor(username) })
      const result = await cognito.signIn({ username, password })
      if (result.status !== 'signed-in') throw new Error(result.status)
      const { attributes } = await cognito.profile.get(result.tokens)
      expect(attributes).toMatchObject({ email: username, address: username })
    }
  })

  it('a user whose first sign-in asks for more is not an error of ours', async () => {
    pool.addUser({ username: 'invited@email.com', password, status: 'FORCE_CHANGE_PASSWORD' })
    expect(await cognito.signIn({ username: 'invited@email.com', password })).toMatchObject({
      status: 'challenge',
      challenge: { kind: 'new-password' },
    })
  })
})
