import { createTestUserPool } from '@x/cognito-testing'
import { describe, expect, test } from 'vitest'
import type { CognitoHooks, FastifyCognitoOptions } from '../src/index.ts'
import { createBrowser } from './browser.ts'
import { startApp, withBearer, withCookies } from './start-app.ts'

const password = 'Correct-horse-1'
const email = 'ada@example.com'

const start = async (
  hooks: CognitoHooks,
  { options = withCookies, triggers = {} }: { options?: object; triggers?: object } = {},
) => {
  const pool = createTestUserPool({ users: [{ username: 'bob', password }], triggers })
  const given: Partial<FastifyCognitoOptions> = { ...options, hooks }
  const browser = createBrowser(await startApp({ pool, options: given }))
  const signUp = (username = 'ada') => browser.post('/auth/sign-up', { username, email, password })
  return { pool, browser, signUp }
}

const deliveries = [
  ['by cookie', withCookies],
  ['in the body', withBearer],
] as const

describe.each(deliveries)('%s', (_, options) => {
  test('is told of a sign-up that Cognito took, and nothing secret', async () => {
    const told: object[] = []
    const hook: CognitoHooks['onSignUp'] = ({ request, ...event }) =>
      told.push({ ...event, url: request.url })
    const { pool, signUp } = await start({ onSignUp: hook }, { options })
    expect((await signUp()).statusCode).toBe(200)
    const { sub } = pool.users.find(({ username }) => username === 'ada') ?? {}
    expect(told).toEqual([
      { sub, username: 'ada', status: 'confirm-sign-up', url: '/auth/sign-up' },
    ])
  })

  test('is not told of a name that is taken', async () => {
    let told = 0
    const hook = () => {
      told += 1
    }
    const { signUp } = await start({ onSignUp: hook }, { options })
    expect((await signUp('bob')).statusCode).toBe(200)
    expect(told).toBe(0)
  })

  test('where it throws that is the answer, and nothing is handed out', async () => {
    const error = Object.assign(new Error('No more seats.'), { statusCode: 409 })
    const { browser, signUp } = await start({ onSignUp: () => Promise.reject(error) }, { options })
    const refused = await signUp()
    expect(refused.json()).toMatchObject({ status: 409, detail: 'No more seats.' })
    expect(refused.body).not.toContain('signUpToken')
    expect(refused.headers['set-cookie']).toBeUndefined()
    expect(browser.cookies.size).toBe(0)
  })
})

test('is told whom a trigger has confirmed at once', async () => {
  const statuses: string[] = []
  const preSignUp = (event: { response: object }) => {
    Object.assign(event.response, { autoConfirmUser: true })
    return event
  }
  const { signUp } = await start(
    { onSignUp: ({ status }) => statuses.push(status) },
    { triggers: { preSignUp } },
  )
  await signUp()
  expect(statuses).toEqual(['confirmed'])
})

test('who confirms a sign-up and is signed in by that is told to onSignIn', async () => {
  const told: string[] = []
  const { browser, pool, signUp } = await start({
    onSignUp: ({ username }) => told.push(`up ${username}`),
    onSignIn: ({ user }) => told.push(`in ${user.username}`),
  })
  await signUp()
  const proof = { username: 'ada', code: pool.inbox.lastCodeFor('ada') }
  expect((await browser.post('/auth/sign-up/confirm', proof)).json().status).toBe('signed-in')
  expect(told).toEqual(['up ada', 'in ada'])
})

test('where onSignIn throws at that, the user is confirmed, and signs in later', async () => {
  let isRefused = true
  const { browser, pool, signUp } = await start({
    onSignIn: async () => {
      if (isRefused) throw new Error('the database')
    },
  })
  await signUp()
  const proof = { username: 'ada', code: pool.inbox.lastCodeFor('ada') }
  const refused = await browser.post('/auth/sign-up/confirm', proof)
  expect(refused.json()).toMatchObject({ status: 500, code: 'INTERNAL' })
  expect(browser.cookies.size).toBe(0)
  expect(pool.calls['RevokeToken']).toBe(1)

  isRefused = false
  const signIn = await browser.post('/auth/sign-in', { username: 'ada', password })
  expect(signIn.json().status).toBe('signed-in')
})
