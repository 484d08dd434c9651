import { inspect } from 'node:util'
import { createCognito } from '@x/cognito-core'
import { describe, expect, it } from 'vitest'
import { createSend } from '../src/api/send.ts'
import { type Line, scriptedCognito } from './scripted-cognito.ts'

const credentials = { username: 'ada', password: 'Correct-horse-1' }

const proof: Line = {
  answer: {
    ChallengeName: 'PASSWORD_VERIFIER',
    ChallengeParameters: {
      SALT: 'aa',
      SRP_B: 'abc123',
      SECRET_BLOCK: 'AAAA',
      USER_ID_FOR_SRP: 'ada',
    },
  },
}

describe('trying again', () => {
  it.each<[string, Line]>([
    ['a fault of the service', { error: 'InternalErrorException', status: 500 }],
    ['a cut connection', 'cut the connection'],
  ])('happens twice at most after %s', async (_what, line) => {
    const { cognito, calls } = await scriptedCognito(line)
    await expect(cognito.signIn(credentials)).rejects.toMatchObject({ code: 'COGNITO_UNAVAILABLE' })
    expect(calls).toHaveLength(3)
  })

  it("does not spend a user's hourly limit", async () => {
    const { cognito, calls } = await scriptedCognito({ error: 'LimitExceededException' })
    await expect(cognito.signIn(credentials)).rejects.toMatchObject({
      code: 'COGNITO_LIMIT_EXCEEDED',
    })
    expect(calls).toHaveLength(1)
  })

  it.each<[string, Line]>([
    ['a lost answer', 'cut the connection'],
    ['a fault of the service', { error: 'InternalErrorException', status: 500 }],
  ])(
    'never repeats a proof or a refresh token after %s: the second would be refused as used',
    async (_what, line) => {
      const signIn = await scriptedCognito(proof, line)
      await expect(signIn.cognito.signIn(credentials)).rejects.toMatchObject({
        code: 'COGNITO_UNAVAILABLE',
        retryable: true,
      })
      expect(signIn.calls).toHaveLength(2)

      const refresh = await scriptedCognito(line)
      await expect(refresh.cognito.refresh({ refreshToken: 'r' })).rejects.toMatchObject({
        code: 'COGNITO_UNAVAILABLE',
      })
      expect(refresh.calls).toHaveLength(1)

      const everywhere = await scriptedCognito(line)
      const signingOut = everywhere.cognito.signOutEverywhere({ accessToken: 'a' })
      await expect(signingOut).rejects.toMatchObject({ code: 'COGNITO_UNAVAILABLE' })
      expect(everywhere.calls).toHaveLength(1)
    },
  )

  it('repeats even those where Cognito said that it did nothing', async () => {
    const throttled: Line = { error: 'TooManyRequestsException' }
    const { cognito, calls } = await scriptedCognito(throttled)
    await expect(cognito.refresh({ refreshToken: 'r' })).rejects.toMatchObject({
      code: 'COGNITO_RATE_LIMITED',
    })
    expect(calls).toHaveLength(3)
  })
})

describe('a service that does not answer', () => {
  const input = { AccessToken: 'a' }

  it('ends the call when its time is over, also in the middle of an answer', async () => {
    const { url } = await scriptedCognito('stall in the body')
    const send = createSend({
      userPoolId: 'us-east-1_Scripted1',
      region: 'us-east-1',
      endpoint: url,
      totalTimeoutMs: 200,
    })
    await expect(send('GetUser', input)).rejects.toMatchObject({
      code: 'COGNITO_UNAVAILABLE',
      retryable: true,
    })
  })

  it('cannot be reached at all', async () => {
    const { url, close } = await scriptedCognito(proof)
    close()
    const cognito = createCognito({
      userPoolId: 'us-east-1_Scripted1',
      clientId: 'scriptedclient',
      endpoint: url,
    })
    await expect(cognito.signIn(credentials)).rejects.toMatchObject({ code: 'COGNITO_UNAVAILABLE' })
  })
})

describe('an error nobody knows', () => {
  it('keeps its name and words, and nothing else that came with it', async () => {
    const { cognito } = await scriptedCognito({
      error: 'TomorrowException',
      message: 'Not today.',
      more: { password: credentials.password },
    })
    const error = await cognito.signIn(credentials).catch((thrown: Error) => thrown)
    expect(error).toMatchObject({
      code: 'COGNITO_UNEXPECTED',
      cause: { name: 'TomorrowException', message: 'Not today.' },
    })
    expect(inspect(error, { depth: 9 })).not.toContain(credentials.password)
  })
})
