import { createCognito } from '@x/cognito-core'
import {
  createTestUserPool,
  type TestUserOptions,
  type TestUserPoolOptions,
} from '@x/cognito-testing'
import { describe, expect, it } from 'vitest'

const password = 'Correct-horse-1'
const newPassword = 'Battery-staple-2'
const email = 'ada@example.com'
const ada: TestUserOptions = {
  username: 'ada',
  password,
  attributes: { email, email_verified: 'true' },
}

const poolAnd = (options: TestUserPoolOptions = {}) => {
  const pool = createTestUserPool({ clients: [{ secret: true }], users: [ada], ...options })
  const cognito = createCognito(pool.options)
  const signedIn = async (as = password) => {
    const result = await cognito.signIn({ username: 'ada', password: as })
    if (result.status !== 'signed-in') throw new Error(result.status)
    return result.tokens
  }
  return { pool, cognito, signedIn }
}

describe('a forgotten password', () => {
  it('is replaced by means of a code', async () => {
    const { pool, cognito, signedIn } = poolAnd()
    expect(await cognito.password.forgot({ username: 'ada' })).toEqual({
      medium: 'email',
      destination: 'a***@e***',
      attribute: 'email',
    })
    const code = pool.inbox.lastCodeFor('ada')
    expect(await cognito.password.reset({ username: 'ada', code, newPassword })).toBeUndefined()

    await expect(cognito.signIn({ username: 'ada', password })).rejects.toMatchObject({
      code: 'COGNITO_INVALID_CREDENTIALS',
    })
    await expect(signedIn(newPassword)).resolves.toBeDefined()
  })

  it('ends the wait of somebody whose password must be reset', async () => {
    const { pool, cognito, signedIn } = poolAnd({ users: [{ ...ada, status: 'RESET_REQUIRED' }] })
    expect(await cognito.signIn({ username: 'ada', password })).toEqual({
      status: 'reset-password',
      afterProof: true,
    })
    await cognito.password.forgot({ username: 'ada' })
    const code = pool.inbox.lastCodeFor('ada')
    await cognito.password.reset({ username: 'ada', code, newPassword })
    await expect(signedIn(newPassword)).resolves.toBeDefined()
  })

  it('is asked for by an alias, too', async () => {
    const { pool, cognito, signedIn } = poolAnd({ aliases: ['email'] })
    await cognito.password.forgot({ username: email })
    const code = pool.inbox.lastCodeFor('ada')
    await cognito.password.reset({ username: email, code, newPassword })
    await expect(signedIn(newPassword)).resolves.toBeDefined()
  })

  it.each<[string, TestUserPoolOptions, string]>([
    [
      'who has nothing verified',
      {
        clients: [{ preventUserExistenceErrors: false }],
        users: [{ username: 'ada', password, attributes: { email } }],
      },
      'COGNITO_NO_RECOVERY',
    ],
    [
      'who was invited and has not been here yet',
      { users: [{ ...ada, status: 'FORCE_CHANGE_PASSWORD' }] },
      'COGNITO_PASSWORD_RESET_NOT_POSSIBLE',
    ],
    [
      'in a pool where only its operators reset passwords',
      { accountRecovery: ['admin_only'] },
      'COGNITO_PASSWORD_RESET_NOT_POSSIBLE',
    ],
    [
      'whom nobody knows, where the app client tells',
      { clients: [{ preventUserExistenceErrors: false }], users: [] },
      'COGNITO_USER_NOT_FOUND',
    ],
  ])('is not sent a code for to somebody %s', async (_who, options, code) => {
    const { cognito } = poolAnd(options)
    await expect(cognito.password.forgot({ username: 'ada' })).rejects.toMatchObject({
      code,
      retryable: false,
    })
  })

  it('stays where the code is wrong, too old, or used', async () => {
    const { pool, cognito } = poolAnd()
    await cognito.password.forgot({ username: 'ada' })
    const code = pool.inbox.lastCodeFor('ada')
    const wrong = code === '000000' ? '111111' : '000000'
    const reset = (untrusted: string) =>
      cognito.password.reset({ username: 'ada', code: untrusted, newPassword })
    await expect(reset(wrong)).rejects.toMatchObject({ code: 'COGNITO_CODE_MISMATCH' })
    pool.clock.advance(3601)
    await expect(reset(code)).rejects.toMatchObject({ code: 'COGNITO_CODE_EXPIRED' })

    await cognito.password.forgot({ username: 'ada' })
    const fresh = pool.inbox.lastCodeFor('ada')
    await reset(fresh)
    await expect(reset(fresh)).rejects.toMatchObject({ code: 'COGNITO_CODE_EXPIRED' })
  })

  it('is not replaced by a weak one, and the code stays good', async () => {
    const { pool, cognito } = poolAnd()
    await cognito.password.forgot({ username: 'ada' })
    const code = pool.inbox.lastCodeFor('ada')
    const reset = (untrusted: string) =>
      cognito.password.reset({ username: 'ada', code, newPassword: untrusted })
    await expect(reset('weak')).rejects.toMatchObject({ code: 'COGNITO_INVALID_PASSWORD' })
    await expect(reset(newPassword)).resolves.toBeUndefined()
  })

  it('is asked for twenty times an hour at most', async () => {
    const { cognito } = poolAnd()
    for (let count = 0; count < 20; count++) await cognito.password.forgot({ username: 'ada' })
    await expect(cognito.password.forgot({ username: 'ada' })).rejects.toMatchObject({
      code: 'COGNITO_LIMIT_EXCEEDED',
    })
  })
})

describe('changing the password', () => {
  it('takes the old one and a new one', async () => {
    const { cognito, signedIn } = poolAnd()
    const { accessToken } = await signedIn()
    const change = { accessToken, currentPassword: password, newPassword }
    expect(await cognito.password.change(change)).toBeUndefined()
    await expect(signedIn(newPassword)).resolves.toBeDefined()
    await expect(signedIn()).rejects.toMatchObject({ code: 'COGNITO_INVALID_CREDENTIALS' })
  })

  it('tells a wrong old one apart from a session that is over', async () => {
    const { cognito, signedIn } = poolAnd()
    const { accessToken } = await signedIn()
    for (const currentPassword of ['Wrong-horse-1', ' ', 'Correct-horse-1 ']) {
      const change = { accessToken, currentPassword, newPassword }
      await expect(cognito.password.change(change)).rejects.toMatchObject({
        code: 'COGNITO_WRONG_PASSWORD',
      })
    }
    await cognito.signOutEverywhere({ accessToken })
    const change = { accessToken, currentPassword: password, newPassword }
    await expect(cognito.password.change(change)).rejects.toMatchObject({
      code: 'COGNITO_TOKEN_REJECTED',
    })
  })

  it('asks for the old one of somebody who has one', async () => {
    const { cognito, signedIn } = poolAnd()
    const { accessToken } = await signedIn()
    await expect(cognito.password.change({ accessToken, newPassword })).rejects.toMatchObject({
      code: 'COGNITO_INVALID_INPUT',
      params: { field: 'currentPassword' },
    })
  })

  it('refuses a weak one, one of before, and the sixth in an hour', async () => {
    const { pool, cognito, signedIn } = poolAnd({ passwordPolicy: { historySize: 3 } })
    const { accessToken } = await signedIn()
    const change = (untrusted: string) =>
      cognito.password.change({ accessToken, currentPassword: password, newPassword: untrusted })
    await expect(change('weak')).rejects.toMatchObject({
      key: 'COGNITO_INVALID_PASSWORD.tooShort',
    })
    await expect(change(password)).rejects.toMatchObject({
      key: 'COGNITO_INVALID_PASSWORD.reused',
    })
    for (let count = 2; count < 5; count++) await expect(change('weak')).rejects.toBeDefined()
    await expect(change(newPassword)).rejects.toMatchObject({ code: 'COGNITO_LIMIT_EXCEEDED' })
    expect(pool.calls['ChangePassword']).toBe(6)
  })
})
