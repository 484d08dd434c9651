import { type Cognito, createCognito, type SignInResult } from '@x/cognito-core'
import { createTestUserPool, type TestUserPool } from '@x/cognito-testing'
import { beforeEach, describe, expect, it } from 'vitest'

const password = 'Correct-horse-1'
const username = 'ada'

describe('second factors of who is signed in', () => {
  let pool: TestUserPool
  let cognito: Cognito
  let accessToken: string
  beforeEach(async () => {
    pool = createTestUserPool({
      firstFactors: ['password', 'email-code'],
      users: [
        {
          username,
          password,
          attributes: {
            email: 'ada@example.com',
            email_verified: 'true',
            phone_number: '+15555550134',
            phone_number_verified: 'true',
          },
        },
      ],
    })
    cognito = createCognito(pool.options)
    accessToken = tokenIn(await cognito.signIn({ username, password }))
  })

  const setUpApp = async () => {
    const { secret } = await cognito.mfa.startTotp({ accessToken })
    const code = pool.totpCodeFor(username)
    await cognito.mfa.confirmTotp({ accessToken, code, deviceName: 'Phone' })
    return { secret, code }
  }

  it('are none at first, and what one can sign in with is told beside them', async () => {
    await expect(cognito.mfa.get({ accessToken })).resolves.toEqual({
      enabled: [],
      preferred: 'none',
      factors: ['password', 'email-code'],
    })
  })

  it('are an authenticator app once its first code was right, and not before', async () => {
    const { secret } = await cognito.mfa.startTotp({ accessToken })
    expect(secret).toMatch(/^[A-Z2-7]{16,}$/)
    await expect(cognito.mfa.confirmTotp({ accessToken, code: '000000' })).rejects.toMatchObject({
      code: 'COGNITO_CODE_MISMATCH',
    })
    await expect(cognito.signIn({ username, password })).resolves.toMatchObject({
      status: 'signed-in',
    })

    const code = pool.totpCodeFor(username)
    await cognito.mfa.confirmTotp({ accessToken, code, deviceName: 'Phone' })
    await expect(cognito.mfa.get({ accessToken })).resolves.toMatchObject({ enabled: ['totp'] })
    await expect(cognito.signIn({ username, password })).resolves.toMatchObject({
      challenge: { kind: 'totp-code', deviceName: 'Phone' },
    })
  })

  it.each(['12345', '123 456', 'abcdef', '1234567'])(
    'are no app by what is no code at all: %s',
    async (code) => {
      await cognito.mfa.startTotp({ accessToken })
      await expect(cognito.mfa.confirmTotp({ accessToken, code })).rejects.toMatchObject({
        code: 'COGNITO_CODE_MISMATCH',
      })
    },
  )

  it('stay preferred when a new app takes the place of the one before', async () => {
    await setUpApp()
    const wanted = { enabled: ['totp', 'sms'], preferred: 'totp' } as const
    await cognito.mfa.setPreference({ accessToken, ...wanted })
    pool.clock.advance(30)
    const { secret } = await setUpApp()
    expect(secret).toMatch(/^[A-Z2-7]{16,}$/)
    await expect(cognito.mfa.get({ accessToken })).resolves.toMatchObject(wanted)
  })

  it('take no code of an app twice, also where it set the app up', async () => {
    const { code } = await setUpApp()
    const result = await cognito.signIn({ username, password })
    if (result.status !== 'challenge' || result.challenge.kind !== 'totp-code') throw result
    await expect(cognito.answerChallenge(result.challenge, { code })).rejects.toMatchObject({
      code: 'COGNITO_CODE_EXPIRED',
      key: 'COGNITO_CODE_EXPIRED.used',
    })
    pool.clock.advance(30)
    await expect(
      cognito.answerChallenge(result.challenge, { code: pool.totpCodeFor(username) }),
    ).resolves.toMatchObject({ status: 'signed-in' })
  })

  it('are asked for as preferred, chosen from without a preference, and off when all are', async () => {
    await setUpApp()
    const set = (
      enabled: readonly ('totp' | 'sms' | 'email')[],
      preferred: 'totp' | 'sms' | 'email' | 'none',
    ) => cognito.mfa.setPreference({ accessToken, enabled, preferred })
    const asked = async () => {
      const result = await cognito.signIn({ username, password })
      return result.status === 'challenge' ? result.challenge.kind : result.status
    }

    await expect(set(['sms', 'totp'], 'sms')).resolves.toEqual({
      enabled: ['totp', 'sms'],
      preferred: 'sms',
      factors: expect.any(Array),
    })
    expect(await asked()).toBe('sms-code')
    await set(['sms', 'totp'], 'totp')
    await expect(cognito.mfa.get({ accessToken })).resolves.toMatchObject({ preferred: 'totp' })
    expect(await asked()).toBe('totp-code')
    await set(['sms', 'totp'], 'none')
    expect(await asked()).toBe('mfa-choice')
    await set([], 'none')
    expect(await asked()).toBe('signed-in')
  })

  it('are left alone where nothing changes', async () => {
    await setUpApp()
    const before = pool.calls['SetUserMFAPreference']
    await cognito.mfa.setPreference({ accessToken, enabled: ['totp'], preferred: 'none' })
    expect(pool.calls['SetUserMFAPreference']).toBe(before)
  })

  it('cannot be one that was never set up, which is named', async () => {
    await expect(
      cognito.mfa.setPreference({ accessToken, enabled: ['totp'], preferred: 'totp' }),
    ).rejects.toMatchObject({ code: 'COGNITO_MFA_NOT_SET_UP', params: { method: 'totp' } })
    await expect(cognito.mfa.get({ accessToken })).resolves.toMatchObject({ enabled: [] })
  })

  it('are told to nobody whose token was revoked', async () => {
    await cognito.signOutEverywhere({ accessToken })
    await expect(cognito.mfa.get({ accessToken })).rejects.toMatchObject({
      code: 'COGNITO_TOKEN_REJECTED',
    })
  })
})

const tokenIn = (result: SignInResult): string => {
  if (result.status !== 'signed-in') throw new Error(`expected tokens, got ${result.status}`)
  return result.tokens.accessToken
}
