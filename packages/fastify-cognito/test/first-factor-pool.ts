import { createTestUserPool, type TestTriggers, type TestUserOptions } from '@x/cognito-testing'
import type { Browser } from './browser.ts'

const password = 'Correct-horse-1'

export const names = {
  username: (index: number) => `name${index}`,
  email: (index: number) => `m${index}@example.com`,
  phone_number: (index: number) => `+1555${index}001234`,
} as const
export type Shape = keyof typeof names

/** What a stranger is taken to have: the address that was typed, else one of each kind. */
export const verified: Readonly<Record<Shape, (index: number) => Record<string, string>>> = {
  username: (index) => ({
    email: `somebody${index}@elsewhere.example`,
    email_verified: 'true',
    phone_number: `+1206555012${index}`,
    phone_number_verified: 'true',
  }),
  email: () => ({ email_verified: 'true' }),
  phone_number: () => ({ phone_number_verified: 'true' }),
}

/** Everybody whom Cognito has something else to say of, with the same factors. */
export const kinds: Readonly<Record<string, Partial<TestUserOptions>>> = {
  confirmed: {},
  unconfirmed: { status: 'UNCONFIRMED' },
  disabled: { enabled: false },
  'to be reset': { status: 'RESET_REQUIRED' },
}
export const stranger = Object.keys(kinds).length

/** Asks everybody the same, and there is no other right answer than the last one. */
const triggers: TestTriggers = {
  defineAuthChallenge: (event) => {
    const { session, userNotFound } = event.request
    const { challengeName, challengeResult = false } = session.at(-1) ?? {}
    const isAnswered = challengeName === 'CUSTOM_CHALLENGE' && challengeResult && !userNotFound
    if (challengeName === 'SRP_A') event.response.challengeName = 'PASSWORD_VERIFIER'
    else if (session.length >= 4) event.response.failAuthentication = true
    else if (isAnswered) event.response.issueTokens = true
    else event.response.challengeName = 'CUSTOM_CHALLENGE'
    return event
  },
  createAuthChallenge: (event) => {
    event.response.publicChallengeParameters = { question: 'What is 6 by 7?' }
    event.response.privateChallengeParameters = { answer: '42' }
    return event
  },
  verifyAuthChallengeResponse: (event) => {
    event.response.answerCorrect = event.request.challengeAnswer === '42'
    return event
  },
}

export const createPool = (shape: Shape, hides: boolean) =>
  createTestUserPool({
    signInWith: [shape],
    firstFactors: ['password', 'email-code', 'sms-code'],
    clients: [{ secret: true, preventUserExistenceErrors: hides }],
    triggers,
    users: Object.values(kinds).map((kind, index) => ({
      username: names[shape](index),
      password,
      attributes: { ...verified[shape](index) },
      ...kind,
    })),
  })

export type Ask = (browser: Browser, username: string) => ReturnType<Browser['post']>

/** Goes on with the sign-in under way, in whatever way this client carries it. */
export const goOn = async (
  browser: Browser,
  path: string,
  started: Record<string, unknown>,
  more = {},
) => {
  const { challengeToken } = started
  return browser.post(path, { ...(challengeToken ? { challengeToken } : {}), ...more })
}

export const start =
  (body: object): Ask =>
  (browser, username) =>
    browser.post('/auth/sign-in', { username, method: 'choice', ...body })

/** What differs because it was typed is not a difference. */
export const withoutTyped = (answer: unknown, name: string) =>
  JSON.parse(JSON.stringify(answer).replaceAll(name, 'typed'))
