import { createTestUserPool } from '@x/cognito-testing'
import { afterEach, beforeEach, expect, test, vi } from 'vitest'
import { createBrowser } from './browser.ts'
import { createLog } from './create-log.ts'
import {
  type Ask,
  createPool,
  goOn,
  kinds,
  names,
  type Shape,
  start,
  stranger,
  verified,
  withoutTyped,
} from './first-factor-pool.ts'
import { startApp, withBearer, withCookies } from './start-app.ts'
import { wholeAnswer } from './whole-answer.ts'

const wrong = 'Wrong-horse-77'

// Two answers are compared that say until when they hold.
beforeEach(() => {
  vi.useFakeTimers({ toFake: ['Date'] })
})
afterEach(() => {
  vi.useRealTimers()
})

const answered =
  (body: object, answer: object): Ask =>
  async (browser, username) => {
    const started = (await start(body)(browser, username)).json()
    return goOn(browser, '/auth/challenge', started, { answer })
  }
const resent =
  (body: object): Ask =>
  async (browser, username) =>
    goOn(browser, '/auth/challenge/resend', (await start(body)(browser, username)).json())

/** Two answers one after the other. */
const chosen: Ask = async (browser, username) => {
  const started = (await start({})(browser, username)).json()
  const answer = { factor: 'password' }
  const next = (await goOn(browser, '/auth/challenge', started, { answer })).json()
  return goOn(browser, '/auth/challenge', next, { answer: { password: wrong } })
}

const byCode = { code: '00000000' }
const asks: Readonly<Record<string, Ask>> = {
  'email-code': start({ prefer: 'email-code' }),
  'email-code, a wrong code': answered({ prefer: 'email-code' }, byCode),
  'email-code, a code of another kind': answered({ prefer: 'email-code' }, { factor: 'password' }),
  'email-code, sent again': resent({ prefer: 'email-code' }),
  'sms-code': start({ prefer: 'sms-code' }),
  'sms-code, a wrong code': answered({ prefer: 'sms-code' }, byCode),
  'sms-code, sent again': resent({ prefer: 'sms-code' }),
  'passkey, which no pool of these has': start({ prefer: 'passkey' }),
  'the choice': start({}),
  'the choice, one that was not offered': answered({}, { factor: 'passkey' }),
  'the choice of the password, and a wrong one': chosen,
  custom: start({ method: 'custom' }),
  'custom, a wrong answer': answered({ method: 'custom' }, { answer: '41' }),
  'custom, sent again': resent({ method: 'custom' }),
  'custom, a wrong password first': start({ method: 'custom', password: wrong }),
  'password, asked for': start({ prefer: 'password' }),
  'password, a wrong one': answered({ prefer: 'password' }, { password: wrong }),
  'password, a wrong one at once': start({ prefer: 'password', password: wrong }),
}

const answersOf = async (shape: Shape, options: object) => {
  const pool = createPool(shape, true)
  const app = await startApp({ pool, options })
  const answers: Record<string, Record<string, unknown>> = {}
  for (const [name, ask] of Object.entries(asks)) {
    answers[name] = {}
    for (const [index, kind] of [...Object.keys(kinds), 'stranger'].entries()) {
      const answer = await ask(createBrowser(app), names[shape](index))
      answers[name][kind] = withoutTyped(wholeAnswer(answer), names[shape](index))
    }
  }
  return answers
}

const ways = [
  { how: 'by cookie', shape: 'username', options: withCookies },
  { how: 'by cookie', shape: 'email', options: withCookies },
  { how: 'by cookie', shape: 'phone_number', options: withCookies },
  { how: 'in the body', shape: 'email', options: withBearer },
] as const

test.each(ways)(
  'an ENABLED app client tells no user from a stranger before a proof, where people sign in with $shape and are answered $how',
  async ({ shape, options }) => {
    const answers = await answersOf(shape, options)
    for (const [name, { stranger: unknown, ...known }] of Object.entries(answers)) {
      const asStranger = Object.fromEntries(Object.keys(kinds).map((kind) => [kind, unknown]))
      expect({ name, ...known }).toEqual({ name, ...asStranger })
    }
  },
)

test('where a code goes is told as far as it was typed', async () => {
  const cases = [
    ['username', 'email-code', 'email', '***'],
    ['email', 'email-code', 'email', 'm***@e***'],
    ['username', 'sms-code', 'sms', '***'],
    ['phone_number', 'sms-code', 'sms', '+*******1234'],
  ] as const
  for (const [shape, prefer, medium, destination] of cases) {
    const browser = createBrowser(await startApp({ pool: createPool(shape, true) }))
    const answer = await start({ prefer })(browser, names[shape](0))
    expect(answer.json().challenge.delivery).toEqual({ medium, destination })
  }
})

test('a password that nobody looked at proves nothing', async () => {
  const pool = createTestUserPool({
    firstFactors: ['password', 'email-code'],
    clients: [{ secret: true, preventUserExistenceErrors: true }],
    users: [{ username: 'ada', attributes: verified.username(0) }],
  })
  const browser = createBrowser(await startApp({ pool }))
  const asked = await start({ prefer: 'password', password: wrong })(browser, 'ada')
  expect(asked.json().challenge.kind).toBe('factor-choice')
  const answer = await browser.post('/auth/challenge', { answer: { factor: 'email-code' } })
  expect(answer.json().challenge.delivery).toEqual({ medium: 'email', destination: '***' })
})

test('a wrong code may be tried again, by users and by strangers', async () => {
  const app = await startApp({ pool: createPool('email', true) })
  for (const index of [0, stranger]) {
    const browser = createBrowser(app)
    for (const _time of [1, 2]) {
      const answer = await answered({ prefer: 'email-code' }, byCode)(browser, names.email(index))
      expect(answer.json()).toMatchObject({ code: 'COGNITO_CODE_MISMATCH', retriable: true })
    }
  }
})

test('whoever proves who they are is told all', async () => {
  const pool = createPool('email', true)
  const browser = createBrowser(await startApp({ pool }))
  await start({ prefer: 'email-code' })(browser, names.email(0))
  const answer = { code: pool.inbox.lastCodeFor(names.email(0)) }
  expect((await browser.post('/auth/challenge', { answer })).json().status).toBe('signed-in')
})

test.each([
  ['UserNotFoundException', 'User does not exist.'],
  ['NotAuthorizedException', 'User is disabled.'],
  ['UserNotConfirmedException', 'User is not confirmed.'],
  ['PasswordResetRequiredException', 'Password reset required for the user'],
  ['LimitExceededException', 'Attempt limit exceeded, please try after some time.'],
  ['NotAuthorizedException', 'Password attempts exceeded'],
  ['ExpiredCodeException', 'Invalid code provided, please request a code again.'],
  ['CodeDeliveryFailureException', 'No.'],
  ['TooManyFailedAttemptsException', 'Too many.'],
])('what Cognito says of a user is a wrong code: %s, %s', async (name, message) => {
  const pool = createPool('email', true)
  const browser = createBrowser(await startApp({ pool }))
  await start({ prefer: 'email-code' })(browser, names.email(0))
  const plain = await browser.post('/auth/challenge', { answer: byCode })
  pool.failNext('RespondToAuthChallenge', { name, message })
  const hidden = await browser.post('/auth/challenge', { answer: byCode })
  expect(wholeAnswer(hidden)).toEqual(wholeAnswer(plain))
})

test('an app client that is LEGACY tells them apart, a warning says so, and strangers get a 401', async () => {
  const log = createLog()
  const pool = createPool('email', false)
  const app = await startApp({ pool, server: { logger: log.options } })
  const answer = await start({ prefer: 'email-code' })(createBrowser(app), names.email(stranger))
  expect([answer.statusCode, answer.json().code]).toEqual([401, 'COGNITO_INVALID_CREDENTIALS'])
  await start({ prefer: 'email-code' })(createBrowser(app), names.email(stranger + 1))
  const warnings = log.lines.filter((line) => line.includes('PreventUserExistenceErrors'))
  expect(warnings).toHaveLength(1)
  expect(warnings[0]).toContain("'choice' and 'custom'")
})

test('in verbose mode all is as Cognito says it', async () => {
  const options = { ...withCookies, enumeration: 'verbose' } as const
  const pool = createPool('username', false)
  const browser = createBrowser(await startApp({ pool, options }))
  const known = await start({ prefer: 'email-code' })(browser, names.username(0))
  expect(known.json().challenge.delivery.destination).toBe('s***@e***')
  const unknown = await start({ prefer: 'email-code' })(browser, names.username(stranger))
  expect(unknown.json().code).toBe('COGNITO_USER_NOT_FOUND')
})
