import { type Cognito, createCognito } from '@x/cognito-core'
import { createTestUserPool, type TestUserPool } from '@x/cognito-testing'
import { describe, expect, it } from 'vitest'
import { type AccountOperation, accountActs, accountOperations } from './account-acts.ts'
import { type Line, scriptedCognito } from './scripted-cognito.ts'

const username = 'ada@example.com'
const password = 'Correct-horse-1'
const newPassword = 'Battery-staple-2'

const emailPool = (): { pool: TestUserPool; cognito: Cognito } => {
  const pool = createTestUserPool({ signInWith: ['email'], clients: [{ secret: true }] })
  return { pool, cognito: createCognito(pool.options) }
}

const faults = {
  COGNITO_UNAVAILABLE: [{ status: 500 }, 'reset', 'timeout', 'malformed', { status: 503 }],
  COGNITO_RATE_LIMITED: ['TooManyRequestsException'],
  COGNITO_LIMIT_EXCEEDED: ['LimitExceededException'],
  COGNITO_CODE_NOT_DELIVERED: ['CodeDeliveryFailureException'],
  COGNITO_TRIGGER_FAILED: ['UnexpectedLambdaException', 'InvalidLambdaResponseException'],
} as const

describe('a call that Cognito could not serve', () => {
  it.each(accountOperations)('says so, and that it may work later: %s', async (operation) => {
    const { pool, cognito } = emailPool()
    for (const [code, several] of Object.entries(faults)) {
      for (const fault of several) {
        pool.failNext(operation, fault)
        const refused = accountActs[operation](cognito)
        await expect(refused).rejects.toMatchObject({ code, retryable: true })
      }
    }
  })

  it('is mended by saying it again, at every step from signing up to leaving', async () => {
    const { pool, cognito } = emailPool()
    const again = async <T>(act: () => Promise<T>): Promise<T> => {
      pool.failNext('*', { status: 500 })
      await expect(act()).rejects.toMatchObject({ code: 'COGNITO_UNAVAILABLE', retryable: true })
      return act()
    }
    const code = () => pool.inbox.lastCodeFor(username)
    const signIn = async (as: string) => {
      const result = await again(() => cognito.signIn({ username, password: as }))
      if (result.status !== 'signed-in') throw new Error(result.status)
      return result.tokens
    }

    await again(() => cognito.signUp({ username, password }))
    await again(() => cognito.resendSignUpCode({ username }))
    await again(() => cognito.confirmSignUp({ username, code: code() }))
    await signIn(password)
    await again(() => cognito.password.forgot({ username }))
    await again(() => cognito.password.reset({ username, code: code(), newPassword }))
    const { accessToken } = await signIn(newPassword)
    await again(() => cognito.profile.update({ accessToken, attributes: { name: 'Ada' } }))
    await again(() => cognito.profile.requestVerification({ accessToken, attribute: 'email' }))
    await again(() =>
      cognito.profile.verifyAttribute({ accessToken, attribute: 'email', code: code() }),
    )
    const { attributes } = await again(() => cognito.profile.get({ accessToken }))
    expect(attributes).toMatchObject({ name: 'Ada', email_verified: true })
    await again(() => cognito.profile.deleteAttributes({ accessToken, names: ['name'] }))
    await again(() =>
      cognito.password.change({
        accessToken,
        currentPassword: newPassword,
        newPassword: password,
      }),
    )
    await again(() => cognito.profile.delete({ accessToken }))
  })
})

/** The first time its answer was lost: now it is said again by whoever never heard that it was done. */
describe('a call whose answer was lost, said again', () => {
  const twice = async (act: () => Promise<unknown>) => {
    await act()
    return act().catch((error: Error) => error)
  }

  it('leads a new user to the code', async () => {
    const { pool, cognito } = emailPool()
    const said = await twice(() => cognito.signUp({ username, password }))
    expect(said).toMatchObject({ code: 'COGNITO_USERNAME_TAKEN' })
    expect(await cognito.signIn({ username, password })).toMatchObject({
      status: 'confirm-sign-up',
    })
    await cognito.resendSignUpCode({ username })
    const confirm = { username, code: pool.inbox.lastCodeFor(username) }
    expect(await twice(() => cognito.confirmSignUp(confirm))).toMatchObject({
      code: 'COGNITO_ALREADY_CONFIRMED',
      message: expect.stringContaining('Sign in.'),
    })
  })

  it('says that the code was used, the password is another one, the user is gone', async () => {
    const { pool, cognito } = emailPool()
    pool.addUser({ username, password, attributes: { email_verified: 'true' } })
    await cognito.password.forgot({ username })
    const reset = { username, code: pool.inbox.lastCodeFor(username), newPassword }
    expect(await twice(() => cognito.password.reset(reset))).toMatchObject({
      code: 'COGNITO_CODE_EXPIRED',
      message: expect.stringContaining('was used already'),
    })

    const result = await cognito.signIn({ username, password: newPassword })
    if (result.status !== 'signed-in') throw new Error(result.status)
    const { accessToken } = result.tokens
    const change = { accessToken, currentPassword: newPassword, newPassword: password }
    expect(await twice(() => cognito.password.change(change))).toMatchObject({
      code: 'COGNITO_WRONG_PASSWORD',
    })
    await cognito.profile.requestVerification({ accessToken, attribute: 'email' })
    const code = pool.inbox.lastCodeFor(username)
    const verify = { accessToken, attribute: 'email', code } as const
    expect(await twice(() => cognito.profile.verifyAttribute(verify))).toMatchObject({
      code: 'COGNITO_CODE_EXPIRED',
    })
    expect(await twice(() => cognito.profile.delete({ accessToken }))).toMatchObject({
      code: expect.stringMatching(/^COGNITO_(USER_NOT_FOUND|TOKEN_REJECTED)$/),
    })
  })
})

describe('the AWS SDK', () => {
  const repeatable: readonly AccountOperation[] = ['GetUser', 'DeleteUserAttributes']
  const timesSaid = async (line: Line) => {
    const entries = accountOperations.map(async (operation) => {
      const { cognito, calls } = await scriptedCognito(line)
      await expect(accountActs[operation](cognito)).rejects.toMatchObject({ retryable: true })
      return [operation, calls.length]
    })
    return Object.fromEntries(await Promise.all(entries))
  }
  const times = (countOf: (operation: AccountOperation) => number) =>
    Object.fromEntries(accountOperations.map((operation) => [operation, countOf(operation)]))

  it.each<[string, Line]>([
    ['a lost answer', 'cut the connection'],
    ['a fault of the service', { error: 'InternalErrorException', status: 500 }],
  ])('repeats after %s only what is the same the second time', async (_what, line) => {
    const expected = times((operation) => (repeatable.includes(operation) ? 3 : 1))
    expect(await timesSaid(line)).toEqual(expected)
  })

  it('repeats everything where Cognito said that it did nothing, within its own limits', async () => {
    const said = await timesSaid({ error: 'TooManyRequestsException' })
    expect(said).toEqual(times(() => 3))
  })

  it("never repeats what came to a user's hourly limit", async () => {
    const said = await timesSaid({ error: 'LimitExceededException' })
    expect(said).toEqual(times(() => 1))
  })
})
