import { createTestUserPool } from '@x/cognito-testing'
import { describe, expect, test } from 'vitest'
import { type Browser, createBrowser } from './browser.ts'
import { secret, startApp, withBearer } from './start-app.ts'

const password = 'Correct-horse-1'
const newPassword = 'Battery-staple-2'
const ada = { username: 'ada', password }
const bob = { username: 'bob', password }

const createPool = () =>
  createTestUserPool({
    users: [
      { ...ada, mfa: 'totp' },
      { ...bob, mfa: 'totp' },
      { username: 'fresh', password, status: 'FORCE_CHANGE_PASSWORD', mfa: 'totp' },
    ],
  })
const names = ({ cookies }: Browser) => [...cookies.keys()].sort()

describe('two tabs that answer in the same moment', () => {
  test('one signs in, and the other takes nothing from it', async () => {
    const pool = createPool()
    const browser = createBrowser(await startApp({ pool }))
    await browser.post('/auth/sign-in', ada)
    const answer = { code: pool.totpCodeFor('ada') }
    const both = await Promise.all([
      browser.post('/auth/challenge', { answer }),
      browser.copy().post('/auth/challenge', { answer }),
    ])
    const [winner, loser] = both.sort((one, other) => one.statusCode - other.statusCode)
    expect(winner?.json().status).toBe('signed-in')
    expect(loser?.json().retriable).toBe(false)
    expect(loser?.cookies).toEqual([])
  })

  test('the loser takes no challenge away that the winner was asked next', async () => {
    const pool = createPool()
    const browser = createBrowser(await startApp({ pool }))
    await browser.post('/auth/sign-in', { username: 'fresh', password })
    const late = browser.copy()
    const next = await browser.post('/auth/challenge', { answer: { newPassword } })
    expect(next.json().challenge.kind).toBe('totp-code')

    const lost = await late.post('/auth/challenge', { answer: { newPassword } })
    expect([lost.statusCode, lost.json().retriable]).toEqual([401, false])
    expect(lost.cookies).toEqual([])
    const answer = { code: pool.totpCodeFor('fresh') }
    const done = await browser.post('/auth/challenge', { answer })
    expect(done.json().status).toBe('signed-in')
    expect(names(browser)).toEqual(['cognito'])
  })
})

test('an answer to a challenge that was answered is none to the next one', async () => {
  const pool = createPool()
  const browser = createBrowser(await startApp({ pool }))
  await browser.post('/auth/sign-in', { username: 'fresh', password })
  await browser.post('/auth/challenge', { answer: { newPassword } })
  const again = await browser.post('/auth/challenge', { answer: { newPassword } })
  expect(again.json()).toMatchObject({ code: 'INVALID_INPUT', retriable: true })
  expect(again.json().errors).toContainEqual({ path: '/answer/code', message: 'is missing.' })
})

test('one user’s code is no answer to another’s challenge', async () => {
  const pool = createPool()
  const browser = createBrowser(await startApp({ pool }))
  await browser.post('/auth/sign-in', ada)
  const answer = { code: pool.totpCodeFor('bob') }
  const refused = await browser.post('/auth/challenge', { answer })
  expect(refused.json()).toMatchObject({ code: 'COGNITO_CODE_MISMATCH', retriable: true })
  expect(names(browser)).toEqual(['cognito-challenge'])
})

test('one user’s challenge under another’s session signs in who was asked', async () => {
  const pool = createPool()
  const browser = createBrowser(await startApp({ pool }))
  await browser.post('/auth/sign-in', bob)
  await browser.post('/auth/challenge', { answer: { code: pool.totpCodeFor('bob') } })
  await browser.post('/auth/sign-in', ada)
  const done = await browser.post('/auth/challenge', { answer: { code: pool.totpCodeFor('ada') } })
  expect(done.json().user.username).toBe('ada')
  expect((await browser.get('/auth/me')).json().user.username).toBe('ada')
})

const sealedBy = async (pool = createPool(), username = 'ada') => {
  const client = createBrowser(await startApp({ pool, options: withBearer }))
  const asked = await client.post('/auth/sign-in', { username, password })
  const { challengeToken } = asked.json() as { challengeToken: string }
  return { pool, client, challengeToken }
}

describe('a sealed challenge', () => {
  test.each<[string, (token: string, other: string) => string]>([
    ['cut short', (token) => token.slice(0, -4)],
    ['cut at the front', (token) => token.slice(4)],
    ['of one letter', () => 'A'],
    ['doubled', (token) => token + token],
    ['spliced of two', (token, other) => token.slice(0, 80) + other.slice(80)],
    ['with the tag of another', (token, other) => token.slice(0, -22) + other.slice(-22)],
    ['with spaces around it', (token) => ` ${token} `],
    ['with padding', (token) => `${token}=`],
  ])('that is %s is none', async (_name, forge) => {
    const { pool, client, challengeToken } = await sealedBy()
    const other = (await client.post('/auth/sign-in', bob)).json().challengeToken
    const calls = { ...pool.calls }
    const refused = await client.post('/auth/challenge', {
      answer: { code: pool.totpCodeFor('ada') },
      challengeToken: forge(challengeToken, other),
    })
    expect([refused.statusCode, refused.json()]).toMatchObject([
      401,
      { code: 'COGNITO_SESSION_EXPIRED', retriable: false },
    ])
    expect(pool.calls).toEqual(calls)
  })

  test('that is too long is refused unread', async () => {
    const { client } = await sealedBy()
    const refused = await client.post('/auth/challenge', {
      answer: { code: '123456' },
      challengeToken: 'A'.repeat(16_385),
    })
    expect(refused.json().errors).toEqual([
      { path: '/challengeToken', message: 'should have at most 16384 characters.' },
    ])
  })

  test('signs in once, however often it is sent', async () => {
    const { pool, client, challengeToken } = await sealedBy()
    const body = { answer: { code: pool.totpCodeFor('ada') }, challengeToken }
    expect((await client.post('/auth/challenge', body)).statusCode).toBe(200)
    pool.clock.advance(30)
    const again = { answer: { code: pool.totpCodeFor('ada') }, challengeToken }
    const refused = await client.post('/auth/challenge', again)
    expect([refused.statusCode, refused.json().retriable]).toEqual([401, false])
  })

  test('of another user pool with the same secrets is none', async () => {
    const { challengeToken } = await sealedBy()
    const other = createTestUserPool({ userPoolId: 'eu-west-1_Other1', users: [ada] })
    const { client } = await sealedBy(other)
    const body = { answer: { code: '123456' }, challengeToken }
    expect((await client.post('/auth/challenge', body)).json().code).toBe('COGNITO_SESSION_EXPIRED')
  })

  test('is no challenge as cookie, nor a cookie as token', async () => {
    const { pool, client, challengeToken } = await sealedBy()
    const browser = createBrowser(await startApp({ pool }))
    await browser.post('/auth/sign-in', ada)
    const cookie = browser.cookies.get('cognito-challenge') ?? ''
    browser.cookies.set('cognito-challenge', `1.${challengeToken}`)
    const answer = { code: pool.totpCodeFor('ada') }
    const byCookie = await browser.post('/auth/challenge', { answer })
    const byToken = await client.post('/auth/challenge', {
      answer,
      challengeToken: cookie.slice(2),
    })
    expect([byCookie, byToken].map((refused) => refused.json().code)).toEqual([
      'COGNITO_SESSION_EXPIRED',
      'COGNITO_SESSION_EXPIRED',
    ])
  })
})

describe('every refusal of an answer says whether another may do', () => {
  const asked = async () => {
    const pool = createPool()
    const hooks = {
      onSignIn: () => {
        throw Object.assign(new Error('Not today.'), { statusCode: 403 })
      },
    }
    const browser = createBrowser(
      await startApp({ pool, options: { session: { secrets: [secret] }, hooks } }),
    )
    await browser.post('/auth/sign-in', ada)
    return { pool, browser }
  }
  const alive = { retriable: true, expiresAt: expect.any(Number) }

  test.each<[object, object]>([
    [{ payload: '{' }, { code: 'INVALID_INPUT', ...alive }],
    [{ payload: {} }, { code: 'INVALID_INPUT', ...alive }],
    [{ payload: { answer: 7 } }, { code: 'INVALID_INPUT', ...alive }],
    [{ payload: { answer: {}, challengeToken: 'x' } }, { code: 'INVALID_INPUT', ...alive }],
    [
      { payload: 'answer=1', headers: { 'content-type': 'application/x-www-form-urlencoded' } },
      { code: 'UNSUPPORTED_MEDIA_TYPE', ...alive },
    ],
    [
      { payload: { answer: { code: '1'.repeat(33_000) } } },
      { code: 'PAYLOAD_TOO_LARGE', ...alive },
    ],
    [
      { payload: { answer: { code: '1' } }, headers: { 'sec-fetch-site': 'cross-site' } },
      { code: 'CROSS_SITE', retriable: false },
    ],
  ])('%#', async (request, problem) => {
    const { browser } = await asked()
    const headers = { 'content-type': 'application/json' }
    const refused = await browser.post('/auth/challenge', undefined, { headers, ...request })
    expect(refused.json()).toMatchObject(problem)
    if (!refused.json().retriable) expect(refused.json()).not.toHaveProperty('expiresAt')
  })

  test('after a hook has thrown the attempt is over', async () => {
    const { pool, browser } = await asked()
    const answer = { code: pool.totpCodeFor('ada') }
    const refused = await browser.post('/auth/challenge', { answer })
    expect(refused.json()).toMatchObject({ code: 'REQUEST_REFUSED', retriable: false })
  })

  test('without a challenge under way nothing may', async () => {
    const browser = createBrowser(await startApp({ pool: createPool() }))
    const refused = await browser.post('/auth/challenge', {})
    expect(refused.json()).toMatchObject({ code: 'INVALID_INPUT', retriable: false })
  })
})
