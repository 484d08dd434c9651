import { checkRequirements, createCognito } from '@x/cognito-core'
import { createTestUserPool } from '@x/cognito-testing'
import { afterEach, beforeEach, describe, expect, it, vi } from 'vitest'

const user = { username: 'ada', password: 'Correct-horse-1' }

describe('the age of a sign-in', () => {
  beforeEach(() => {
    vi.useFakeTimers({ toFake: ['Date'] })
  })
  afterEach(() => {
    vi.useRealTimers()
  })

  const signIn = async () => {
    const pool = createTestUserPool({ users: [user] })
    const cognito = createCognito(pool.options)
    const result = await cognito.signIn({ method: 'password', ...user })
    if (result.status !== 'signed-in') throw new Error(result.status)
    const { auth_time: signedInAt } = await cognito.verifyAccessToken(result.tokens.accessToken)
    return { cognito, ...result.tokens, signedInAt }
  }

  it('may be up to the greatest that is required, and no second more', async () => {
    const { cognito, accessToken, signedInAt } = await signIn()
    vi.setSystemTime((signedInAt + 300) * 1000)
    await expect(cognito.verifyAccessToken(accessToken, { maxAge: 300 })).resolves.toBeDefined()
    vi.setSystemTime((signedInAt + 301) * 1000)
    await expect(cognito.verifyAccessToken(accessToken, { maxAge: 300 })).rejects.toMatchObject({
      name: 'TokenError',
      code: 'TOKEN_TOO_OLD',
      claim: 'auth_time',
    })
    await expect(cognito.verifyAccessToken(accessToken)).resolves.toBeDefined()
  })

  it('is not made younger by a refresh', async () => {
    const { cognito, refreshToken = '', signedInAt } = await signIn()
    vi.setSystemTime((signedInAt + 60) * 1000)
    const { accessToken } = await cognito.refresh({ refreshToken })
    await expect(cognito.verifyAccessToken(accessToken, { maxAge: 59 })).rejects.toMatchObject({
      code: 'TOKEN_TOO_OLD',
    })
  })

  it('is younger than anything for a clock that is behind', async () => {
    const { cognito, accessToken, signedInAt } = await signIn()
    vi.setSystemTime((signedInAt - 120) * 1000)
    await expect(cognito.verifyAccessToken(accessToken, { maxAge: 60 })).resolves.toBeDefined()
  })

  it.each([0, -1, 1.5, '300', Number.NaN, null])('cannot be required as %s', (maxAge) => {
    expect(() => checkRequirements({ maxAge } as never)).toThrowError(
      expect.objectContaining({ name: 'ConfigurationError', option: 'maxAge' }),
    )
  })
})
