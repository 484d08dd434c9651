import { createTestUserPool, type TestAuthenticator, type TestUserPool } from '@x/cognito-testing'
import { expect, test } from 'vitest'
import { type Browser, createBrowser } from './browser.ts'
import { startApp, withBearer } from './start-app.ts'
import { wholeAnswer } from './whole-answer.ts'

const password = 'Correct-horse-1'

const createPool = () =>
  createTestUserPool({
    firstFactors: ['password', 'passkey'],
    users: [
      { username: 'ada', password },
      { username: 'bob', password },
    ],
  })

/** A browser whose user has a passkey, and is signed out again. */
const withPasskey = async (pool: TestUserPool, username = 'ada') => {
  const browser = createBrowser(await startApp({ pool }))
  const authenticator = pool.createAuthenticator()
  await browser.post('/auth/sign-in', { username, password })
  const options = (await browser.post('/auth/passkeys/start')).json()
  const credential = authenticator.create(options)
  expect((await browser.post('/auth/passkeys/finish', { credential })).statusCode).toBe(204)
  await browser.post('/auth/sign-out')
  return { browser, authenticator }
}

const ask = async (browser: Browser, username = 'ada') => {
  const body = { username, method: 'choice', prefer: 'passkey' }
  const asked = (await browser.post('/auth/sign-in', body)).json()
  expect(asked.challenge.kind).toBe('passkey')
  return asked.challenge.requestOptions
}
const answerWith = (browser: Browser, credential: object) =>
  browser.post('/auth/challenge', { answer: { credential } })

test('signs in', async () => {
  const { browser, authenticator } = await withPasskey(createPool())
  const done = await answerWith(browser, authenticator.get(await ask(browser)))
  expect(done.json()).toMatchObject({ status: 'signed-in', user: { username: 'ada' } })
  expect((await browser.get('/auth/me')).statusCode).toBe(200)
})

test('signs in by token', async () => {
  const pool = createPool()
  const { authenticator } = await withPasskey(pool)
  const client = createBrowser(await startApp({ pool, options: withBearer }))
  const body = { username: 'ada', method: 'choice', prefer: 'passkey' }
  const { challenge, challengeToken } = (await client.post('/auth/sign-in', body)).json()
  const answer = { credential: authenticator.get(challenge.requestOptions) }
  const done = await client.post('/auth/challenge', { answer, challengeToken })
  expect(done.json().status).toBe('signed-in')
})

test('is asked for afresh, and the new one counts', async () => {
  const { browser, authenticator } = await withPasskey(createPool())
  const old = await ask(browser)
  const again = (await browser.post('/auth/challenge/resend')).json()
  expect(again.challenge.requestOptions.challenge).not.toBe(old.challenge)
  const done = await answerWith(browser, authenticator.get(again.challenge.requestOptions))
  expect(done.json().status).toBe('signed-in')
})

test('is asked of strangers alike, and a wrong one is told alike', async () => {
  const pool = createPool()
  const { browser, authenticator } = await withPasskey(pool)
  const answers = []
  for (const username of ['ada', 'eve']) {
    const { challenge: _random, allowCredentials, ...options } = await ask(browser, username)
    const credential = authenticator.get({
      ...options,
      challenge: Buffer.alloc(16, 7).toString('base64url'),
    })
    const refused = wholeAnswer(await answerWith(browser, credential))
    answers.push({ options, allowed: allowCredentials.length, refused })
  }
  const [known, unknown] = answers
  expect(unknown).toEqual(known)
  expect(known?.refused.body.code).toBe('COGNITO_PASSKEY_REJECTED')
})

type Forge = (input: {
  authenticator: TestAuthenticator
  options: Record<string, unknown>
  others: TestAuthenticator
}) => Record<string, unknown>

const forgeries: Readonly<Record<string, Forge>> = {
  'for another site': ({ authenticator, options }) =>
    authenticator.with({ origin: 'https://b.example' }).get(options),
  'for another challenge': ({ authenticator, options }) =>
    authenticator.get({ ...options, challenge: Buffer.alloc(16, 7).toString('base64url') }),
  'of another user': ({ options, others }) =>
    others.get({ ...options, allowCredentials: undefined }),
  'for another relying party': ({ authenticator, options }) =>
    authenticator.with({ relyingPartyId: 'b.example' }).get(options),
  'with a signature that was changed': ({ authenticator, options }) => {
    const credential = authenticator.get(options)
    const signature = Buffer.alloc(70, 1).toString('base64url')
    return { ...credential, response: { ...credential.response, signature } }
  },
}

test.each(Object.entries(forgeries))('one %s signs nobody in', async (_name, forge) => {
  const pool = createPool()
  const { authenticator: others } = await withPasskey(pool, 'bob')
  const { browser, authenticator } = await withPasskey(pool)
  const credential = forge({ authenticator, others, options: await ask(browser) })
  const refused = await answerWith(browser, credential)
  expect(refused.json()).toMatchObject({ code: 'COGNITO_PASSKEY_REJECTED', retriable: false })
  expect(refused.cookies).toEqual([])
  expect((await browser.get('/auth/me')).json().code).toBe('TOKEN_MISSING')
  const again = (await browser.post('/auth/challenge/resend')).json()
  const done = await answerWith(browser, authenticator.get(again.challenge.requestOptions))
  expect(done.json().status).toBe('signed-in')
})

test('one that was used is used up', async () => {
  const { browser, authenticator } = await withPasskey(createPool())
  const credential = authenticator.get(await ask(browser))
  const replayed = browser.copy()
  await answerWith(browser, credential)
  const refused = await answerWith(replayed, credential)
  expect([refused.statusCode, refused.json().retriable]).toEqual([401, false])
  expect((await replayed.get('/auth/me')).json().code).toBe('TOKEN_MISSING')
})

const shape = { id: 'x', rawId: 'x', type: 'public-key' }
const response = { clientDataJSON: 'x', authenticatorData: 'x', signature: 'x' }
test.each<[object, string, string]>([
  [{}, '/answer/credential', 'is missing.'],
  [{ credential: 'x' }, '/answer/credential', 'should be an object.'],
  [{ credential: [] }, '/answer/credential', 'should be an object.'],
  [{ credential: shape }, '/answer/credential/response', 'is missing.'],
  [
    { credential: { ...shape, type: 'x', response } },
    '/answer/credential/type',
    'should be public-key.',
  ],
  [
    { credential: { ...shape, response: { ...response, signature: 'x y' } } },
    '/answer/credential/response/signature',
    'has characters that cannot be in it.',
  ],
  [{ code: '123456' }, '/answer/code', 'is not known here; leave it out.'],
])('what is none never reaches Cognito: %j', async (answer, path, message) => {
  const pool = createPool()
  const { browser } = await withPasskey(pool)
  await ask(browser)
  const calls = { ...pool.calls }
  const refused = await browser.post('/auth/challenge', { answer })
  expect([refused.statusCode, refused.json().code]).toEqual([400, 'INVALID_INPUT'])
  expect(refused.json()).toMatchObject({ retriable: true, expiresAt: expect.any(Number) })
  expect(refused.json().errors).toContainEqual({ path, message })
  expect(pool.calls).toEqual(calls)
})
