import { createTestUserPool, type TestUserPool } from '@x/cognito-testing'
import { describe, expect, test } from 'vitest'
import { createBrowser } from './browser.ts'
import { startApp, withBearer, withCookies } from './start-app.ts'

const password = 'Correct-horse-1'
const ada = { username: 'ada', password }
const reachable = { email: 'ada@example.com', email_verified: 'true' }

interface Story {
  name: string
  pool: () => TestUserPool
  body?: object
  /** What is asked in turn, and what is answered. */
  steps: readonly {
    asked: object
    answer: (pool: TestUserPool, shown: Record<string, unknown>) => object
  }[]
}

const codeFor = (pool: TestUserPool) => ({ code: pool.inbox.lastCodeFor('ada') })
const choice = (more: object = {}) =>
  createTestUserPool({
    firstFactors: ['password', 'email-code'],
    users: [{ ...ada, attributes: reachable }],
    ...more,
  })

const stories: readonly Story[] = [
  {
    name: 'an e-mail address is added',
    pool: () => createTestUserPool({ mfa: 'required', mfaMethods: ['email'], users: [ada] }),
    steps: [
      { asked: { kind: 'email-setup' }, answer: () => ({ email: 'ada@example.com' }) },
      {
        asked: { kind: 'email-code', delivery: { medium: 'email', destination: 'a***@e***' } },
        answer: codeFor,
      },
    ],
  },
  {
    name: 'the second factor to add is chosen',
    pool: () =>
      createTestUserPool({ mfa: 'required', mfaMethods: ['totp', 'email', 'sms'], users: [ada] }),
    steps: [
      {
        asked: { kind: 'mfa-setup-choice', methods: ['totp', 'email'] },
        answer: () => ({ method: 'email' }),
      },
      { asked: { kind: 'email-setup' }, answer: () => ({ email: 'ada@example.com' }) },
      { asked: { kind: 'email-code' }, answer: codeFor },
    ],
  },
  {
    name: 'the second factor is chosen',
    pool: () =>
      createTestUserPool({ users: [{ ...ada, mfa: ['totp', 'email'], attributes: reachable }] }),
    steps: [
      {
        asked: { kind: 'mfa-choice', methods: ['totp', 'email'] },
        answer: () => ({ method: 'email' }),
      },
      { asked: { kind: 'email-code' }, answer: codeFor },
    ],
  },
  {
    name: 'a code is chosen to sign in with',
    pool: choice,
    body: { username: 'ada', method: 'choice' },
    steps: [
      {
        asked: { kind: 'factor-choice', factors: ['password', 'email-code'] },
        answer: () => ({ factor: 'email-code' }),
      },
      { asked: { kind: 'email-code' }, answer: codeFor },
    ],
  },
  {
    name: 'the password is chosen, and a code sent where only Cognito knows',
    pool: () =>
      choice({
        users: [
          {
            ...ada,
            mfa: 'sms',
            attributes: { phone_number: '+12065550123', phone_number_verified: 'true' },
          },
        ],
      }),
    body: { username: 'ada', method: 'choice', prefer: 'password' },
    steps: [
      { asked: { kind: 'password' }, answer: () => ({ password }) },
      {
        asked: { kind: 'sms-code', delivery: { medium: 'sms', destination: '+*******0123' } },
        answer: codeFor,
      },
    ],
  },
  {
    name: 'the password is chosen, and a second factor asked for',
    pool: () => choice({ users: [{ ...ada, mfa: 'totp', attributes: reachable }] }),
    body: { username: 'ada', method: 'choice' },
    steps: [
      { asked: { kind: 'factor-choice' }, answer: () => ({ factor: 'password' }) },
      { asked: { kind: 'password', method: 'srp' }, answer: () => ({ password }) },
      { asked: { kind: 'totp-code' }, answer: (pool) => ({ code: pool.totpCodeFor('ada') }) },
    ],
  },
]

describe.each(stories)('$name', ({ pool: createPool, body = ada, steps }) => {
  test.each([
    { how: 'by cookie', options: withCookies },
    { how: 'by token', options: withBearer },
  ])('$how', async ({ options }) => {
    const pool = createPool()
    const browser = createBrowser(await startApp({ pool, options }))
    let given = (await browser.post('/auth/sign-in', body)).json()
    for (const { asked, answer } of steps) {
      expect(given).toMatchObject({ status: 'challenge', challenge: asked })
      const { challengeToken, challenge } = given
      const more = challengeToken ? { challengeToken } : {}
      const refused = await browser.post('/auth/challenge', { answer: { colour: 'blue' }, ...more })
      expect(refused.json()).toMatchObject({
        code: 'INVALID_INPUT',
        retriable: true,
        expiresAt: challenge.expiresAt,
      })
      const body = { answer: answer(pool, challenge), ...more }
      given = (await browser.post('/auth/challenge', body)).json()
      // Neither Cognito's session nor a device are ever shown.
      expect(JSON.stringify(given)).not.toMatch(/session"|cognitoName|groupKey/)
    }
    expect(given).toMatchObject({ status: 'signed-in', user: { username: 'ada' } })
  })
})

test.each<[object, object, object, string]>([
  [{ mfa: 'required', mfaMethods: ['totp', 'email'] }, ada, { method: 'sms' }, 'totp, email'],
  [
    { firstFactors: ['password', 'email-code'] },
    { username: 'ada', method: 'choice' },
    { factor: 'passkey' },
    'password',
  ],
])('takes no choice that was not offered: %#', async (options, body, answer, offered) => {
  const pool = createTestUserPool({ users: [ada], ...options })
  const browser = createBrowser(await startApp({ pool }))
  await browser.post('/auth/sign-in', body)
  const calls = { ...pool.calls }
  const refused = await browser.post('/auth/challenge', { answer })
  expect(refused.json().errors).toEqual([
    {
      path: expect.stringMatching(/^\/answer\/(method|factor)$/),
      message: `should be one of ${offered}.`,
    },
  ])
  expect(pool.calls).toEqual(calls)
})

test('is shown in the words of Cognito where this version has none of its own', async () => {
  const pool = createTestUserPool({ mfa: 'required', mfaMethods: ['sms'], users: [ada] })
  const browser = createBrowser(await startApp({ pool }))
  const asked = await browser.post('/auth/sign-in', ada)
  expect(asked.json().challenge).toMatchObject({
    kind: 'unsupported',
    parameters: { MFAS_CAN_SETUP: '["SMS_MFA"]' },
  })
  const calls = pool.calls['RespondToAuthChallenge'] ?? 0
  await browser.post('/auth/challenge', { answer: { responses: { ANSWER: 'SMS_MFA' } } })
  expect(pool.calls['RespondToAuthChallenge']).toBe(calls + 1)
})

test('a code of an authenticator app counts once', async () => {
  const pool = createTestUserPool({ users: [{ ...ada, mfa: 'totp' }] })
  const browser = createBrowser(await startApp({ pool }))
  const answer = { code: pool.totpCodeFor('ada') }
  await browser.post('/auth/sign-in', ada)
  expect((await browser.post('/auth/challenge', { answer })).json().status).toBe('signed-in')
  await browser.post('/auth/sign-out')
  await browser.post('/auth/sign-in', ada)
  const again = await browser.post('/auth/challenge', { answer })
  expect(again.json()).toMatchObject({ code: 'COGNITO_CODE_EXPIRED', retriable: true })
  pool.clock.advance(30)
  const next = { code: pool.totpCodeFor('ada') }
  const done = await browser.post('/auth/challenge', { answer: next })
  expect(done.json().status).toBe('signed-in')
})
