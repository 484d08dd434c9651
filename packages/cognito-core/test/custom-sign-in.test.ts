import { createCognito } from '@x/cognito-core'
import { createTestUserPool, type TestUserPoolOptions } from '@x/cognito-testing'
import { describe, expect, it } from 'vitest'
import { challengeIn } from './challenge-in.ts'

const password = 'Correct-horse-1'
const username = 'ann'

/** Two riddles, after the password where one is given. */
const triggers: NonNullable<TestUserPoolOptions['triggers']> = {
  defineAuthChallenge: (event) => {
    const { session } = event.request
    const last = session.at(-1)
    const solved = session.filter(
      ({ challengeName, challengeResult }) =>
        challengeName === 'CUSTOM_CHALLENGE' && challengeResult,
    ).length
    const bySrp = last?.challengeName === 'SRP_A'
    event.response = {
      challengeName: bySrp ? 'PASSWORD_VERIFIER' : 'CUSTOM_CHALLENGE',
      issueTokens: solved === 2,
      failAuthentication: last?.challengeResult === false,
    }
    return event
  },
  createAuthChallenge: (event) => {
    const riddle = String(event.request.session.length)
    event.response = {
      publicChallengeParameters: { riddle },
      privateChallengeParameters: { riddle },
      challengeMetadata: '',
    }
    return event
  },
  verifyAuthChallengeResponse: (event) => {
    const { privateChallengeParameters, challengeAnswer } = event.request
    event.response = {
      answerCorrect: challengeAnswer === `solution ${privateChallengeParameters['riddle']}`,
    }
    return event
  },
}

const start = () => {
  const users = [
    { username, password, attributes: { email: 'ann@example.com', email_verified: 'true' } },
  ]
  const pool = createTestUserPool({
    triggers,
    aliases: ['email'],
    clients: [{ secret: true }],
    users,
  })
  return { pool, cognito: createCognito(pool.options) }
}

describe('a sign-in by the pool’s own triggers', () => {
  it('asks what they ask, as often as they ask', async () => {
    const { cognito } = start()
    const first = challengeIn(
      await cognito.signIn({ method: 'custom', username: 'ann@example.com' }),
      'custom',
    )
    expect(first).toMatchObject({ username, cognitoName: 'CUSTOM_CHALLENGE' })
    expect(first.parameters).toEqual({ riddle: '0' })
    const second = challengeIn(
      await cognito.answerChallenge(first, { answer: 'solution 0' }),
      'custom',
    )
    expect(second.session).not.toBe(first.session)
    expect(second.parameters).toEqual({ riddle: '1' })
    expect(await cognito.answerChallenge(second, { answer: 'solution 1' })).toMatchObject({
      status: 'signed-in',
    })
    await expect(cognito.answerChallenge(first, { answer: 'solution 0' })).rejects.toMatchObject({
      code: 'COGNITO_SESSION_EXPIRED',
    })
  })

  it('hands what comes with an answer to them', async () => {
    const heard: unknown[] = []
    const { verifyAuthChallengeResponse: verify, ...others } = triggers
    const pool = createTestUserPool({
      triggers: {
        ...others,
        verifyAuthChallengeResponse: (event, ...more) => {
          heard.push(event.request.clientMetadata)
          return verify?.(event, ...more)
        },
      },
      users: [{ username, password }],
    })
    const cognito = createCognito(pool.options)
    const asked = challengeIn(await cognito.signIn({ method: 'custom', username }), 'custom')
    const clientMetadata = { tenant: 'blue' }
    await cognito.answerChallenge(asked, { answer: 'solution 0' }, { clientMetadata })
    expect(heard).toEqual([clientMetadata])
  })

  it('proves a password first, by SRP and with the session', async () => {
    const { pool, cognito } = start()
    const input = { method: 'custom', username: 'ann@example.com', password } as const
    const first = challengeIn(await cognito.signIn(input), 'custom')
    expect(first.username).toBe(username)
    expect(pool.calls).toMatchObject({ InitiateAuth: 1, RespondToAuthChallenge: 1 })
    const second = await cognito.answerChallenge(first, {
      answer: `solution ${first.parameters['riddle']}`,
    })
    const { parameters, ...more } = challengeIn(second, 'custom')
    const answer = `solution ${parameters['riddle']}`
    expect(await cognito.answerChallenge({ parameters, ...more }, { answer })).toMatchObject({
      status: 'signed-in',
    })
  })

  it('refuses a wrong password, and a wrong answer that the triggers refuse', async () => {
    const { cognito } = start()
    const refused = { code: 'COGNITO_INVALID_CREDENTIALS' }
    const input = { method: 'custom', username, password: 'Wrong-horse-1' } as const
    await expect(cognito.signIn(input)).rejects.toMatchObject(refused)
    const asked = challengeIn(await cognito.signIn({ method: 'custom', username }), 'custom')
    await expect(cognito.answerChallenge(asked, { answer: 'why?' })).rejects.toMatchObject(refused)
  })

  it.each([{}, { answer: '' }, { answer: 4 }])('refuses %j by name', async (answer) => {
    const { cognito } = start()
    const asked = challengeIn(await cognito.signIn({ method: 'custom', username }), 'custom')
    await expect(cognito.answerChallenge(asked, answer as never)).rejects.toMatchObject({
      code: 'COGNITO_INVALID_INPUT',
      params: { field: 'answer.answer' },
    })
  })
})
