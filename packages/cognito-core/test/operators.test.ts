import { createCognito } from '@x/cognito-core'
import { createCognitoAdmin } from '@x/cognito-core/admin'
import { createTestUserPool, type TestUserPool } from '@x/cognito-testing'
import { describe, expect, it } from 'vitest'

const password = 'Correct-horse-1'
const ada = { username: 'ada', password }

const operatorOf = (pool: TestUserPool) =>
  createCognitoAdmin({
    userPoolId: pool.userPoolId,
    clientId: pool.options.clientId,
    client: pool.options.client,
  })

const signedIn = async (pool: TestUserPool) => {
  const cognito = createCognito(pool.options)
  const step = await cognito.signIn({ username: 'ada', password })
  if (step.status !== 'signed-in') throw new Error(step.status)
  return { cognito, ...step.tokens }
}

describe('whoever is disabled', () => {
  it('is out at once, and back when enabled', async () => {
    const pool = createTestUserPool({ users: [ada] })
    const admin = operatorOf(pool)
    const { cognito, refreshToken = '' } = await signedIn(pool)
    await admin.users.disable({ username: 'ada' })
    await expect(cognito.refresh({ refreshToken })).rejects.toMatchObject({ name: 'CognitoError' })
    await expect(cognito.signIn({ username: 'ada', password })).rejects.toMatchObject({
      code: 'COGNITO_USER_DISABLED',
    })
    await admin.users.enable({ username: 'ada' })
    expect(await cognito.signIn({ username: 'ada', password })).toMatchObject({
      status: 'signed-in',
    })
  })
})

describe('whoever is signed out everywhere', () => {
  it('cannot refresh, and signs in again', async () => {
    const pool = createTestUserPool({ users: [ada] })
    const { cognito, accessToken, refreshToken = '' } = await signedIn(pool)
    await operatorOf(pool).users.signOutEverywhere({ username: 'ada' })
    await expect(cognito.refresh({ refreshToken })).rejects.toMatchObject({
      code: 'COGNITO_TOKEN_REJECTED',
    })
    await expect(cognito.profile.get({ accessToken })).rejects.toMatchObject({
      code: 'COGNITO_TOKEN_REJECTED',
    })
    expect(await cognito.signIn({ username: 'ada', password })).toMatchObject({
      status: 'signed-in',
    })
  })

  it('has to be somebody', async () => {
    const admin = operatorOf(createTestUserPool())
    await expect(admin.users.signOutEverywhere({ username: 'nobody' })).rejects.toMatchObject({
      code: 'COGNITO_USER_NOT_FOUND',
      operation: 'AdminUserGlobalSignOut',
    })
  })
})

describe('the secrets of an app client', () => {
  it('are rotated: a second one is added, both are good, the first is removed', async () => {
    const first = 'f'.repeat(30)
    const pool = createTestUserPool({ clients: [{ secret: first }], users: [ada] })
    const { clientSecrets } = operatorOf(pool)
    const [old] = await clientSecrets.list()
    const added = await clientSecrets.add()
    expect(added.value).toMatch(/^[\w+]{24,64}$/)
    expect((await clientSecrets.list()).map(({ id }) => id).sort()).toEqual(
      [old?.id, added.id].sort(),
    )
    await expect(clientSecrets.add()).rejects.toMatchObject({
      key: 'COGNITO_LIMIT_EXCEEDED.clientSecrets',
    })
    const signInWith = (clientSecret = '') =>
      createCognito({ ...pool.options, clientSecret }).signIn({ username: 'ada', password })
    expect(await signInWith(first)).toMatchObject({ status: 'signed-in' })
    expect(await signInWith(added.value)).toMatchObject({ status: 'signed-in' })
    await clientSecrets.remove({ id: old?.id ?? '' })
    expect(await signInWith(added.value)).toMatchObject({ status: 'signed-in' })
    await expect(signInWith(first)).rejects.toMatchObject({
      key: 'COGNITO_MISCONFIGURED.clientSecret',
    })
  })

  it('are known to the list by when they were made, and not by what they are', async () => {
    const pool = createTestUserPool({ clients: [{ secret: 'f'.repeat(30) }] })
    const secrets = await operatorOf(pool).clientSecrets.list()
    expect(secrets).toEqual([{ id: expect.any(String), createdAt: expect.any(Number) }])
  })
})
