import { type CognitoWarning, createCognito } from '@x/cognito-core'
import { createTestUserPool } from '@x/cognito-testing'
import { describe, expect, it } from 'vitest'
import { challengeIn } from './challenge-in.ts'
import { type Line, scriptedCognito } from './scripted-cognito.ts'

const password = 'Correct-horse-1'
const username = 'ann'

/** A machine whose clock is behind a pool that takes no proof which is 100 seconds off. */
const start = (secondsBehind: number) => {
  const warnings: CognitoWarning[] = []
  const pool = createTestUserPool({
    timestampTolerance: 100,
    deviceTracking: 'always',
    users: [{ username, password }],
  })
  pool.clock.advance(secondsBehind)
  const cognito = createCognito({ ...pool.options, onWarning: (said) => warnings.push(said) })
  return { pool, cognito, warnings }
}

describe('where the clock of the machine is off', () => {
  it('a sign-in is proved with Cognito’s time, and spends no attempt on its own', async () => {
    const { pool, cognito, warnings } = start(7200)
    expect(await cognito.signIn({ username, password })).toMatchObject({ status: 'signed-in' })
    expect(pool.calls).toMatchObject({ InitiateAuth: 1, RespondToAuthChallenge: 1 })
    expect(warnings).toMatchObject([
      {
        code: 'COGNITO_CLOCK_SKEW',
        params: { seconds: expect.stringMatching(/^(?:7199|7200|7201)$/), direction: 'behind' },
      },
    ])
    expect(await cognito.signIn({ username, password })).toMatchObject({ status: 'signed-in' })
    expect(warnings).toHaveLength(1)
  })

  it('a wrong password is refused once, and not tried again', async () => {
    const { pool, cognito } = start(7200)
    const attempt = cognito.signIn({ username, password: 'Wrong-horse-1' })
    await expect(attempt).rejects.toMatchObject({ code: 'COGNITO_INVALID_CREDENTIALS' })
    expect(pool.calls).toMatchObject({ InitiateAuth: 1, RespondToAuthChallenge: 1 })
  })

  it('a password that is the answer to a challenge is proved likewise', async () => {
    const { cognito } = start(7200)
    const step = await cognito.signIn({ method: 'choice', username, prefer: 'password' })
    const result = await cognito.answerChallenge(challengeIn(step, 'password'), { password })
    expect(result).toMatchObject({ status: 'signed-in' })
  })

  it('a device is proved likewise', async () => {
    const { cognito } = start(7200)
    const first = await cognito.signIn({ username, password })
    const device = first.status === 'signed-in' && first.newDevice
    if (!device) throw new Error('expected a new device')
    expect(await cognito.signIn({ username, password, device })).not.toHaveProperty('newDevice')
  })
})

it('nobody is warned of less than a minute', async () => {
  const { cognito, warnings } = start(50)
  expect(await cognito.signIn({ username, password })).toMatchObject({ status: 'signed-in' })
  expect(warnings).toEqual([])
})

describe('where only the refusal of a proof tells the time', () => {
  const asked = {
    ChallengeName: 'PASSWORD_VERIFIER',
    ChallengeParameters: {
      SALT: 'aa',
      SRP_B: 'abc123',
      SECRET_BLOCK: 'AAAA',
      USER_ID_FOR_SRP: 'id',
    },
  }
  const jwt = `h.${Buffer.from('{"exp":4000000000}').toString('base64url')}.s`
  const tokens = { AuthenticationResult: { AccessToken: jwt, IdToken: jwt } }
  const refused = { error: 'NotAuthorizedException', message: 'Incorrect username or password.' }
  const at = (seconds: number) => new Date(Date.now() + seconds * 1000).toUTCString()
  const timeIn = (input: Record<string, unknown> | undefined) =>
    Date.parse(JSON.parse(JSON.stringify(input)).ChallengeResponses.TIMESTAMP)

  const scripted = async (...script: readonly Line[]) => {
    const { url, calls } = await scriptedCognito(...script)
    const warnings: CognitoWarning[] = []
    const ids = { userPoolId: 'us-east-1_Scripted1', clientId: 'scriptedclient' }
    const onWarning = (said: CognitoWarning) => warnings.push(said)
    return { cognito: createCognito({ ...ids, endpoint: url, onWarning }), calls, warnings }
  }

  it('signs in once more from the start, with that time', async () => {
    const { cognito, calls, warnings } = await scripted(
      { answer: asked, date: 'none' },
      { ...refused, date: at(-600) },
      { answer: asked, date: at(-600) },
      { answer: tokens, date: at(-600) },
    )
    expect(await cognito.signIn({ username, password })).toMatchObject({ status: 'signed-in' })
    expect(calls.map(({ operation }) => operation)).toEqual([
      'InitiateAuth',
      'RespondToAuthChallenge',
      'InitiateAuth',
      'RespondToAuthChallenge',
    ])
    const earlier = timeIn(calls[1]?.input) - timeIn(calls[3]?.input)
    expect(Math.abs(earlier / 1000 - 600)).toBeLessThan(5)
    expect(warnings).toMatchObject([{ code: 'COGNITO_CLOCK_SKEW' }])
  })

  const ends: Record<string, [Line[], calls: number]> = {
    'the second refusal stands': [
      [{ answer: asked, date: 'none' }, { ...refused, date: at(600) }, { answer: asked }, refused],
      4,
    ],
    'a time that is about right is no reason': [
      [
        { answer: asked, date: 'none' },
        { ...refused, date: at(50) },
      ],
      2,
    ],
    'another refusal is no reason': [
      [
        { answer: asked, date: 'none' },
        { error: 'NotAuthorizedException', message: 'User is disabled.', date: at(600) },
      ],
      2,
    ],
    'a refusal before any proof is no reason': [[{ ...refused, date: at(600) }], 1],
  }
  it.each(Object.entries(ends))('%s', async (_what, [script, count]) => {
    const { cognito, calls } = await scripted(...script)
    await expect(cognito.signIn({ username, password })).rejects.toMatchObject({
      operation: expect.any(String),
    })
    expect(calls).toHaveLength(count)
  })

  it('the answer to a challenge cannot begin again: its refusal stands', async () => {
    const { cognito, calls } = await scripted(
      { answer: { ChallengeName: 'PASSWORD_SRP', Session: 's' }, date: 'none' },
      { answer: asked, date: 'none' },
      { ...refused, date: at(600) },
    )
    const step = await cognito.signIn({ method: 'choice', username })
    const answer = cognito.answerChallenge(challengeIn(step, 'password'), { password })
    await expect(answer).rejects.toMatchObject({ code: 'COGNITO_INVALID_CREDENTIALS' })
    expect(calls).toHaveLength(3)
  })
})
