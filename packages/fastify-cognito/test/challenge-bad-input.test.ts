import { createTestUserPool } from '@x/cognito-testing'
import { describe, expect, test } from 'vitest'
import { createSeal } from '../src/session/seal.ts'
import { type Browser, createBrowser } from './browser.ts'
import { secret, startApp, withBearer, withCookies } from './start-app.ts'

const password = 'Correct-horse-1'
const newPassword = 'Battery-staple-2'
const username = 'ada'
const asked = async (user: object, more: object = {}) => {
  const pool = createTestUserPool({
    ...more,
    users: [{ username, password, ...user }],
    customAttributes: [{ name: 'role' }],
  })
  const browser = createBrowser(await startApp({ pool }))
  await browser.post('/auth/sign-in', { username, password })
  return { pool, browser }
}
const errorsOf = async (browser: Browser, answer: object) => {
  const refused = await browser.post('/auth/challenge', { answer })
  expect([refused.statusCode, refused.json().code]).toEqual([400, 'INVALID_INPUT'])
  return refused.json().errors
}
const unseen = 'may not have spaces or invisible characters.'
const unfit = 'has characters that cannot be in it.'

test.each([
  ['', 'should not be empty.'],
  ['x'.repeat(2049), 'should have at most 2048 characters.'],
  ['12 34', unseen],
  ['1234\n', unseen],
  ['1234\u0000', unseen],
  ['1234\u0007', unseen],
  ['1234\u200b', unseen],
])('a code that is none never reaches Cognito: %j', async (code, message) => {
  const { browser, pool } = await asked({ mfa: 'totp' })
  const calls = { ...pool.calls }
  expect(await errorsOf(browser, { code })).toEqual([{ path: '/answer/code', message }])
  expect(pool.calls).toEqual(calls)
})

test('a code of the greatest length does', async () => {
  const { browser } = await asked({ mfa: 'totp' })
  const answer = await browser.post('/auth/challenge', { answer: { code: '1'.repeat(2048) } })
  expect(answer.json().code).not.toBe('INVALID_INPUT')
})

describe('a new password', () => {
  const fresh = { status: 'FORCE_CHANGE_PASSWORD' }
  const many = Object.fromEntries(Array.from({ length: 51 }, (_, index) => [`a${index}`, '1']))

  test.each<[object, string, string]>([
    [{ newPassword: '' }, '/answer/newPassword', 'should not be empty.'],
    [
      { newPassword: 'x'.repeat(257) },
      '/answer/newPassword',
      'should have at most 256 characters.',
    ],
    [{ newPassword, code: '1' }, '/answer/code', 'is not known here; leave it out.'],
    [{ newPassword, attributes: many }, '/answer/attributes', 'should have at most 50 entries.'],
    [
      { newPassword, attributes: { name: 'x'.repeat(2049) } },
      '/answer/attributes/name',
      'should have at most 2048 characters.',
    ],
    [{ newPassword, attributes: { name: 'a\u0000' } }, '/answer/attributes/name', unfit],
    [{ newPassword, attributes: { name: 'a\u009b' } }, '/answer/attributes/name', unfit],
    [{ newPassword, attributes: { name: 7 } }, '/answer/attributes/name', 'should be a string.'],
    [
      { newPassword, attributes: { ['x'.repeat(33)]: 'a' } },
      `/answer/attributes/${'x'.repeat(33)}`,
      'is no attribute that can be written here; leave it out.',
    ],
    [
      { newPassword, attributes: { 'a b': 7 } },
      '/answer/attributes',
      'has a field with a name that cannot be; leave it out.',
    ],
  ])('comes with nothing that cannot be: %#', async (answer, path, message) => {
    const { browser, pool } = await asked(fresh)
    const calls = { ...pool.calls }
    expect(await errorsOf(browser, answer)).toContainEqual({ path, message })
    expect(pool.calls).toEqual(calls)
  })

  test.each(['custom:role', 'nickname', 'email_verified'])(
    'comes with no attribute that was not asked for: %s',
    async (name) => {
      const { browser } = await asked(fresh, { requiredAttributes: ['email'] })
      const attributes = { email: 'ada@example.com', [name]: 'admin' }
      expect(await errorsOf(browser, { newPassword, attributes })).toEqual([
        { path: `/answer/attributes/${name}`, message: 'is not known here; leave it out.' },
      ])
    },
  )

  test('comes with those that were', async () => {
    const { browser } = await asked(fresh, { requiredAttributes: ['address'] })
    const attributes = { address: '1 Main Street\r\n\tSpringfield' }
    const answer = await browser.post('/auth/challenge', { answer: { newPassword, attributes } })
    expect(answer.json().status).toBe('signed-in')
    expect((await browser.get('/auth/me')).json().attributes).toMatchObject(attributes)
  })
})

const other = (letter: string | undefined) => (letter === 'A' ? 'B' : 'A')
const changedAt = (text: string, at: number) =>
  text.slice(0, at) + other(text[at]) + text.slice(at + 1)
/** Each letter of a seal is changed in the test of the seal itself; here a few of each part do. */
const places = (text: string) =>
  [...text].flatMap((_, at) => (at % 11 === 0 || at >= text.length - 2 ? [at] : []))

test('any letter of the cookie of a challenge that is changed ends the attempt', async () => {
  const { browser, pool } = await asked({ mfa: 'totp' })
  const calls = { ...pool.calls }
  const value = browser.cookies.get('cognito-challenge') ?? ''
  const seen = new Set<string>()
  for (const at of places(value)) {
    const tampered = browser.copy()
    tampered.cookies.set('cognito-challenge', changedAt(value, at))
    const answer = await tampered.post('/auth/challenge', { answer: { code: '123456' } })
    seen.add(`${answer.statusCode} ${answer.json().code}`)
  }
  expect([...seen]).toEqual(['401 COGNITO_SESSION_EXPIRED'])
  expect(pool.calls).toEqual(calls)
})

test('so does any letter of a challengeToken', async () => {
  const pool = createTestUserPool({ users: [{ username, password, mfa: 'totp' }] })
  const client = createBrowser(await startApp({ pool, options: withBearer }))
  const { challengeToken } = (await client.post('/auth/sign-in', { username, password })).json()
  const calls = { ...pool.calls }
  const seen = new Set<string>()
  for (const at of places(challengeToken)) {
    const answer = await client.post('/auth/challenge', {
      answer: { code: '123456' },
      challengeToken: changedAt(challengeToken, at),
    })
    seen.add(`${answer.statusCode} ${answer.json().code}`)
  }
  expect([...seen]).toEqual(['401 COGNITO_SESSION_EXPIRED'])
  expect(pool.calls).toEqual(calls)
})

describe('a challenge that was sealed for something else is none', () => {
  const sealedAs = async (purpose: 'session' | 'challenge', context: string) => {
    const { browser, pool } = await asked({ mfa: 'totp' })
    const { userPoolId, clientId } = pool.options
    const audience = `${userPoolId} ${clientId}`
    const sealing = { secrets: [secret], audience } as const
    const value = browser.cookies.get('cognito-challenge') ?? ''
    const text = createSeal({ ...sealing, purpose: 'challenge' }).open({
      untrustedSealed: value.slice(2),
      context: 'cognito-challenge',
    })
    const sealed = createSeal({ ...sealing, purpose }).seal({ text: text ?? '', context })
    browser.cookies.set('cognito-challenge', `1.${sealed}`)
    const code = pool.totpCodeFor(username)
    return browser.post('/auth/challenge', { answer: { code } })
  }

  test('an honest one works', async () => {
    const answer = await sealedAs('challenge', 'cognito-challenge')
    expect(answer.json().status).toBe('signed-in')
  })

  test.each([
    ['session', 'cognito-challenge'],
    ['challenge', 'cognito'],
    ['challenge', '__Host-cognito-challenge secure'],
    ['challenge', 'challengeToken'],
  ] as const)('for the purpose %s, as %s', async (purpose, context) => {
    const answer = await sealedAs(purpose, context)
    expect([answer.statusCode, answer.json().code]).toEqual([401, 'COGNITO_SESSION_EXPIRED'])
  })

  test.each([
    ['cognito', 'cognito-challenge'],
    ['cognito-challenge', 'cognito'],
  ])('cookies do not change places: %s as %s', async (from, to) => {
    const pool = createTestUserPool({
      users: [
        { username, password },
        { username: 'totp', password, mfa: 'totp' },
      ],
    })
    const browser = createBrowser(await startApp({ pool, options: withCookies }))
    await browser.post('/auth/sign-in', { username, password })
    await browser.post('/auth/sign-in', { username: 'totp', password })
    const swapped = createBrowser(await startApp({ pool }))
    swapped.cookies.set(to, browser.cookies.get(from) ?? '')
    const code = pool.totpCodeFor('totp')
    const answer = await swapped.post('/auth/challenge', { answer: { code } })
    expect(answer.json().code).toBe('COGNITO_SESSION_EXPIRED')
    expect((await swapped.get('/auth/me')).json().code).toBe('TOKEN_MISSING')
  })
})
