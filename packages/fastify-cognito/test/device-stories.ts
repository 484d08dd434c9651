import { createTestUserPool, type TestUserPool } from '@x/cognito-testing'
import { type Browser, createBrowser } from './browser.ts'
import { startApp } from './start-app.ts'

export const password = 'Correct-horse-1'
const username = 'ada@example.com'
export const credentials = { username, password }

/** Keeps track of devices; both users have an authenticator app. */
export const createPool = (more: object = {}) =>
  createTestUserPool({
    deviceTracking: 'always',
    aliases: ['email'],
    users: [
      { username: 'ada', password, mfa: 'totp', attributes: verified(username) },
      { username: 'bob', password, mfa: 'totp', attributes: verified('bob@example.com') },
    ],
    ...more,
  })
const verified = (email: string) => ({ email, email_verified: 'true' })

export const devicesOf = ({ cookies }: Browser) =>
  [...cookies.keys()].filter((name) => name.startsWith('cognito-device-'))

/** Answers the second factor where it is asked for: `kind` says so then. */
export const signIn = async (
  { browser, pool }: { browser: Browser; pool: TestUserPool },
  body: { username: string; password: string; deviceToken?: string } = credentials,
) => {
  const asked = (await browser.post('/auth/sign-in', body)).json()
  if (asked.status !== 'challenge') return asked
  pool.clock.advance(30)
  const code = pool.totpCodeFor(body.username.startsWith('bob') ? 'bob' : 'ada')
  const { challengeToken } = asked
  const more = challengeToken ? { challengeToken } : {}
  const answer = await browser.post('/auth/challenge', { answer: { code }, ...more })
  return { ...answer.json(), kind: asked.challenge.kind }
}

export const start = async (pool: TestUserPool, options?: object) => {
  const browser = createBrowser(await startApp({ pool, ...(options && { options }) }))
  return { pool, browser }
}
