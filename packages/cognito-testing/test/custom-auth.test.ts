import { InitiateAuthCommand } from '@aws-sdk/client-cognito-identity-provider'
import { describe, expect, it } from 'vitest'
import { createTestUserPool, type TestUserPool } from '../src/index.ts'
import { deleteUser } from './account-calls.ts'
import {
  answerCustom,
  answerWithMetadata,
  questioningPool,
  startCustom,
} from './custom-auth-pool.ts'
import { eventOf } from './recorded-trigger.ts'
import { claimsOf, initiate, refusalOf, respond, signInWithPassword } from './sign-in.ts'
import { password } from './signed-in-pool.ts'

const wrongCredentials = 'NotAuthorizedException: Incorrect username or password.'

const attributesOf = (pool: TestUserPool) => ({
  sub: pool.users[0]?.sub,
  'cognito:user_status': 'CONFIRMED',
  email: 'ann@example.com',
  email_verified: 'false',
})

/** As triggers are told of an answer. */
const answered = (round: number, challengeResult: boolean) => ({
  challengeName: 'CUSTOM_CHALLENGE',
  challengeResult,
  challengeMetadata: `ROUND_${round}`,
})

it('asks as many rounds as the triggers want, and then gives tokens', async () => {
  const { pool } = questioningPool()
  const first = await startCustom(pool)
  expect(first).toMatchObject({
    ChallengeName: 'CUSTOM_CHALLENGE',
    Session: expect.any(String),
    ChallengeParameters: { USERNAME: 'ann', question: 'Question 1' },
  })
  const second = await answerCustom(pool, first, 'answer 1')
  expect(second.ChallengeParameters).toEqual({ USERNAME: 'ann', question: 'Question 2' })
  const third = await answerCustom(pool, second, 'wrong')
  const { AuthenticationResult } = await answerCustom(pool, third, 'answer 3')
  expect(claimsOf(AuthenticationResult?.AccessToken)).toMatchObject({ username: 'ann' })
  expect(AuthenticationResult?.RefreshToken).toBeDefined()
})

it('tells each trigger what AWS tells it', async () => {
  const { pool, defined, created, verified } = questioningPool()
  const second = await answerCustom(pool, await startCustom(pool), 'answer 1')
  await answerCustom(pool, second, 'wrong')
  const common = { userAttributes: attributesOf(pool), userNotFound: false }
  const sessions = [[], [answered(1, true)], [answered(1, true), answered(2, false)]]
  expect(defined).toEqual(
    sessions.map((session) => ({
      ...eventOf(pool, 'DefineAuthChallenge_Authentication'),
      request: { ...common, session },
      response: { challengeName: null, issueTokens: null, failAuthentication: null },
    })),
  )
  expect(created).toEqual(
    sessions.map((session) => ({
      ...eventOf(pool, 'CreateAuthChallenge_Authentication'),
      request: { ...common, challengeName: 'CUSTOM_CHALLENGE', session },
      response: {
        publicChallengeParameters: null,
        privateChallengeParameters: null,
        challengeMetadata: null,
      },
    })),
  )
  expect(verified).toEqual(
    ['answer 1', 'wrong'].map((challengeAnswer, index) => ({
      ...eventOf(pool, 'VerifyAuthChallengeResponse_Authentication'),
      request: {
        ...common,
        privateChallengeParameters: { answer: `answer ${index + 1}` },
        challengeAnswer,
      },
      response: { answerCorrect: null },
    })),
  )
})

it('gives up where the trigger does', async () => {
  const { pool } = questioningPool()
  const second = await answerCustom(pool, await startCustom(pool), 'wrong')
  const third = await answerCustom(pool, second, 'wrong')
  expect(await refusalOf(answerCustom(pool, third, 'wrong'))).toBe(wrongCredentials)
})

it('answers with a new Session each time; the old one is dead, after a wrong answer too', async () => {
  const { pool } = questioningPool()
  const first = await startCustom(pool)
  const second = await answerCustom(pool, first, 'wrong')
  expect(second.Session).not.toBe(first.Session)
  expect(await refusalOf(answerCustom(pool, first, 'answer 1'))).toBe(
    'NotAuthorizedException: Invalid session for the user, session can only be used once.',
  )
})

it('takes one of two answers that come at once', async () => {
  const { pool, verified } = questioningPool()
  const first = await startCustom(pool)
  const both = [answerCustom(pool, first, 'answer 1'), answerCustom(pool, first, 'answer 1')]
  const results = await Promise.allSettled(both)
  expect(results.map(({ status }) => status).toSorted()).toEqual(['fulfilled', 'rejected'])
  expect(verified).toHaveLength(1)
})

it('wants an answer, and the Session of the user', async () => {
  const { pool } = questioningPool({
    users: [
      { username: 'ann', password },
      { username: 'ben', password },
    ],
  })
  const { ChallengeName, Session } = await startCustom(pool)
  const asked = { ChallengeName, Session }
  expect(await refusalOf(answerCustom(pool, asked, ''))).toBe(
    'InvalidParameterException: Missing required parameter ANSWER',
  )
  expect(await refusalOf(answerCustom(pool, { ChallengeName }, 'answer 1'))).toBe(
    'InvalidParameterException: Missing required parameter Session',
  )
  expect(await refusalOf(answerCustom(pool, asked, 'answer 1', { USERNAME: 'ben' }))).toBe(
    'NotAuthorizedException: Invalid session for the user.',
  )
  expect((await answerCustom(pool, asked, 'answer 1')).ChallengeName).toBe('CUSTOM_CHALLENGE')
})

it('expires', async () => {
  const { pool } = questioningPool()
  const first = await startCustom(pool)
  pool.clock.advance(180)
  expect(await refusalOf(answerCustom(pool, first, 'answer 1'))).toBe(
    'NotAuthorizedException: Invalid session for the user, session is expired.',
  )
})

it('tells the metadata of an answer to all three, and that of the beginning to none', async () => {
  const { pool, defined, created, verified } = questioningPool()
  const { Session } = await pool.options.client.send(
    new InitiateAuthCommand({
      ClientId: pool.options.clientId,
      AuthFlow: 'CUSTOM_AUTH',
      AuthParameters: { USERNAME: 'ann' },
      ClientMetadata: { from: 'start' },
    }),
  )
  await answerWithMetadata(pool, Session, 'answer 1', { from: 'answer' })
  for (const events of [defined, created]) {
    expect(events.map(({ request }) => request.clientMetadata)).toEqual([
      undefined,
      { from: 'answer' },
    ])
  }
  expect(verified.map(({ request }) => request.clientMetadata)).toEqual([{ from: 'answer' }])
})

it('asks for no second factor and no new password: the triggers say what is enough', async () => {
  const { pool } = questioningPool({
    mfa: 'required',
    users: [{ username: 'ann', password, mfa: 'totp', status: 'FORCE_CHANGE_PASSWORD' }],
  })
  const second = await answerCustom(pool, await startCustom(pool), 'answer 1')
  const { AuthenticationResult } = await answerCustom(pool, second, 'answer 2')
  expect(AuthenticationResult).toBeDefined()
})

it('wants the hash over each name that is sent', async () => {
  const { pool } = questioningPool({ clients: [{ id: 'webclient', secret: true }] })
  expect(await refusalOf(initiate(pool, 'CUSTOM_AUTH', { USERNAME: 'ann' }))).toBe(
    'NotAuthorizedException: Client webclient is configured with secret but SECRET_HASH was not ' +
      'received',
  )
  const second = await answerCustom(pool, await startCustom(pool), 'answer 1')
  expect((await answerCustom(pool, second, 'answer 2')).AuthenticationResult).toBeDefined()
})

describe('is refused', () => {
  it('to a client that does not have it', async () => {
    const { pool } = questioningPool({ clients: [{ flows: ['ALLOW_USER_SRP_AUTH'] }] })
    expect(await refusalOf(startCustom(pool))).toBe(
      'InvalidParameterException: CUSTOM_AUTH flow not enabled for this client',
    )
  })

  const unconfigured =
    'InvalidParameterException: Custom auth lambda trigger is not configured for the user pool.'

  it('in a pool that has none of the triggers', async () => {
    const pool = createTestUserPool({ users: [{ username: 'ann', password }] })
    expect(await refusalOf(startCustom(pool))).toBe(unconfigured)
  })

  it('when a trigger is missing by the time it is needed', async () => {
    const challengeName = 'CUSTOM_CHALLENGE'
    const defineAuthChallenge = <T extends { response: object }>(event: T) => {
      event.response = { challengeName, issueTokens: false, failAuthentication: false }
      return event
    }
    const users = [{ username: 'ann', password }]
    const pool = createTestUserPool({ users, triggers: { defineAuthChallenge } })
    expect(await refusalOf(startCustom(pool))).toBe(unconfigured)
    const asking = createTestUserPool({
      users,
      triggers: { defineAuthChallenge, createAuthChallenge: (event) => event },
    })
    const asked = await startCustom(asking)
    expect(asked.ChallengeParameters).toEqual({ USERNAME: 'ann' })
    expect(await refusalOf(answerCustom(asking, asked, 'x'))).toBe(unconfigured)
  })

  it.each([
    [{ issueTokens: false, failAuthentication: false }],
    [{ challengeName: 'SMS_MFA', issueTokens: false, failAuthentication: false }],
    [{ challengeName: 'toString', issueTokens: false, failAuthentication: false }],
  ])('when the trigger says %j, which is no next step', async (response) => {
    const { pool } = questioningPool({}, { define: () => response })
    expect(await refusalOf(startCustom(pool))).toBe(
      'InvalidLambdaResponseException: Unrecognizable lambda output',
    )
  })

  it('when the trigger wants a password that the client does not prove', async () => {
    const define = () => ({
      challengeName: 'PASSWORD_VERIFIER',
      issueTokens: false,
      failAuthentication: false,
    })
    const { pool } = questioningPool({}, { define })
    expect(await refusalOf(startCustom(pool))).toBe(
      'InvalidParameterException: Missing required parameter SRP_A',
    )
  })

  it('when a trigger throws, in its words', async () => {
    const { pool } = questioningPool({
      triggers: {
        verifyAuthChallengeResponse: () => {
          throw new Error('No more questions')
        },
      },
    })
    expect(await refusalOf(answerCustom(pool, await startCustom(pool), 'answer 1'))).toBe(
      'UserLambdaValidationException: VerifyAuthChallengeResponse failed with error No more ' +
        'questions.',
    )
  })
})

describe('meanwhile', () => {
  it.each([
    ['', false],
    [' and somebody else may have come', true],
  ])('the user may have gone%s: nobody is asked further, or let in', async (_who, isTaken) => {
    let remove = async (): Promise<unknown> => undefined
    const { pool } = questioningPool({
      triggers: {
        verifyAuthChallengeResponse: async (event) => {
          await remove()
          return { ...event, response: { answerCorrect: true } }
        },
      },
    })
    const { AuthenticationResult } = await signInWithPassword(pool, 'ann', password)
    const asked = await startCustom(pool)
    remove = async () => {
      await deleteUser(pool, AuthenticationResult?.AccessToken ?? '')
      if (isTaken) pool.addUser({ username: 'ann', password })
    }
    expect(await refusalOf(answerCustom(pool, asked, 'answer 1'))).toBe(wrongCredentials)
  })

  it('somebody may have taken the name: the Session is not theirs', async () => {
    const { pool } = questioningPool()
    const { AuthenticationResult } = await signInWithPassword(pool, 'ann', password)
    const asked = await startCustom(pool)
    await deleteUser(pool, AuthenticationResult?.AccessToken ?? '')
    pool.addUser({ username: 'ann', password })
    expect(await refusalOf(answerCustom(pool, asked, 'answer 1'))).toBe(
      'NotAuthorizedException: Invalid session for the user.',
    )
  })
})

it('no answer to it is one to anything else', async () => {
  const { pool } = questioningPool()
  const { Session } = await startCustom(pool)
  const asked = { ChallengeName: 'SOFTWARE_TOKEN_MFA', Session } as const
  const answer = { USERNAME: 'ann', SOFTWARE_TOKEN_MFA_CODE: '123456' }
  expect(await refusalOf(respond(pool, asked, answer))).toBe(
    'NotAuthorizedException: Invalid session for the user.',
  )
})
