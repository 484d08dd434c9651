import type { PostAuthenticationTriggerEvent } from 'aws-lambda'
import { describe, expect, it } from 'vitest'
import type { TestUserPoolOptions } from '../src/index.ts'
import {
  answerCustom,
  questioningPool,
  startCustom,
  startCustomWithSrp,
} from './custom-auth-pool.ts'
import { eventOf, recorded } from './recorded-trigger.ts'
import { refusalOf } from './sign-in.ts'
import { password, uuid } from './signed-in-pool.ts'

const wrongCredentials = 'NotAuthorizedException: Incorrect username or password.'

const answerAs = (
  pool: Parameters<typeof answerCustom>[0],
  asked: Awaited<ReturnType<typeof startCustom>>,
  ANSWER: string,
  USERNAME = asked.ChallengeParameters?.['USERNAME'] ?? '',
) => answerCustom(pool, asked, ANSWER, { USERNAME })

describe('somebody who does not exist', () => {
  it('is asked like others, but let in by no answer', async () => {
    const { pool } = questioningPool()
    const first = await startCustom(pool, 'nobody')
    expect(first.ChallengeParameters).toEqual({ USERNAME: 'nobody', question: 'Question 1' })
    const second = await answerAs(pool, first, 'answer 1')
    expect(await refusalOf(answerAs(pool, second, 'answer 2'))).toBe(wrongCredentials)
  })

  it('is told to the triggers as such', async () => {
    const { pool, defined, created, verified } = questioningPool()
    await answerAs(pool, await startCustom(pool, 'nobody'), 'answer 1')
    const events = [...defined, ...created, ...verified]
    expect(events).toHaveLength(5)
    for (const { userName, request } of events) {
      expect(userName).toBe('nobody')
      expect(request).toMatchObject({ userAttributes: {}, userNotFound: true })
    }
    expect(defined[0]).toMatchObject(eventOf(pool, 'DefineAuthChallenge_Authentication', 'nobody'))
  })

  it('has a UUID where everybody has, the same each time, and may answer by either name', async () => {
    const { pool, verified } = questioningPool({
      signInWith: ['email'],
      users: [{ username: 'ann@example.com', password }],
    })
    const first = await startCustom(pool, 'nobody@example.com')
    const shown = first.ChallengeParameters?.['USERNAME'] ?? ''
    expect(shown).toMatch(uuid)
    const again = await startCustom(pool, 'nobody@example.com')
    expect(again.ChallengeParameters?.['USERNAME']).toBe(shown)
    const second = await answerAs(pool, first, 'answer 1')
    expect(second.ChallengeParameters?.['USERNAME']).toBe(shown)
    const typed = answerAs(pool, second, 'wrong', 'nobody@example.com')
    expect((await typed).ChallengeName).toBe('CUSTOM_CHALLENGE')
    expect(verified.map(({ userName }) => userName)).toEqual([
      'nobody@example.com',
      'nobody@example.com',
    ])
  })

  it('has a Session of their own', async () => {
    const { pool } = questioningPool()
    const first = await startCustom(pool, 'nobody')
    for (const name of ['nobody else', 'ann']) {
      expect(await refusalOf(answerAs(pool, first, 'answer 1', name.replace(' ', '-')))).toBe(
        'NotAuthorizedException: Invalid session for the user.',
      )
    }
  })

  it('plays the exchange of a password, and fails at the proof', async () => {
    const { pool } = questioningPool()
    const { asked, prove } = await startCustomWithSrp(pool, { name: 'nobody' })
    expect(asked).toMatchObject({ ChallengeName: 'PASSWORD_VERIFIER', Session: expect.any(String) })
    expect(await refusalOf(prove())).toBe(wrongCredentials)
  })

  it('does not become somebody by a sign-up under way', async () => {
    const { pool } = questioningPool()
    const first = await startCustom(pool, 'nobody')
    pool.addUser({ username: 'nobody', password })
    expect(await refusalOf(answerAs(pool, first, 'answer 1'))).toBe(
      'NotAuthorizedException: Invalid session for the user.',
    )
  })

  it('is told so where the client does not hide it, and the triggers are told nothing', async () => {
    const { pool, defined } = questioningPool({ clients: [{ preventUserExistenceErrors: false }] })
    expect(await refusalOf(startCustom(pool, 'nobody'))).toBe(
      'UserNotFoundException: User does not exist.',
    )
    await startCustom(pool)
    expect(defined.map(({ request }) => request)).toEqual([
      expect.not.objectContaining({ userNotFound: expect.anything() }),
    ])
  })
})

describe.each([
  [{ enabled: false }, 'NotAuthorizedException: User is disabled.'],
  [{ status: 'UNCONFIRMED' as const }, 'UserNotConfirmedException: User is not confirmed.'],
  [
    { status: 'RESET_REQUIRED' as const },
    'PasswordResetRequiredException: Password reset required for the user',
  ],
])('a user with %j', (user, refusal) => {
  const options: TestUserPoolOptions = { users: [{ username: 'ann', password, ...user }] }

  it('is told so once the triggers have had enough, and has not signed in', async () => {
    const { handler, events } = recorded<PostAuthenticationTriggerEvent>()
    const { pool } = questioningPool({ ...options, triggers: { postAuthentication: handler } })
    const second = await answerCustom(pool, await startCustom(pool), 'answer 1')
    expect(await refusalOf(answerCustom(pool, second, 'answer 2'))).toBe(refusal)
    expect(events).toEqual([])
  })

  it('is told so at once where the client does not hide users', async () => {
    const { pool, defined } = questioningPool({
      ...options,
      clients: [{ preventUserExistenceErrors: false }],
    })
    expect(await refusalOf(startCustom(pool))).toBe(refusal)
    expect(defined).toEqual([])
  })
})
