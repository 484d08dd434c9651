import { createHmac } from 'node:crypto'
import { subscribe, unsubscribe } from 'node:diagnostics_channel'
import { type Cognito, type CognitoWarning, createCognito } from '@x/cognito-core'
import { describe, expect, it, onTestFinished } from 'vitest'
import { accountActs, accountOperations } from './account-acts.ts'
import { type Line, scriptedCognito } from './scripted-cognito.ts'

const ids = { userPoolId: 'us-east-1_Scripted1', clientId: 'scriptedclient' }
const newest = 'n'.repeat(30)
const older = 'o'.repeat(30)
const username = 'ada@example.com'

const hashBy = (secret: string, name = username) =>
  createHmac('sha256', secret).update(`${name}scriptedclient`).digest('base64')

const refused: Line = {
  error: 'NotAuthorizedException',
  message: 'Unable to verify secret hash for client scriptedclient',
}

/** An answer that every flow can read. */
const answer: Line = {
  answer: {
    UserSub: 'the-sub',
    Username: 'ada',
    UserAttributes: [{ Name: 'sub', Value: 'the-sub' }],
    CodeDeliveryDetails: { DeliveryMedium: 'EMAIL', Destination: 'a***@e***' },
    ChallengeName: 'RIDDLE',
    AuthenticationResult: {
      AccessToken: `h.${Buffer.from('{"exp":4000000000}').toString('base64url')}.s`,
      IdToken: 'h.e30.s',
    },
  },
}

const scripted = async (...script: readonly Line[]) => {
  const { url, calls } = await scriptedCognito(...script)
  const warnings: CognitoWarning[] = []
  const events: unknown[] = []
  const listen = (event: unknown) => events.push(event)
  subscribe('@x/cognito-core:client-secret', listen)
  onTestFinished(() => void unsubscribe('@x/cognito-core:client-secret', listen))
  const cognito = createCognito({
    ...ids,
    clientSecret: [newest, older],
    endpoint: url,
    onWarning: (warning) => warnings.push(warning),
  })
  return { cognito, calls, warnings, events }
}

/** With what each call was signed. */
const secretsIn = (calls: readonly { input: Record<string, unknown> }[]) =>
  calls.map(({ input }) => {
    const said = JSON.stringify(input)
    return [newest, older].map((secret) =>
      [secret, hashBy(secret), hashBy(secret, 'ada')].some((sign) => said.includes(sign)),
    )
  })
const byNewest = [true, false]
const byOlder = [false, true]

const challenge = {
  kind: 'custom',
  cognitoName: 'CUSTOM_CHALLENGE',
  username: 'ada',
  session: 'a-session',
  parameters: {},
} as const

const signed: Readonly<Record<string, (cognito: Cognito) => Promise<unknown>>> = {
  ...Object.fromEntries(
    [
      'SignUp',
      'ConfirmSignUp',
      'ResendConfirmationCode',
      'InitiateAuth',
      'ForgotPassword',
      'ConfirmForgotPassword',
    ].map((operation) => [operation, accountActs[operation as 'SignUp']]),
  ),
  RespondToAuthChallenge: (cognito) => cognito.answerChallenge(challenge, { answer: 'a' }),
  GetTokensFromRefreshToken: (cognito) => cognito.refresh({ refreshToken: 'r' }),
  RevokeToken: (cognito) => cognito.signOut({ refreshToken: 'r' }),
}

describe('of two client secrets', () => {
  it.each(Object.keys(signed))('the first is used where it is taken: %s', async (operation) => {
    const { cognito, calls, warnings, events } = await scripted(answer)
    await signed[operation]?.(cognito)
    expect(secretsIn(calls)).toEqual([byNewest])
    expect([...warnings, ...events]).toEqual([])
  })

  it.each(Object.keys(signed))(
    'the second does what the first is refused for, and goes first from then on: %s',
    async (operation) => {
      const { cognito, calls } = await scripted(refused, answer)
      await signed[operation]?.(cognito)
      await signed[operation]?.(cognito)
      expect(calls.map((call) => call.operation)).toEqual([operation, operation, operation])
      expect(secretsIn(calls)).toEqual([byNewest, byOlder, byOlder])
      const [first, second] = calls.map(({ input }) =>
        JSON.stringify(input)
          .replaceAll(hashBy(newest), hashBy(older))
          .replaceAll(hashBy(newest, 'ada'), hashBy(older, 'ada'))
          .replaceAll(newest, older),
      )
      expect(second).toBe(first)
    },
  )

  it('RevokeToken refuses one in words of its own', async () => {
    const wrong: Line = { error: 'UnauthorizedException', message: 'Words nobody has seen yet' }
    const { cognito, calls } = await scripted(wrong, answer)
    await cognito.signOut({ refreshToken: 'r' })
    expect(secretsIn(calls)).toEqual([byNewest, byOlder])
  })

  it('the first goes first again once the second is refused', async () => {
    const { cognito, calls } = await scripted(refused, answer, refused, answer)
    for (const _ of [1, 2, 3]) await cognito.signOut({ refreshToken: 'r' })
    expect(secretsIn(calls)).toEqual([byNewest, byOlder, byOlder, byNewest, byNewest])
  })

  it('neither is tried a third time where both are refused, and the first stays first', async () => {
    const { cognito, calls, warnings, events } = await scripted(refused)
    for (const _ of [1, 2]) {
      await expect(cognito.password.forgot({ username })).rejects.toMatchObject({
        key: 'COGNITO_MISCONFIGURED.clientSecret',
      })
    }
    expect(secretsIn(calls)).toEqual([byNewest, byOlder, byNewest, byOlder])
    expect([...warnings, ...events]).toEqual([])
  })

  it('the one that Cognito looked beyond is the right one, whatever it refused then', async () => {
    const wrong: Line = {
      error: 'NotAuthorizedException',
      message: 'Incorrect username or password.',
    }
    const { cognito, calls } = await scripted(refused, wrong)
    const signingIn = () => cognito.signIn({ method: 'password', username, password: 'p' })
    for (const _ of [1, 2]) {
      await expect(signingIn()).rejects.toMatchObject({ code: 'COGNITO_INVALID_CREDENTIALS' })
    }
    expect(secretsIn(calls)).toEqual([byNewest, byOlder, byOlder])
  })

  it('no answer tells nothing of either', async () => {
    const { cognito, calls, events } = await scripted(refused, 'cut the connection', answer)
    const forgetting = () => cognito.password.forgot({ username })
    await expect(forgetting()).rejects.toMatchObject({ code: 'COGNITO_UNAVAILABLE' })
    await forgetting()
    expect(secretsIn(calls)).toEqual([byNewest, byOlder, byNewest])
    expect(events).toEqual([])
  })

  it('none is in a call that takes no secret, which is made once', async () => {
    const unsigned = accountOperations.filter((operation) => !(operation in signed))
    expect(unsigned.length).toBeGreaterThan(5)
    for (const operation of unsigned) {
      const { cognito, calls } = await scripted(refused)
      await expect(accountActs[operation](cognito)).rejects.toThrow()
      expect(secretsIn(calls)).toEqual([[false, false]])
    }
  })

  it('neither holds up a caller who goes', async () => {
    const { cognito } = await scripted(refused, 'stall in the body')
    const reason = new Error('the client went away')
    const gone = new AbortController()
    const acting = cognito.password.forgot({ username }, { signal: gone.signal })
    setTimeout(() => gone.abort(reason), 50)
    await expect(acting).rejects.toBe(reason)
  })
})

describe('that the second client secret was taken', () => {
  it('is told to whoever listens each time, and warned of once, without any secret', async () => {
    const { cognito, warnings, events } = await scripted(refused, answer, refused, answer)
    for (const _ of [1, 2, 3]) await cognito.password.forgot({ username })
    expect(events).toEqual([
      { ...ids, operation: 'ForgotPassword', used: 'older' },
      { ...ids, operation: 'ForgotPassword', used: 'newest' },
    ])
    expect(warnings).toEqual([
      {
        code: 'COGNITO_CLIENT_SECRET_REFUSED',
        message: expect.stringContaining('(ForgotPassword)'),
        params: { operation: 'ForgotPassword' },
      },
    ])
    const told = JSON.stringify([events, warnings])
    for (const sign of [newest, older, hashBy(newest), hashBy(older)]) {
      expect(told).not.toContain(sign)
    }
  })
})
