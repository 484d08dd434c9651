// Runs against a real user pool, with `COGNITO_LIVE=1` and what CONTRIBUTING.md names in the environment.
// It leaves no user behind and changes nothing that it does not change back.
import { randomUUID } from 'node:crypto'
import { CognitoError } from '@x/cognito-core'
import { describe, expect, it } from 'vitest'
import { liveUser } from './live-user.ts'

const { cognito, username, password, tokens } = liveUser()

const codeOf = (attempt: Promise<unknown>): Promise<unknown> =>
  attempt.then(
    () => 'no refusal',
    (error: unknown) => (error instanceof CognitoError ? error.code : error),
  )

const nobody = `nobody-${randomUUID()}@example.com`

describe('a real user pool', () => {
  it('reads a profile with its types', async () => {
    const { attributes } = await cognito.profile.get(await tokens())
    expect([undefined, true, false]).toContain(attributes.email_verified)
  })

  it('changes an attribute, and takes it away or puts it back', async () => {
    const { accessToken } = await tokens()
    const { nickname } = (await cognito.profile.get({ accessToken })).attributes
    const marker = `live-${randomUUID()}`
    try {
      await cognito.profile.update({ accessToken, attributes: { nickname: marker } })
      expect((await cognito.profile.get({ accessToken })).attributes.nickname).toBe(marker)
    } finally {
      await cognito.profile.update({ accessToken, attributes: { nickname: nickname ?? null } })
    }
    expect((await cognito.profile.get({ accessToken })).attributes.nickname).toBe(nickname)
  })

  it('tells a wrong current password from the end of a session', async () => {
    const { accessToken } = await tokens()
    const newPassword = `${password}-x`
    const attempt = cognito.password.change({
      accessToken,
      currentPassword: `${password}-wrong`,
      newPassword,
    })
    expect(await codeOf(attempt)).toBe('COGNITO_WRONG_PASSWORD')
  })

  it('changes the password, and changes it back', async () => {
    const other = `${password}-x`
    const { accessToken } = await tokens()
    await cognito.password.change({ accessToken, currentPassword: password, newPassword: other })
    const back = await tokens(other)
    await cognito.password.change({
      accessToken: back.accessToken,
      currentPassword: other,
      newPassword: password,
    })
    await expect(tokens()).resolves.toBeDefined()
  })

  it('refuses a sign-up with a password that no policy allows', async () => {
    expect([
      'COGNITO_INVALID_PASSWORD',
      // Pools with an e-mail alias take no address for a user name; others take no sign-ups.
      'COGNITO_INVALID_INPUT',
      'COGNITO_SIGN_UP_CLOSED',
    ]).toContain(await codeOf(cognito.signUp({ username: nobody, password: 'a' })))
  })

  it.each(['confirmSignUp', 'reset'] as const)(
    'refuses a code in the name of nobody: %s',
    async (flow) => {
      const attempt =
        flow === 'reset'
          ? cognito.password.reset({ username: nobody, code: '123456', newPassword: password })
          : cognito.confirmSignUp({ username: nobody, code: '123456' })
      expect([
        'COGNITO_CODE_MISMATCH',
        'COGNITO_CODE_EXPIRED',
        'COGNITO_NOT_ALLOWED',
        'COGNITO_USER_NOT_FOUND',
      ]).toContain(await codeOf(attempt))
    },
  )

  it('says of somebody who is confirmed that there is nothing to confirm', async () => {
    expect(await codeOf(cognito.resendSignUpCode({ username }))).toBe('COGNITO_ALREADY_CONFIRMED')
  })
})
