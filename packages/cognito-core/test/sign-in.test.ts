import { createCognito } from '@x/cognito-core'
import { createTestUserPool, type TestUserPool } from '@x/cognito-testing'
import { beforeEach, describe, expect, it } from 'vitest'

const password = 'Correct-horse-1'

describe('signing in', () => {
  let pool: TestUserPool
  beforeEach(() => {
    pool = createTestUserPool({
      users: [
        { username: 'ada', password, attributes: { email: 'ada@example.com' } },
        { username: 'bob', password, status: 'UNCONFIRMED' },
        { username: 'cyd', password, status: 'RESET_REQUIRED' },
        { username: 'dan', password, enabled: false },
      ],
    })
  })
  const cognito = () => createCognito(pool.options)

  it.each(['srp', 'password'] as const)(
    'gives tokens for the right password, by %s',
    async (method) => {
      const result = await cognito().signIn({ method, username: 'ada', password })
      if (result.status !== 'signed-in') throw new Error(result.status)
      const { accessToken, idToken, refreshToken, expiresAt } = result.tokens
      expect(refreshToken).toEqual(expect.any(String))
      const claims = await cognito().verifyAccessToken(accessToken)
      expect(claims).toMatchObject({ username: 'ada', exp: expiresAt })
      expect(await cognito().verifyIdToken(idToken)).toMatchObject({ email: 'ada@example.com' })
    },
  )

  it.each(['srp', 'password'] as const)('refuses a wrong password, by %s', async (method) => {
    const attempt = cognito().signIn({ method, username: 'ada', password: 'Wrong-horse-1' })
    await expect(attempt).rejects.toMatchObject({
      name: 'CognitoError',
      code: 'COGNITO_INVALID_CREDENTIALS',
      retryable: false,
    })
  })

  it.each(['srp', 'password'] as const)(
    'refuses an unknown user in the same words, by %s',
    async (method) => {
      const refusalOf = (username: string) =>
        cognito()
          .signIn({ method, username, password: 'Wrong-horse-1' })
          .catch((error: Error) => ({ ...error, message: error.message, cause: undefined }))
      expect(await refusalOf('nobody')).toEqual(await refusalOf('ada'))
    },
  )

  it('tells the next step of a user who is not confirmed, or must reset the password', async () => {
    expect(await cognito().signIn({ username: 'bob', password })).toEqual({
      status: 'confirm-sign-up',
      afterProof: true,
    })
    expect(await cognito().signIn({ username: 'cyd', password })).toEqual({
      status: 'reset-password',
      afterProof: true,
    })
  })

  it('says so where Cognito had no proof of the password when it told the step', async () => {
    const inClear = { username: 'bob', password, method: 'password' } as const
    expect(await cognito().signIn(inClear)).toEqual({
      status: 'confirm-sign-up',
      afterProof: false,
    })
  })

  it('says that a user is disabled', async () => {
    const attempt = cognito().signIn({ username: 'dan', password })
    await expect(attempt).rejects.toMatchObject({ code: 'COGNITO_USER_DISABLED' })
  })

  it('says that there were too many attempts, and lets the user in when the lock is over', async () => {
    for (let attempt = 0; attempt < 9; attempt += 1) {
      await expect(cognito().signIn({ username: 'ada', password: 'Wrong-1' })).rejects.toThrow()
      pool.clock.advance(2 ** attempt)
    }
    await expect(cognito().signIn({ username: 'ada', password: 'Wrong-1' })).rejects.toThrow()
    const locked = cognito().signIn({ username: 'ada', password })
    await expect(locked).rejects.toMatchObject({
      code: 'COGNITO_TOO_MANY_ATTEMPTS',
      retryable: true,
    })
    pool.clock.advance(15 * 60)
    expect(await cognito().signIn({ username: 'ada', password })).toMatchObject({
      status: 'signed-in',
    })
  })

  it.each([
    ['username', { username: '', password }],
    ['username', { password }],
    ['password', { username: 'ada', password: '' }],
    ['password', { username: 'ada', password: 42 }],
    ['method', { username: 'ada', password, method: 'telepathy' }],
    ['method', { username: 'ada', password, method: 'constructor' }],
  ])('names %s as the field at fault, without a call', async (field, input) => {
    const attempt = cognito().signIn(input as never)
    await expect(attempt).rejects.toMatchObject({
      code: 'COGNITO_INVALID_INPUT',
      message: expect.stringContaining(`${field}: `),
    })
    expect(pool.calls).toMatchObject({ InitiateAuth: 0, RespondToAuthChallenge: 0 })
  })

  it('says that the app client does not allow the flow, and which', async () => {
    const strict = createTestUserPool({
      clients: [{ flows: ['ALLOW_REFRESH_TOKEN_AUTH'] }],
      users: [{ username: 'ada', password }],
    })
    const attempt = createCognito(strict.options).signIn({ username: 'ada', password })
    await expect(attempt).rejects.toMatchObject({
      code: 'COGNITO_MISCONFIGURED',
      message: expect.stringContaining('USER_SRP_AUTH'),
    })
  })

  it('says that the pool is another one, rather than let every guard refuse its tokens', async () => {
    const options = { ...pool.options, userPoolId: 'us-east-1_Another11' }
    const attempt = createCognito(options).signIn({ method: 'password', username: 'ada', password })
    await expect(attempt).rejects.toMatchObject({
      code: 'COGNITO_MISCONFIGURED',
      message: expect.stringContaining('userPoolId'),
    })
  })

  it('says where a secret is missing or wrong, without showing it', async () => {
    const secret = 'a-secret-of-the-app-client'.replaceAll('-', '_')
    const closed = createTestUserPool({
      clients: [{ secret }],
      users: [{ username: 'ada', password }],
    })
    const { clientSecret: _, ...withoutSecret } = closed.options
    const wrongSecret = { ...withoutSecret, clientSecret: 'x'.repeat(30) }
    for (const options of [withoutSecret, wrongSecret]) {
      const attempt = createCognito(options).signIn({ username: 'ada', password })
      await expect(attempt).rejects.toMatchObject({
        code: 'COGNITO_MISCONFIGURED',
        message: expect.stringContaining('clientSecret'),
      })
    }
  })
})

describe('when Cognito cannot be reached', () => {
  const pool = createTestUserPool({ users: [{ username: 'ada', password }] })
  const cognito = createCognito(pool.options)
  const attempt = () => cognito.signIn({ username: 'ada', password })

  it.each(['timeout', 'reset', 'malformed', { status: 503 }] as const)(
    'says so and may be tried again: %j',
    async (fault) => {
      pool.failNext('InitiateAuth', fault)
      await expect(attempt()).rejects.toMatchObject({
        code: 'COGNITO_UNAVAILABLE',
        retryable: true,
      })
    },
  )

  it('says that it was throttled', async () => {
    pool.failNext('InitiateAuth', 'TooManyRequestsException')
    await expect(attempt()).rejects.toMatchObject({ code: 'COGNITO_RATE_LIMITED', retryable: true })
  })

  it('stops when the caller aborts, with the reason of the caller', async () => {
    const reason = new Error('the client went away')
    const call = { signal: AbortSignal.abort(reason) }
    await expect(cognito.signIn({ username: 'ada', password }, call)).rejects.toBe(reason)
  })
})
