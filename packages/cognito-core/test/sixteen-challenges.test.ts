import { ChallengeNameType, InitiateAuthCommand } from '@aws-sdk/client-cognito-identity-provider'
import {
  type Challenge,
  type ChallengeOf,
  type Cognito,
  createCognito,
  type SignInResult,
} from '@x/cognito-core'
import { createTestUserPool, type TestUserPool, type TestUserPoolOptions } from '@x/cognito-testing'
import { expect, it } from 'vitest'
import { challengeIn } from './challenge-in.ts'
import { riddleTriggers, solutions } from './riddles.ts'
import { scriptedCognito } from './scripted-cognito.ts'

const password = 'Correct-horse-1'
const attributes = (username: string) => ({
  email: `${username}@example.com`,
  email_verified: 'true',
  phone_number: '+15555550134',
  phone_number_verified: 'true',
})

/** A pool that writes down what challenges it puts. */
const watchedPool = (options: TestUserPoolOptions, asked: Set<string>) => {
  const pool = createTestUserPool({ clients: [{ secret: true }], ...options })
  pool.options.client.middlewareStack.add(
    (next) => async (args) => {
      const result = await next(args)
      const { ChallengeName: name } = result.output as { ChallengeName?: string }
      if (name) asked.add(name)
      return result
    },
    { step: 'initialize' },
  )
  return { pool, cognito: createCognito(pool.options) }
}

type Act = (world: { pool: TestUserPool; cognito: Cognito }) => Promise<SignInResult>

const username = 'ada'
const byPassword = { username, password }
const user = { ...byPassword, attributes: attributes(username) }
const choice = { firstFactors: ['password', 'email-code', 'sms-code', 'passkey'] } as const

const start = async ({ cognito }: { cognito: Cognito }) => cognito.signIn(byPassword)

/** What Cognito asks for where a client prefers a password and gives none. */
const asksForPassword = async (
  pool: TestUserPool,
  cognitoName: 'PASSWORD' | 'PASSWORD_SRP',
): Promise<ChallengeOf<'password'>> => {
  const { clientId, client } = pool.options
  const answer = await client.send(
    new InitiateAuthCommand({
      ClientId: clientId,
      AuthFlow: 'USER_AUTH',
      AuthParameters: { USERNAME: username, PREFERRED_CHALLENGE: cognitoName },
    }),
  )
  const method = cognitoName === 'PASSWORD' ? 'password' : 'srp'
  return { kind: 'password', username, session: answer.Session ?? '', cognitoName, method }
}

const stories: Readonly<Record<string, readonly [TestUserPoolOptions, Act]>> = {
  'a new password': [
    { users: [{ ...user, status: 'FORCE_CHANGE_PASSWORD' }] },
    async (world) =>
      world.cognito.answerChallenge(challengeIn(await start(world), 'new-password'), {
        newPassword: 'Battery-staple-2',
      }),
  ],
  'a choice of second factors, and a text message': [
    { users: [{ ...user, mfa: ['sms', 'totp'] }] },
    async (world) => {
      const asked = challengeIn(await start(world), 'mfa-choice')
      const chosen = await world.cognito.answerChallenge(asked, { method: 'sms' })
      return world.cognito.answerChallenge(challengeIn(chosen, 'sms-code'), {
        code: world.pool.inbox.lastCodeFor(username),
      })
    },
  ],
  'an authenticator app': [
    { users: [{ ...user, mfa: 'totp' }] },
    async (world) =>
      world.cognito.answerChallenge(challengeIn(await start(world), 'totp-code'), {
        code: world.pool.totpCodeFor(username),
      }),
  ],
  'a second factor to be set up': [
    { mfa: 'required', mfaMethods: ['totp'], users: [byPassword] },
    async (world) =>
      world.cognito.answerChallenge(challengeIn(await start(world), 'totp-setup'), {
        code: world.pool.totpCodeFor(username),
      }),
  ],
  'a choice of first factors, and a code by e-mail': [
    { ...choice, users: [user] },
    async ({ pool, cognito }) => {
      const asked = challengeIn(
        await cognito.signIn({ method: 'choice', username }),
        'factor-choice',
      )
      const chosen = await cognito.answerChallenge(asked, { factor: 'email-code' })
      return cognito.answerChallenge(challengeIn(chosen, 'email-code'), {
        code: pool.inbox.lastCodeFor(username),
      })
    },
  ],
  'a code by text message alone': [
    { ...choice, users: [user] },
    async ({ pool, cognito }) => {
      const asked = await cognito.signIn({ method: 'choice', username, prefer: 'sms-code' })
      return cognito.answerChallenge(challengeIn(asked, 'sms-code'), {
        code: pool.inbox.lastCodeFor(username),
      })
    },
  ],
  'a password that Cognito asks for in clear': [
    { ...choice, clients: [{}], users: [user] },
    async ({ pool, cognito }) =>
      cognito.answerChallenge(await asksForPassword(pool, 'PASSWORD'), { password }),
  ],
  'a password that Cognito asks for by SRP': [
    { ...choice, clients: [{}], users: [user] },
    async ({ pool, cognito }) =>
      cognito.answerChallenge(await asksForPassword(pool, 'PASSWORD_SRP'), { password }),
  ],
  'a passkey': [
    { ...choice, users: [user] },
    async (world) => {
      const { pool, cognito } = world
      const first = await start(world)
      if (first.status !== 'signed-in') throw new Error(first.status)
      const { accessToken } = first.tokens
      const authenticator = pool.createAuthenticator()
      const credential = authenticator.create(
        await cognito.passkeys.startRegistration({ accessToken }),
      )
      await cognito.passkeys.finishRegistration({ accessToken, credential })
      const asked = challengeIn(
        await cognito.signIn({ method: 'choice', username, prefer: 'passkey' }),
        'passkey',
      )
      return cognito.answerChallenge(asked, {
        credential: authenticator.get(asked.requestOptions),
      })
    },
  ],
  'what the triggers ask': [
    { triggers: riddleTriggers, users: [user] },
    async ({ cognito }) => {
      const first = challengeIn(await cognito.signIn({ method: 'custom', ...byPassword }), 'custom')
      const second = await cognito.answerChallenge(first, { answer: solutions.first })
      return cognito.answerChallenge(challengeIn(second, 'custom'), { answer: solutions.second })
    },
  ],
  'a device that is known': [
    { deviceTracking: 'always', users: [user] },
    async (world) => {
      const first = await start(world)
      if (first.status !== 'signed-in' || !first.newDevice) throw new Error('no device')
      return world.cognito.signIn({ ...byPassword, device: first.newDevice })
    },
  ],
}

it('every challenge of Cognito is put by the pool and answered, but for the one that no client is sent', async () => {
  const asked = new Set<string>()
  for (const [name, [options, act]] of Object.entries(stories)) {
    const result = await act(watchedPool(options, asked))
    expect([name, result.status]).toEqual([name, 'signed-in'])
  }
  const all: readonly string[] = Object.values(ChallengeNameType)
  expect(all).toHaveLength(16)
  expect(all.filter((name) => !asked.has(name))).toEqual(['ADMIN_NO_SRP_AUTH'])
})

it('that one is handed on in Cognito’s words, and is no success', async () => {
  const { cognito } = await scriptedCognito({
    answer: { ChallengeName: 'ADMIN_NO_SRP_AUTH', ChallengeParameters: { A: 'b' }, Session: 's' },
  })
  const result = await cognito.signIn({ method: 'password', ...byPassword })
  const challenge: Challenge = challengeIn(result, 'unsupported')
  expect(challenge).toMatchObject({ cognitoName: 'ADMIN_NO_SRP_AUTH', parameters: { A: 'b' } })
})
