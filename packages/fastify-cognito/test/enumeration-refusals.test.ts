import { createTestUserPool, type TestTriggers, type TestUserPool } from '@x/cognito-testing'
import { describe, expect, test } from 'vitest'
import { type Browser, createBrowser } from './browser.ts'
import { startApp } from './start-app.ts'
import { wholeAnswer } from './whole-answer.ts'

const password = 'Correct-horse-1'
const code = '000000'

const routes = {
  'sign-up': {
    operation: 'SignUp',
    ask: (browser: Browser, email: string) => browser.post('/auth/sign-up', { email, password }),
  },
  confirm: {
    operation: 'ConfirmSignUp',
    ask: (browser: Browser, username: string) =>
      browser.post('/auth/sign-up/confirm', { username, code }),
  },
  resend: {
    operation: 'ResendConfirmationCode',
    ask: (browser: Browser, username: string) => browser.post('/auth/sign-up/resend', { username }),
  },
  forgot: {
    operation: 'ForgotPassword',
    ask: (browser: Browser, username: string) =>
      browser.post('/auth/password/forgot', { username }),
  },
  reset: {
    operation: 'ConfirmForgotPassword',
    ask: (browser: Browser, username: string) =>
      browser.post('/auth/password/reset', { username, code, newPassword: password }),
  },
} as const
type Route = keyof typeof routes
const all = Object.keys(routes) as Route[]

/** What Cognito may refuse with, and on which routes a stranger is told. */
const refusals: readonly [exception: string, message: string, told: readonly Route[]][] = [
  ['UserNotFoundException', 'User does not exist.', []],
  ['UsernameExistsException', 'User already exists', []],
  ['AliasExistsException', 'An account with the email already exists.', ['confirm']],
  ['UserNotConfirmedException', 'User is not confirmed.', []],
  ['PasswordResetRequiredException', 'Password reset required for the user', []],
  ['CodeMismatchException', 'Invalid verification code provided, please try again.', []],
  ['ExpiredCodeException', 'Invalid code provided, please request a code again.', []],
  ['LimitExceededException', 'Attempt limit exceeded, please try after some time.', []],
  ['TooManyFailedAttemptsException', 'Too many.', []],
  ['CodeDeliveryFailureException', 'No.', []],
  ['NotAuthorizedException', 'Incorrect username or password.', []],
  ['NotAuthorizedException', 'User is disabled.', []],
  ['NotAuthorizedException', 'Password attempts exceeded', []],
  ['NotAuthorizedException', 'User cannot be confirmed. Current status is CONFIRMED', []],
  ['NotAuthorizedException', 'User password cannot be reset in the current state.', []],
  ['NotAuthorizedException', 'Contact administrator to reset password.', []],
  ['NotAuthorizedException', 'Temporary password has expired.', []],
  ['NotAuthorizedException', 'Invalid session for the user.', []],
  ['NotAuthorizedException', 'Access Token has expired', []],
  ['NotAuthorizedException', 'Words that nobody knows', ['sign-up']],
  ['NotAuthorizedException', 'SignUp is not permitted for this user pool', ['sign-up']],
  [
    'NotAuthorizedException',
    'Cannot resend codes. Auto verification not turned on.',
    ['sign-up', 'confirm', 'reset'],
  ],
  ['InvalidParameterException', 'User is already confirmed.', []],
  [
    'InvalidParameterException',
    'Cannot reset password for the user as there is no registered/verified email or phone_number',
    [],
  ],
  ['InvalidParameterException', 'Words that nobody knows', ['sign-up']],
  ['InvalidParameterException', 'Username should be an email.', all],
  [
    'InvalidParameterException',
    'Attributes did not conform to the schema: name: The attribute is required\n',
    ['sign-up'],
  ],
  ['InvalidParameterException', 'Invalid email address format.', ['sign-up']],
  ['NotAuthorizedException', 'A client attempted to write unauthorized attribute', ['sign-up']],
  [
    'InvalidParameterException',
    "1 validation error detected: Value at 'previousPassword' failed to satisfy constraint: Member must have length less than or equal to 256",
    [],
  ],
  ['NotAuthorizedException', 'Unable to verify secret hash for client x', all],
  ['InvalidPasswordException', 'Password not long enough', ['sign-up', 'reset']],
  ['PasswordHistoryPolicyViolationException', 'Used.', ['sign-up', 'reset']],
  [
    'UserLambdaValidationException',
    'PreSignUp failed with error no.',
    ['sign-up', 'confirm', 'reset'],
  ],
  ['UserLambdaValidationException', 'CustomMessage failed with error no.', ['confirm', 'reset']],
  ['UserLambdaValidationException', 'No.', ['confirm', 'reset']],
  ['UnexpectedLambdaException', 'No.', ['sign-up', 'confirm', 'reset']],
  ['InvalidSmsRoleAccessPolicyException', 'No.', ['confirm', 'reset']],
  ['TooManyRequestsException', 'Too many requests', all],
  ['InternalErrorException', 'Something went wrong', all],
  ['UnheardOfException', 'No.', ['sign-up']],
]

const stranger = 's@example.com'
const known = 'm@example.com'
const createPool = (hides: boolean, triggers: TestTriggers = {}) =>
  createTestUserPool({
    triggers,
    signInWith: ['email'],
    clients: [{ preventUserExistenceErrors: hides }],
    users: [{ username: known, password }],
  })

test.each(refusals)('%s «%s» is told on %j, and nowhere else', async (name, message, told) => {
  const pool = createPool(true)
  const browser = createBrowser(await startApp({ pool }))
  for (const route of all) {
    const { operation, ask } = routes[route]
    const usual = wholeAnswer(await ask(browser.copy(), 'm@elsewhere.example'))
    pool.failNext(operation, { name, message })
    const answer = wholeAnswer(await ask(browser.copy(), known))
    if (told.includes(route)) expect([route, answer]).not.toEqual([route, usual])
    else expect([route, answer]).toEqual([route, usual])
  }
})

type Refusal = readonly [exception: string, message: string, told: string]

/** What Cognito says to the proof of a password, where the app client hides who exists: to the owner. */
const ofOwners: readonly Refusal[] = [
  ['UserNotConfirmedException', 'User is not confirmed.', '200 confirm-sign-up'],
  ['PasswordResetRequiredException', 'Password reset required', '200 reset-password'],
  [
    'NotAuthorizedException',
    'Temporary password has expired and must be reset by an administrator.',
    '401 COGNITO_TEMPORARY_PASSWORD_EXPIRED',
  ],
  ['LimitExceededException', 'Attempt limit exceeded', '429 COGNITO_LIMIT_EXCEEDED'],
  ['CodeDeliveryFailureException', 'No.', '503 COGNITO_CODE_NOT_DELIVERED'],
  ['UserLambdaValidationException', 'X failed with error no.', '403 COGNITO_REJECTED_BY_TRIGGER'],
  ['InvalidParameterException', 'Words that nobody knows', '400 COGNITO_INVALID_INPUT'],
]

/** The same of whoever is asked about, as far as triggers are asked about strangers. */
const ofTriggers: Refusal = ['UnexpectedLambdaException', 'No.', '503 COGNITO_TRIGGER_FAILED']

const ofLocks: Refusal = ['NotAuthorizedException', 'Password attempts exceeded', '']

describe('who signs in', () => {
  const wrong = { username: stranger, password: 'Wrong-horse-1' }
  const signedIn = async (
    pool: TestUserPool,
    [name, message]: Refusal,
    operation: 'InitiateAuth' | 'RespondToAuthChallenge',
    more: object = {},
  ) => {
    const browser = createBrowser(await startApp({ pool }))
    const usual = wholeAnswer(await browser.post('/auth/sign-in', wrong))
    pool.failNext(operation, { name, message })
    const body = { username: known, password, ...more }
    const answer = wholeAnswer(await browser.post('/auth/sign-in', body))
    const { code: refusal, status } = answer.body
    return { usual, answer, told: `${answer.statusCode} ${refusal ?? status}` }
  }

  test.each([...ofOwners, ofTriggers])(
    'is told of %s «%s» once there is a proof of the password, by a discreet app client',
    async (...refusal) => {
      const { told } = await signedIn(createPool(true), refusal, 'RespondToAuthChallenge')
      expect(told).toBe(refusal[2])
    },
  )

  test.each([...ofOwners, ofLocks])('is not told of %s «%s» before', async (...refusal) => {
    for (const method of ['srp', 'password']) {
      const { answer, usual } = await signedIn(createPool(true), refusal, 'InitiateAuth', {
        method,
      })
      expect([method, answer]).toEqual([method, usual])
    }
  })

  test('is told that a trigger cannot be asked, by SRP', async () => {
    const pool = createPool(true)
    expect((await signedIn(pool, ofTriggers, 'InitiateAuth')).told).toBe(ofTriggers[2])
    const inClear = { method: 'password' }
    const { answer, usual } = await signedIn(pool, ofTriggers, 'InitiateAuth', inClear)
    expect(answer).toEqual(usual)
  })

  test.each([...ofOwners, ofTriggers, ofLocks])(
    'is not told of %s «%s» by an app client that tells',
    async (...refusal) => {
      const { answer, usual } = await signedIn(createPool(false), refusal, 'RespondToAuthChallenge')
      expect(answer).toEqual(usual)
    },
  )

  test.each([...ofOwners, ofTriggers])(
    'nor of %s «%s» while nobody knows which it is',
    async (...refusal) => {
      // It is found out by asking for somebody who cannot exist.
      const undecided = createPool(true, {
        preAuthentication: (event) => {
          if (event.request.userNotFound) throw new Error('No.')
          return event
        },
      })
      const { answer, usual } = await signedIn(undecided, refusal, 'RespondToAuthChallenge')
      expect(answer).toEqual(usual)
    },
  )

  test.each([true, false])(
    'is never told of being disabled or unknown (hides: %s)',
    async (hides) => {
      for (const [name, message] of [
        ['UserNotFoundException', 'User does not exist.'],
        ['NotAuthorizedException', 'User is disabled.'],
      ] as const) {
        const pool = createPool(hides)
        const { answer, usual } = await signedIn(pool, [name, message, ''], 'InitiateAuth')
        expect(answer).toEqual(usual)
      }
    },
  )

  test.each([
    ['TooManyRequestsException', '429 COGNITO_RATE_LIMITED'],
    ['ResourceNotFoundException', '500 COGNITO_MISCONFIGURED'],
    ['ForbiddenException', '403 COGNITO_NOT_ALLOWED'],
    ['InternalErrorException', '503 COGNITO_UNAVAILABLE'],
  ] as const)('is told of %s, whoever it is', async (name, told) => {
    const refusal = [name, 'No.', told] as const
    expect(await signedIn(createPool(false), refusal, 'InitiateAuth')).toMatchObject({ told })
  })
})

test.each([true, false])(
  'nobody is told of a lock, be it of one who does not exist (hides: %s)',
  async (hides) => {
    const browser = createBrowser(await startApp({ pool: createPool(hides) }))
    const attempts = async (username: string) => {
      const answers = []
      for (let attempt = 0; attempt < 7; attempt += 1) {
        const body = { username, password: 'Wrong-horse-1', method: 'password' }
        answers.push(wholeAnswer(await browser.post('/auth/sign-in', body)))
      }
      return answers
    }
    expect(await attempts(known)).toEqual(await attempts(stranger))
  },
)
