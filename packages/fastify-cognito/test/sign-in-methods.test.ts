import { createTestUserPool } from '@x/cognito-testing'
import { expect, test } from 'vitest'
import { createBrowser } from './browser.ts'
import { startApp, withBearer, withCookies } from './start-app.ts'

const password = 'Correct-horse-1'
const username = 'ada@example.com'

const createPool = () =>
  createTestUserPool({
    signInWith: ['email'],
    firstFactors: ['password', 'email-code', 'passkey'],
    users: [{ username, password, attributes: { email_verified: 'true' } }],
    triggers: {
      defineAuthChallenge: (event) => {
        const [last] = event.request.session.slice(-1)
        const isRight = last?.challengeName === 'CUSTOM_CHALLENGE' && last.challengeResult
        if (isRight) event.response.issueTokens = true
        else event.response.challengeName = 'CUSTOM_CHALLENGE'
        return event
      },
      createAuthChallenge: (event) => {
        event.response.publicChallengeParameters = { question: 'What is 6 by 7?' }
        event.response.privateChallengeParameters = { answer: '42' }
        return event
      },
      verifyAuthChallengeResponse: (event) => {
        const { privateChallengeParameters, challengeAnswer } = event.request
        event.response.answerCorrect = challengeAnswer === privateChallengeParameters['answer']
        return event
      },
    },
  })

/** What comes of each way to sign in. */
const ways: readonly [way: object, answer: object][] = [
  [{ password }, { status: 'signed-in' }],
  [{ method: 'srp', password }, { status: 'signed-in' }],
  [{ method: 'password', password }, { status: 'signed-in' }],
  [
    { method: 'choice' },
    { challenge: { kind: 'factor-choice', factors: ['password', 'email-code'] } },
  ],
  [{ method: 'choice', prefer: 'password', password }, { status: 'signed-in' }],
  [{ method: 'choice', prefer: 'password' }, { challenge: { kind: 'password', method: 'srp' } }],
  [{ method: 'choice', prefer: 'email-code' }, { challenge: { kind: 'email-code' } }],
  [{ method: 'choice', prefer: 'passkey' }, { challenge: { kind: 'factor-choice' } }],
  [
    { method: 'custom' },
    { challenge: { kind: 'custom', parameters: { question: 'What is 6 by 7?' } } },
  ],
]

test.each(ways)('%j', async (way, answer) => {
  for (const options of [withCookies, withBearer]) {
    const browser = createBrowser(await startApp({ pool: createPool(), options }))
    const given = await browser.post('/auth/sign-in', { username, ...way })
    expect(given.statusCode).toBe(200)
    expect(given.json()).toMatchObject(answer)
  }
})

const missing = 'is missing.'
const withPreference = "goes with prefer: 'password' only; leave it out."
const withChoice = "goes with method: 'choice' only; leave it out."

test.each<[object, readonly [path: string, message: string][]]>([
  [{}, [['/password', missing]]],
  [{ method: 'srp' }, [['/password', missing]]],
  [{ method: 'password' }, [['/password', missing]]],
  [
    { method: 'password', prefer: 'passkey' },
    [
      ['/password', missing],
      ['/prefer', withChoice],
    ],
  ],
  [{ password, prefer: 'password' }, [['/prefer', withChoice]]],
  [{ method: 'choice', password }, [['/password', withPreference]]],
  [{ method: 'choice', prefer: 'passkey', password }, [['/password', withPreference]]],
  [{ method: 'custom', prefer: 'passkey' }, [['/prefer', withChoice]]],
  [
    { method: 'Choice', password },
    [['/method', 'should be one of srp, password, choice, custom.']],
  ],
  [
    { method: 'after-sign-up', session: 'x' },
    [
      ['/session', 'is not known here; leave it out.'],
      ['/method', 'should be one of srp, password, choice, custom.'],
    ],
  ],
  [
    { method: 'choice', prefer: 'totp' },
    [['/prefer', 'should be one of password, email-code, sms-code, passkey.']],
  ],
  [{ method: 'choice', prefer: ['passkey'] }, [['/prefer', 'should be a string.']]],
  [{ password, device: { key: 'x' } }, [['/device', 'is not known here; leave it out.']]],
  [{ password, deviceToken: 'x y' }, [['/deviceToken', 'has characters that cannot be in it.']]],
])('%j never reaches Cognito', async (way, errors) => {
  const pool = createPool()
  const browser = createBrowser(await startApp({ pool, options: withBearer }))
  const calls = { ...pool.calls }
  const refused = await browser.post('/auth/sign-in', { username, ...way })
  expect([refused.statusCode, refused.json().code]).toEqual([400, 'INVALID_INPUT'])
  const given = refused.json().errors.map((error: Record<string, string>) => Object.values(error))
  expect(given).toEqual(expect.arrayContaining([...errors]))
  expect(refused.body).not.toContain(password)
  expect(pool.calls).toEqual(calls)
})

test('a device is for the cookie to say where there are cookies', async () => {
  const browser = createBrowser(await startApp({ pool: createPool() }))
  const body = { username, password, deviceToken: 'x' }
  const refused = await browser.post('/auth/sign-in', body)
  expect(refused.json().errors).toEqual([
    { path: '/deviceToken', message: 'is in a cookie for this client; leave it out.' },
  ])
})

test('a custom challenge is answered by cookie, as often as the pool asks', async () => {
  const browser = createBrowser(await startApp({ pool: createPool() }))
  await browser.post('/auth/sign-in', { username, method: 'custom' })
  const again = await browser.post('/auth/challenge', { answer: { answer: '41' } })
  expect(again.json()).toMatchObject({ status: 'challenge', challenge: { kind: 'custom' } })
  const done = await browser.post('/auth/challenge', { answer: { answer: '42' } })
  expect(done.json().status).toBe('signed-in')
  expect((await browser.get('/auth/me')).json().attributes.email).toBe(username)
})
