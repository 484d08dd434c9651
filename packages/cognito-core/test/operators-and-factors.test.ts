import { createCognito } from '@x/cognito-core'
import { createTestUserPool } from '@x/cognito-testing'
import { describe, expect, it } from 'vitest'
import { ada, operatorOf, password, username } from './an-operator.ts'

describe('second factors', () => {
  it('are told, preferred, and forgotten', async () => {
    const pool = createTestUserPool({ users: [{ ...ada, mfa: ['totp', 'email'] }] })
    const cognito = createCognito(pool.options)
    const { users } = operatorOf(pool)
    expect((await users.factors({ username })).enabled).toEqual(['totp', 'email'])
    await users.setMfaPreference({ username, enabled: ['totp', 'email'], preferred: 'email' })
    expect(await cognito.signIn({ username, password })).toMatchObject({
      challenge: { kind: 'email-code' },
    })
    expect((await users.get({ username })).mfa).toEqual({
      enabled: ['totp', 'email'],
      preferred: 'email',
    })
    await users.setMfaPreference({ username, enabled: [], preferred: 'none' })
    expect(await cognito.signIn({ username, password })).toMatchObject({ status: 'signed-in' })
    await users.deleteTotp({ username })
    await expect(
      users.setMfaPreference({ username, enabled: ['totp'], preferred: 'totp' }),
    ).rejects.toMatchObject({ code: 'COGNITO_MFA_NOT_SET_UP', params: { method: 'totp' } })
  })
})

describe('devices', () => {
  it('are told, remembered or not, and forgotten', async () => {
    const pool = createTestUserPool({ users: [ada], deviceTracking: 'always' })
    const cognito = createCognito(pool.options)
    const { devices } = operatorOf(pool).users
    const step = await cognito.signIn({ username, password })
    if (step.status !== 'signed-in' || !step.newDevice) throw new Error(step.status)
    const { key } = step.newDevice
    expect(await devices.list({ username })).toMatchObject([{ key }])
    await devices.remember({ username, key, remembered: false })
    expect(await devices.get({ username, key })).toMatchObject({ key, remembered: false })
    await devices.remember({ username, key })
    expect(await devices.get({ username, key })).toMatchObject({ key, remembered: true })
    await devices.forget({ username, key })
    expect(await devices.list({ username })).toEqual([])
    await expect(devices.get({ username, key })).rejects.toMatchObject({
      code: 'COGNITO_DEVICE_NOT_FOUND',
    })
    const { newDevice: device } = step
    expect(await cognito.signIn({ username, password, device })).toMatchObject({
      status: 'signed-in',
      droppedDevice: true,
    })
  })
})

describe('identities of another provider', () => {
  const google = { provider: 'Google', value: '117' }

  it('are linked to one user, and unlinked', async () => {
    const pool = createTestUserPool({ users: [ada, { username: 'bob', password }] })
    const { users } = operatorOf(pool)
    await users.linkProvider({ username, ...google })
    const { identities = '' } = (await users.get({ username })).attributes
    expect(JSON.parse(identities)).toMatchObject([{ providerName: 'Google', userId: '117' }])
    await expect(users.linkProvider({ username: 'bob', ...google })).rejects.toMatchObject({
      key: 'COGNITO_ALIAS_TAKEN.linked',
    })
    await users.unlinkProvider(google)
    await users.linkProvider({ username: 'bob', ...google })
    await expect(users.linkProvider({ username: 'nobody', ...google })).rejects.toMatchObject({
      code: 'COGNITO_USER_NOT_FOUND',
    })
  })

  it('are five at most', async () => {
    const pool = createTestUserPool({ users: [ada] })
    const { users } = operatorOf(pool)
    for (const value of ['1', '2', '3', '4', '5']) {
      await users.linkProvider({ username, provider: 'Google', value })
    }
    await expect(users.linkProvider({ username, ...google })).rejects.toMatchObject({
      key: 'COGNITO_LIMIT_EXCEEDED.linkedProviders',
    })
  })
})

describe('what a user did', () => {
  it('is listed, with what became of it', async () => {
    const pool = createTestUserPool({ users: [ada] })
    const cognito = createCognito(pool.options)
    await cognito.signIn({ username, password })
    await cognito.signIn({ username, password: 'Wrong-horse-1' }).catch(() => {})
    const responses: string[] = []
    for await (const event of operatorOf(pool).users.authEvents({ username, pageSize: 1 })) {
      expect(event).toMatchObject({ id: expect.any(String), type: 'SignIn' })
      responses.push(event.response ?? '')
    }
    expect(responses.sort()).toEqual(['Fail', 'Pass'])
  })
})
