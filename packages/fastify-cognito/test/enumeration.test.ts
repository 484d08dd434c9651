import { createCognito } from '@x/cognito-core'
import { createTestUserPool, type TestUserOptions, type TestUserPool } from '@x/cognito-testing'
import { describe, expect, test } from 'vitest'
import { type Browser, createBrowser } from './browser.ts'
import { startApp, withBearer, withCookies } from './start-app.ts'
import { wholeAnswer } from './whole-answer.ts'

const password = 'Correct-horse-1'
const wrong = 'Wrong-horse-77'

const digits = (index: number): string => String(index).padStart(2, '0')

/** Names of one look and length, by the ways in which people sign in. */
const shapes = {
  username: (index: number) => `name${digits(index)}`,
  email: (index: number) => `m${digits(index)}@example.com`,
  phone_number: (index: number) => `+1555${digits(index)}01234`,
} as const
type Shape = keyof typeof shapes

/** Everybody whom Cognito has something else to say of. */
const kinds: Readonly<Record<string, Partial<TestUserOptions>>> = {
  confirmed: {},
  unconfirmed: { status: 'UNCONFIRMED' },
  disabled: { enabled: false },
  'to be reset': { status: 'RESET_REQUIRED' },
  invited: { status: 'FORCE_CHANGE_PASSWORD' },
  unreachable: { attributes: {} },
  'over the limits': {},
}
const names = Object.keys(kinds)

/** By which code reaches them, unless their kind says otherwise. */
const reachable: Readonly<Record<Shape, (index: number) => Record<string, string>>> = {
  username: (index) => ({ email: `e${index}@example.com`, email_verified: 'true' }),
  email: () => ({ email_verified: 'true' }),
  phone_number: () => ({ phone_number_verified: 'true' }),
}

const createPool = (shape: Shape, preventUserExistenceErrors: boolean) =>
  createTestUserPool({
    signInWith: [shape],
    clients: [{ secret: true, preventUserExistenceErrors }],
    users: Object.values(kinds).map((kind, index) => ({
      username: shapes[shape](index),
      password,
      attributes: reachable[shape](index),
      ...kind,
    })),
  })

/** Spends what Cognito grants one user in an hour. */
const exhaust = async (pool: TestUserPool, username: string) => {
  const cognito = createCognito(pool.options)
  const spend = async (times: number, ask: () => Promise<unknown>) => {
    for (let time = 0; time < times; time += 1) await ask().catch(() => undefined)
  }
  await spend(6, () => cognito.resendSignUpCode({ username }))
  await spend(16, () => cognito.confirmSignUp({ username, code: '000000' }))
  await spend(21, () => cognito.password.forgot({ username }))
}

const signUpWith = (shape: Shape, name: string): object =>
  ({
    username: { username: name, email: 'new@example.com' },
    email: { email: name },
    phone_number: { phoneNumber: name },
  })[shape]

type Ask = (browser: Browser, name: string, shape: Shape) => ReturnType<Browser['post']>

const routes: Readonly<Record<string, Ask>> = {
  'POST /sign-in by srp': (browser, username) =>
    browser.post('/auth/sign-in', { username, password: wrong }),
  'POST /sign-in by password': (browser, username) =>
    browser.post('/auth/sign-in', { username, password: wrong, method: 'password' }),
  'POST /sign-up': (browser, name, shape) =>
    browser.post('/auth/sign-up', { ...signUpWith(shape, name), password: wrong }),
  'POST /sign-up/confirm': (browser, username) =>
    browser.post('/auth/sign-up/confirm', { username, code: '000000' }),
  'POST /sign-up/resend': (browser, username) => browser.post('/auth/sign-up/resend', { username }),
  'POST /password/forgot': (browser, username) =>
    browser.post('/auth/password/forgot', { username }),
  'POST /password/reset': (browser, username) =>
    browser.post('/auth/password/reset', { username, code: '000000', newPassword: wrong }),
  'POST /password/reset with a weak password': (browser, username) =>
    browser.post('/auth/password/reset', { username, code: '000000', newPassword: 'weak' }),
}

/** By route, what each kind of user is answered, and somebody who does not exist. */
const answersOf = async ({
  shape,
  hides,
  options,
}: {
  shape: Shape
  hides: boolean
  options: object
}) => {
  const pool = createPool(shape, hides)
  await exhaust(pool, shapes[shape](names.indexOf('over the limits')))
  const app = await startApp({ pool, options })
  const answers: Record<string, Record<string, ReturnType<typeof wholeAnswer>>> = {}
  for (const [at, [route, ask]] of Object.entries(routes).entries()) {
    const answer = async (index: number) =>
      wholeAnswer(await ask(createBrowser(app), shapes[shape](index), shape))
    const byName: (typeof answers)[string] = {}
    // Another stranger for each route: one may have signed up before.
    byName['stranger'] = await answer(names.length + at)
    for (const [index, name] of names.entries()) byName[name] = await answer(index)
    answers[route] = byName
  }
  return answers
}

const clients = [
  { client: 'ENABLED', hides: true },
  { client: 'LEGACY', hides: false },
]

const ways = [
  { how: 'by cookie', shape: 'username', options: withCookies },
  { how: 'by cookie', shape: 'email', options: withCookies },
  { how: 'by cookie', shape: 'phone_number', options: withCookies },
  { how: 'in the body', shape: 'email', options: withBearer },
] as const

describe.each(clients)('an app client that is $client', ({ hides }) => {
  test.each(ways)(
    'tells no user from a stranger, where people sign in with $shape and are answered $how',
    async ({ shape, options }) => {
      const answers = await answersOf({ shape, hides, options })
      for (const [route, { stranger, ...users }] of Object.entries(answers)) {
        const asStranger = Object.fromEntries(names.map((name) => [name, stranger]))
        expect({ route, ...users }).toEqual({ route, ...asStranger })
        expect(stranger?.headers['cache-control']).toBe('no-store')
      }
    },
  )
})

test('in verbose mode every route tells them apart, as far as Cognito does', async () => {
  const options = { ...withCookies, enumeration: 'verbose' }
  const answers = await answersOf({ shape: 'email', hides: false, options })
  const told = Object.entries(answers).map(([route, { stranger, confirmed, unconfirmed }]) => [
    route,
    ...[stranger, confirmed, unconfirmed].map((answer) => answer?.body.code ?? answer?.statusCode),
  ])
  expect(told).toEqual([
    ['POST /sign-in by srp', 'COGNITO_USER_NOT_FOUND', 'COGNITO_INVALID_CREDENTIALS', 200],
    ['POST /sign-in by password', 'COGNITO_USER_NOT_FOUND', 'COGNITO_INVALID_CREDENTIALS', 200],
    ['POST /sign-up', 200, 'COGNITO_USERNAME_TAKEN', 'COGNITO_USERNAME_TAKEN'],
    [
      'POST /sign-up/confirm',
      'COGNITO_USER_NOT_FOUND',
      'COGNITO_ALREADY_CONFIRMED',
      'COGNITO_CODE_EXPIRED',
    ],
    ['POST /sign-up/resend', 'COGNITO_USER_NOT_FOUND', 'COGNITO_ALREADY_CONFIRMED', 200],
    ['POST /password/forgot', 'COGNITO_USER_NOT_FOUND', 200, 'COGNITO_PASSWORD_RESET_NOT_POSSIBLE'],
    [
      'POST /password/reset',
      'COGNITO_USER_NOT_FOUND',
      'COGNITO_CODE_MISMATCH',
      'COGNITO_CODE_EXPIRED',
    ],
    [
      'POST /password/reset with a weak password',
      'COGNITO_INVALID_PASSWORD',
      'COGNITO_INVALID_PASSWORD',
      'COGNITO_INVALID_PASSWORD',
    ],
  ])
  expect(answers['POST /password/forgot']?.['stranger']?.statusCode).toBe(404)
})
