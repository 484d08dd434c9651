import { type Cognito, type CognitoWarning, createCognito } from '@x/cognito-core'
import { createTestUserPool, type TestUserPool } from '@x/cognito-testing'
import { describe, expect, it } from 'vitest'

const username = 'ada@example.com'
const password = 'Correct-horse-1'
const newPassword = 'Battery-staple-2'
const newest = 'n'.repeat(30)
const older = 'o'.repeat(30)

const poolWith = ({ mfa }: { mfa?: 'totp' } = {}): TestUserPool =>
  createTestUserPool({
    signInWith: ['email'],
    clients: [{ secret: [newest, older] }],
    users: [{ username, password, attributes: { email_verified: 'true' }, ...(mfa && { mfa }) }],
  })

/** A process of the service, as it was started with these secrets. */
const serviceOf = (
  pool: TestUserPool,
  clientSecret: string | readonly [string, string] = [newest, older],
) => {
  const warnings: CognitoWarning[] = []
  const onWarning = (warning: CognitoWarning) => warnings.push(warning)
  return { cognito: createCognito({ ...pool.options, clientSecret, onWarning }), warnings }
}

const signedIn = async (cognito: Cognito) => {
  const result = await cognito.signIn({ username, password })
  if (result.status !== 'signed-in') throw new Error(result.status)
  const { refreshToken = '', accessToken } = result.tokens
  return { refreshToken, accessToken }
}

const askedForApp = async (cognito: Cognito) => {
  const result = await cognito.signIn({ username, password })
  if (result.status !== 'challenge' || result.challenge.kind !== 'totp-code') throw new Error()
  return result.challenge
}

describe('a rotation of the client secret', () => {
  it('goes through without a call that is refused', async () => {
    const pool = createTestUserPool({
      clients: [{ secret: older }],
      users: [{ username, password }],
    })
    const before = serviceOf(pool, older)
    const { refreshToken } = await signedIn(before.cognito)

    const added = pool.rotateClientSecret()
    const between = serviceOf(pool, [added, older])
    await before.cognito.refresh({ refreshToken })
    await between.cognito.refresh({ refreshToken })

    pool.deleteClientSecret(older)
    await between.cognito.refresh({ refreshToken })
    const after = serviceOf(pool, added)
    await after.cognito.signOut({ refreshToken })
    expect([before, between, after].flatMap(({ warnings }) => warnings)).toEqual([])
  })

  it('may be deployed before Cognito knows of it, or be taken back there', async () => {
    const pool = poolWith()
    const { cognito, warnings } = serviceOf(pool)
    const { refreshToken } = await signedIn(cognito)
    pool.deleteClientSecret(newest)
    const calls = () => pool.calls['GetTokensFromRefreshToken'] ?? 0
    await cognito.refresh({ refreshToken })
    expect(calls()).toBe(2)
    await cognito.refresh({ refreshToken })
    expect(calls()).toBe(3)
    expect(warnings.map(({ code }) => code)).toEqual(['COGNITO_CLIENT_SECRET_REFUSED'])
  })

  it('ends no sign-in that was under way', async () => {
    const pool = poolWith({ mfa: 'totp' })
    const { cognito } = serviceOf(pool)
    const challenge = await askedForApp(cognito)
    pool.deleteClientSecret(newest)
    const code = pool.totpCodeFor(username)
    expect(await cognito.answerChallenge(challenge, { code })).toMatchObject({
      status: 'signed-in',
    })
  })

  it('ends no sign-in that another process began with the secret of before', async () => {
    const pool = poolWith({ mfa: 'totp' })
    const challenge = await askedForApp(serviceOf(pool, older).cognito)
    pool.deleteClientSecret(older)
    const code = pool.totpCodeFor(username)
    const { cognito } = serviceOf(pool, [older, newest])
    expect(await cognito.answerChallenge(challenge, { code })).toMatchObject({
      status: 'signed-in',
    })
  })

  it('ends no sign-in between its two calls, for which the password is proved once', async () => {
    const pool = poolWith()
    const { cognito } = serviceOf(pool)
    const { client } = pool.options
    client.middlewareStack.add(
      (next, { commandName }) =>
        async (args) => {
          const answer = await next(args)
          if (commandName === 'InitiateAuthCommand') pool.deleteClientSecret(newest)
          return answer
        },
      { step: 'initialize', name: 'rotate' },
    )
    expect(await cognito.signIn({ username, password })).toMatchObject({ status: 'signed-in' })
    expect(pool.calls).toMatchObject({ InitiateAuth: 1, RespondToAuthChallenge: 2 })
  })

  it('refuses nobody of many who call at once', async () => {
    const pool = poolWith()
    const { cognito, warnings } = serviceOf(pool)
    const sessions = await Promise.all(Array.from({ length: 8 }, () => signedIn(cognito)))
    const calls = sessions.flatMap(({ refreshToken, accessToken }) => [
      cognito.refresh({ refreshToken }),
      cognito.signIn({ username, password }),
      cognito.profile.get({ accessToken }),
    ])
    await Promise.race(calls)
    pool.deleteClientSecret(newest)
    const later = sessions.map(({ refreshToken }) => cognito.refresh({ refreshToken }))
    const outcomes = await Promise.allSettled([...calls, ...later])
    expect(outcomes.filter(({ status }) => status === 'rejected')).toEqual([])
    expect(warnings).toHaveLength(1)
    await Promise.all(sessions.map(({ refreshToken }) => cognito.signOut({ refreshToken })))
  })

  it.each<[name: string, act: (cognito: Cognito, pool: TestUserPool) => Promise<unknown>]>([
    ['signing up', ({ signUp }) => signUp({ username: 'bob@example.com', password })],
    [
      'confirming',
      async ({ confirmSignUp }, pool) => {
        const named = { username: 'eve@example.com' }
        await createCognito(pool.options).signUp({ ...named, password })
        await confirmSignUp({ ...named, code: pool.inbox.lastCodeFor(named.username) })
      },
    ],
    [
      'another code',
      async ({ resendSignUpCode }, pool) => {
        const named = { username: 'eve@example.com' }
        await createCognito(pool.options).signUp({ ...named, password })
        await resendSignUpCode(named)
      },
    ],
    ['signing in', ({ signIn }) => signIn({ username, password })],
    ['a forgotten password', (cognito) => cognito.password.forgot({ username })],
    [
      'a new password',
      async (cognito, pool) => {
        await createCognito(pool.options).password.forgot({ username })
        const code = pool.inbox.lastCodeFor(username)
        await cognito.password.reset({ username, code, newPassword })
      },
    ],
    [
      'refreshing',
      async ({ refresh }, pool) => refresh(await signedIn(createCognito(pool.options))),
    ],
    [
      'signing out',
      async ({ signOut }, pool) => signOut(await signedIn(createCognito(pool.options))),
    ],
  ])('lets %s through by the other secret', async (_name, act) => {
    const pool = poolWith()
    pool.deleteClientSecret(newest)
    const { cognito, warnings } = serviceOf(pool)
    await act(cognito, pool)
    expect(warnings.map(({ code }) => code)).toEqual(['COGNITO_CLIENT_SECRET_REFUSED'])
  })

  it('does not hide that both are wrong', async () => {
    const { cognito } = serviceOf(poolWith(), ['x'.repeat(30), 'y'.repeat(30)])
    await expect(cognito.signIn({ username, password })).rejects.toMatchObject({
      key: 'COGNITO_MISCONFIGURED.clientSecret',
    })
  })
})
