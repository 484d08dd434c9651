import { createTestUserPool } from '@x/cognito-testing'
import { expect, test } from 'vitest'
import { type Browser, createBrowser } from './browser.ts'
import { secret, startApp } from './start-app.ts'

const password = 'Correct-horse-1'
const credentials = { username: 'ada', password }
const asked = async () => {
  const pool = createTestUserPool({ users: [{ ...credentials, mfa: 'totp' }] })
  const thrown: unknown[] = []
  const app = await startApp({
    pool,
    before: (server) =>
      server.addHook('onError', async (_request, _reply, error) => {
        thrown.push(error)
      }),
  })
  const browser = createBrowser(app)
  await browser.post('/auth/sign-in', credentials)
  return { pool, browser, thrown }
}
const answerWith = (browser: Browser, code: string) =>
  browser.post('/auth/challenge', { answer: { code } })

test.each([
  ['UserNotFoundException', 'User does not exist.'],
  ['NotAuthorizedException', 'User is disabled.'],
])('no answer tells that %s: %s', async (name, message) => {
  const { pool, browser, thrown } = await asked()
  pool.failNext('RespondToAuthChallenge', { name, message })
  const answer = await answerWith(browser, '123456')
  expect([answer.statusCode, answer.json().code]).toEqual([401, 'COGNITO_INVALID_CREDENTIALS'])
  expect(answer.body).not.toContain(message)
  expect(thrown).toMatchObject([{ cause: { name, message } }])
})

test.each(['UserNotFoundException', 'NotAuthorizedException'])(
  'after %s the attempt is over, and says so',
  async (name) => {
    const { pool, browser } = await asked()
    pool.failNext('RespondToAuthChallenge', name)
    const answer = await answerWith(browser, '123456')
    expect(answer.json().retriable).toBe(false)
  },
)

test.each([
  ['CodeMismatchException', 'COGNITO_CODE_MISMATCH'],
  ['ExpiredCodeException', 'COGNITO_CODE_EXPIRED'],
  ['InvalidParameterException', 'COGNITO_INVALID_INPUT'],
  ['InvalidPasswordException', 'COGNITO_INVALID_PASSWORD'],
])('after %s another answer may do', async (name, code) => {
  const { pool, browser } = await asked()
  pool.failNext('RespondToAuthChallenge', name)
  const answer = await answerWith(browser, '123456')
  expect(answer.statusCode).toBe(400)
  expect(answer.json()).toMatchObject({ code, retriable: true })
  const right = await answerWith(browser, pool.totpCodeFor('ada'))
  expect(right.json().status).toBe('signed-in')
})

test('a challenge is sealed with secrets of its own where they are given', async () => {
  const pool = createTestUserPool({ users: [{ ...credentials, mfa: 'totp' }] })
  const others = 'another secret of thirty-two bytes or more'
  const at = (session: string, challenge?: string) =>
    startApp({
      pool,
      options: {
        session: { secrets: [session] },
        ...(challenge && { challenge: { secrets: [challenge] } }),
      },
    })
  const browser = createBrowser(await at(secret, others))
  await browser.post('/auth/sign-in', credentials)
  const without = browser.copy().at(await at(secret))
  expect((await answerWith(without, '000000')).json().code).toBe('COGNITO_SESSION_EXPIRED')
  const same = browser.copy().at(await at('a third secret of thirty-two bytes or more', others))
  expect((await answerWith(same, '000000')).json().code).toBe('COGNITO_CODE_MISMATCH')
})

test('a challenge stays where Cognito cannot be reached', async () => {
  const { pool, browser } = await asked()
  pool.failNext('RespondToAuthChallenge', 'TooManyRequestsException')
  const answer = await answerWith(browser, pool.totpCodeFor('ada'))
  expect([answer.statusCode, answer.json().retriable]).toEqual([429, true])
  expect((await answerWith(browser, pool.totpCodeFor('ada'))).json().status).toBe('signed-in')
})
