import { createTestUserPool, type TestTriggers } from '@x/cognito-testing'
import { describe, expect, test } from 'vitest'
import type { FastifyCognitoOptions } from '../src/index.ts'
import { createBrowser } from './browser.ts'
import { createLog } from './create-log.ts'
import { startApp, withCookies } from './start-app.ts'
import { wholeAnswer } from './whole-answer.ts'

const password = 'Correct-horse-1'
const known = 'ma@example.com'
const stranger = 'mb@example.com'
const waiting = 'mc@example.com'

const started = async (
  triggers: TestTriggers,
  { hides = true, ...options }: Partial<FastifyCognitoOptions> & { hides?: boolean } = {},
) => {
  const pool = createTestUserPool({
    signInWith: ['email'],
    clients: [{ preventUserExistenceErrors: hides }],
    users: [
      { username: known, password, attributes: { email_verified: 'true' } },
      { username: waiting, password, status: 'UNCONFIRMED' },
    ],
    triggers,
  })
  const log = createLog('warn')
  const app = await startApp({
    pool,
    options: { ...withCookies, ...options },
    server: { logger: log.options },
  })
  const ask = async (path: string, body: object) =>
    wholeAnswer(await createBrowser(app).post(`/auth/${path}`, body))
  return { pool, log, ask }
}

const refuse = (): never => {
  throw new Error('Turned down')
}
const refuseUsers: NonNullable<TestTriggers['preAuthentication']> = (event) =>
  event.request.userNotFound ? event : refuse()
const refuseStrangers: NonNullable<TestTriggers['preAuthentication']> = (event) =>
  event.request.userNotFound ? refuse() : event

const refusing: Readonly<Record<string, TestTriggers>> = {
  'before a sign-in, users only': { preAuthentication: refuseUsers },
  'before a sign-in, strangers only': { preAuthentication: refuseStrangers },
  'before a sign-up': { preSignUp: refuse },
  'that writes messages': { customMessage: refuse },
  'that brings users in': { userMigration: refuse },
  'before a sign-in': { preAuthentication: refuse },
  'after a confirmation': { postConfirmation: refuse },
}

describe.each([true, false])(
  'a trigger that refuses, of an app client that hides (%s)',
  (hides) => {
    test.each(Object.entries(refusing))(
      'tells no user from a stranger: %s',
      async (_, triggers) => {
        const { ask } = await started(triggers, { hides })
        // From now on it is known what the app client hides.
        await ask('sign-in', { username: waiting, password })
        const wrong = { password: 'Wrong-horse-7' }
        const code = '000000'
        for (const [path, body] of [
          ['sign-in', wrong],
          ['sign-in', { ...wrong, method: 'password' }],
          ['sign-up/confirm', { code }],
          ['sign-up/resend', {}],
          ['password/forgot', {}],
          ['password/reset', { code, newPassword: password }],
        ] as const) {
          const answers = [known, stranger].map((username) => ask(path, { username, ...body }))
          const [ofKnown, ofStranger] = await Promise.all(answers)
          expect([path, body, ofKnown]).toEqual([path, body, ofStranger])
        }
      },
    )
  },
)

test('what a trigger says before a sign-up is told, of names that are taken and that are not', async () => {
  const { ask } = await started({ preSignUp: refuse })
  const [taken, free] = [
    await ask('sign-up', { email: known, password }),
    await ask('sign-up', { email: stranger, password }),
  ]
  expect(taken).toEqual(free)
  expect([free.statusCode, free.body.detail]).toEqual([403, 'Turned down'])
})

test('what others say while somebody signs up is not: there is a new user by then', async () => {
  for (const triggers of [{ customMessage: refuse }, { postConfirmation: refuse }]) {
    const { ask } = await started(triggers)
    const taken = await ask('sign-up', { email: known, password })
    const free = await ask('sign-up', { email: stranger, password })
    expect(free).toEqual(taken)
    expect(free.body.status).toBe('confirm-sign-up')
  }
})

test('what one says to whoever has the right password is told', async () => {
  const { ask } = await started({ postAuthentication: refuse })
  const answer = await ask('sign-in', { username: known, password })
  expect([answer.statusCode, answer.body.detail]).toEqual([403, 'Turned down'])
})

describe('where a trigger confirms everybody at once', () => {
  const triggers: TestTriggers = {
    preSignUp: (event) => ({
      ...event,
      response: { autoConfirmUser: true, autoVerifyEmail: true, autoVerifyPhone: false },
    }),
  }

  test("strangers are told so by codeDelivery: { signUp: 'none' }, and nothing is handed out", async () => {
    const { ask, log } = await started(triggers, { codeDelivery: { signUp: 'none' } })
    const answer = await ask('sign-up', { email: stranger, password })
    expect([answer.body, answer.cookies]).toEqual([{ status: 'confirmed' }, []])
    expect(await ask('sign-up', { email: known, password })).toEqual(answer)
    expect((await ask('sign-in', { username: stranger, password })).body.status).toBe('signed-in')
    expect(log.text()).toBe('')
  })

  test('the log names the option where it is not set', async () => {
    const { ask, log } = await started(triggers)
    const answer = await ask('sign-up', { email: stranger, password })
    expect(answer.body.status).toBe('confirm-sign-up')
    expect(log.text()).toContain("set codeDelivery.signUp to 'none'")
  })

  test('and where it is set although codes are sent', async () => {
    const { ask, log } = await started({}, { codeDelivery: { signUp: 'none' } })
    expect((await ask('sign-up', { email: stranger, password })).body.status).toBe('confirmed')
    expect(log.text()).toContain("set codeDelivery.signUp to 'email'")
  })

  test('verbose mode tells what happened', async () => {
    const { ask } = await started(triggers, { enumeration: 'verbose' })
    const answer = await ask('sign-up', { email: stranger, password })
    expect(answer.body).toEqual({ status: 'confirmed' })
  })
})
